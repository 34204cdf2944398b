import type { Day } from '../../../methods/fiscal.ts'
import type { Fate, Stage } from '../contract.ts'
import { daysSql } from './cohort.ts'

/**
 * What became of people in a stage, as conditions on a row of mart.funnel. Figures count by them and Explain lists by
 * them, so that a figure and its rows cannot part.
 */
export type Standing = {
  stages: Stage[]
  /** Place of the stage they are looked at in. */
  at: number
  /** The stage that days are counted from. */
  start: string
  within?: number | undefined
  now: Date
  /** The day it is where the organisation is. */
  today: Day
}

const moment = (at: Date): string => `'${at.toISOString()}'::timestamp`

/** Reached a stage; within so many days of the first one where asked. */
export function hasReached(id: string, start: string, within: number | undefined): string {
  return within && id !== start ? `${id}_at <= ${start}_at + interval ${within} day` : `${id}_at is not null`
}

/** Reached this stage and not the next one in time: for good, as nobody does who is past the horizon, or not yet. */
export function stayed({ stages, at, start, within, now }: Omit<Standing, 'today'>) {
  const next = stages[at + 1]
  const stays = next ? `(${hasReached(next.id, start, within)}) is not true` : 'false'
  const isPast = within ? `${start}_at + interval ${within} day < ${moment(now)}` : 'false'
  const isGone = `(rejected_at is not null or lost_at is not null or ${isPast})`
  return { gone: `${stays} and ${isGone}`, waiting: `${stays} and not ${isGone}` }
}

/** Left in the days agreed for the stage, later, or not yet; only entries with a date of their own are judged. */
export function promises({ stages, at, now }: Pick<Standing, 'stages' | 'at' | 'now'>) {
  const { id, slaDays } = stages[at]!
  const next = stages[at + 1]
  const left = `least(${next ? `${next.id}_at, ` : ''}rejected_at, lost_at)`
  const limit = `${id}_at + interval ${slaDays ?? 0} day`
  const judged = (condition: string) => `${dated(id)} and ${condition}`
  return {
    kept: judged(`${left} <= ${limit}`),
    broken: judged(`${left} > ${limit}`),
    due: judged(`${left} is null and ${limit} >= ${moment(now)}`),
    overdue: judged(`${left} is null and ${limit} < ${moment(now)}`),
  }
}

export const dated = (id: string): string => `${id}_at is not null and not ${id}_imputed`

/** How and after how many calendar days a stage was left: `advanced`, `rejected`, `lost`, or `open` up to now. */
export function exitSql({ stages, at, today }: Pick<Standing, 'stages' | 'at' | 'today'>) {
  const { id } = stages[at]!
  const next = stages[at + 1]?.id
  const goesOn = (then: string) => (next ? `when ${next}_at is not null then ${then}` : '')
  const others = (rejected: string, lost: string, open: string) =>
    `when rejected_at is not null then ${rejected} when lost_at is not null then ${lost} else ${open} end`
  const cause = `case ${goesOn("'advanced'")} ${others("'rejected'", "'lost'", "'open'")}`
  const until = `case ${goesOn(`${next}_on`)} ${others('rejected_on', 'lost_on', `'${today}'::date`)}`
  return { cause, days: daysSql(`${id}_on`, `(${until})`) }
}

/** The condition that a fate stands for. */
export function fateSql(fate: Fate, standing: Standing, olderThan: number): string {
  if (fate === 'gone' || fate === 'waiting') return stayed(standing)[fate]
  if (fate === 'refused') return 'rejected_at is not null'
  if (fate === 'kept' || fate === 'broken' || fate === 'due' || fate === 'overdue')
    return promises(standing)[fate]
  const own = dated(standing.stages[standing.at]!.id)
  if (fate === 'dated') return own
  const { cause, days } = exitSql(standing)
  if (fate === 'late') return `${own} and ${cause} = 'open' and ${days} > ${olderThan}`
  return `${own} and ${cause} = '${fate}'`
}
