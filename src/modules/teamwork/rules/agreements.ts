import { addDays, type Day, daysBetween } from '../../../methods/fiscal.ts'
import type { CommitmentState, Kept } from '../things/agreement.ts'

/** Who somebody is to a team. */
export type Standing = { name: string; isOf: boolean; leads: boolean; manages: boolean }

/** The people of a team write what they hold each other to. */
export const whyNotWriteAgreement = (team: string, who: Standing): string | null =>
  who.isOf || who.leads || who.manages
    ? null
    : `The people of ${team} write their own agreement. Ask one of them, or join the team.`

export const whyNotSayYes = (team: string, who: Standing): string | null =>
  who.isOf || who.leads ? null : `Only the people of ${team} say yes to its agreement.`

/** Why a text cannot be saved over the one in force. */
export const whyNotSaveOver = (base: number, now: { version: number; by: string }): string | null =>
  base === now.version
    ? null
    : `${now.by} saved version ${now.version} since you opened version ${base}. Load it, and add what is yours.`

type Row = { state: CommitmentState; due_on: Day; settled_on: Day | null; by_name: string }
type Settling = { state: CommitmentState; why: string; dueOn: Day | null; today: Day }

/** Why what was promised cannot be settled so, or null. */
export function whyNotSettle(row: Row, who: Standing & { promised: boolean }, next: Settling): string | null {
  if (!who.promised && !who.leads && !who.manages)
    return `${row.by_name} promised it, and says what became of it.`
  if (next.state === 'open') return row.state === 'open' ? 'It is open already.' : null
  if (row.state !== 'open') return `It is ${row.state} already. Open it again first.`
  if (next.state !== 'kept' && next.why.length < 3)
    return 'Say in a few words why, so that the team can plan with it.'
  if (next.state !== 'renegotiated') return null
  if (next.dueOn === null) return 'Say by which day it is promised now.'
  return next.dueOn < next.today ? 'A new day lies ahead: choose today or later.' : null
}

export const isLate = ({ state, due_on }: Pick<Row, 'state' | 'due_on'>, today: Day): boolean =>
  state === 'open' && due_on < today

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** What became of a commitment, as people say it. */
export function commitmentSays({ state, due_on, settled_on }: Row, today: Day): string {
  if (state === 'open') {
    const left = daysBetween(today, due_on)
    return left < 0 ? `${days(-left)} late` : left === 0 ? 'due today' : `due in ${days(left)}`
  }
  const late = settled_on === null ? 0 : daysBetween(due_on, settled_on)
  return state === 'kept' && late > 0 ? `kept ${days(late)} late` : state
}

const quarter = 91

/** The days whose commitments count: the last 13 weeks up to today. */
export const quarterBefore = (today: Day) => ({ from: addDays(today, 1 - quarter), to: today })

/**
 * Does a commitment count, and was it kept by its day? What is not due yet, and what was agreed anew by its day,
 * does not count.
 */
export function countsAs({ state, due_on, settled_on }: Row, today: Day): 'kept' | 'not' | null {
  const { from } = quarterBefore(today)
  if (due_on < from) return null
  if (state === 'renegotiated') return settled_on !== null && settled_on <= due_on ? null : 'not'
  if (state === 'open') return due_on < today ? 'not' : null
  if (due_on > today && settled_on === null) return null
  return state === 'kept' && settled_on !== null && settled_on <= due_on ? 'kept' : 'not'
}

export function keptOf(rows: readonly Row[], today: Day): Kept {
  const counted = rows.map((row) => countsAs(row, today)).filter((one) => one !== null)
  const kept = counted.filter((one) => one === 'kept').length
  const of = counted.length
  const share = of === 0 ? null : kept / of
  const says = of === 0 ? 'Nothing that was promised fell due in the last 13 weeks.' : `${kept} of ${of}`
  return { share, kept, of, ...quarterBefore(today), says }
}
