import { type Day, daysBetween } from '../../../methods/fiscal.ts'
import type { AskState } from '../things/ask.ts'

export const states: { state: AskState; title: string }[] = [
  { state: 'asked', title: 'Asked' },
  { state: 'accepted', title: 'Accepted' },
  { state: 'done', title: 'Done' },
  { state: 'declined', title: 'Declined' },
  { state: 'withdrawn', title: 'Withdrawn' },
]
export const stateTitle = (state: AskState): string => states.find((one) => one.state === state)!.title
export const isOpen = (state: AskState): boolean => state === 'asked' || state === 'accepted'

type Row = { state: AskState; due_on: Day; answered_at: Date | null }

export const isOverdue = ({ state, due_on }: Pick<Row, 'state' | 'due_on'>, today: Day): boolean =>
  isOpen(state) && due_on < today

/** Days from the asking to today, or to when it was closed. */
export const ageOf = (state: AskState, askedOn: Day, closedOn: Day | null, today: Day): number =>
  Math.max(0, daysBetween(askedOn, isOpen(state) ? today : (closedOn ?? today)))

/** Who somebody is to an ask. */
export type Standing = { asked: boolean; isOf: boolean; manages: boolean }

/** What follows on what; whoever is of the department answers, whoever asked takes back. */
const steps: Record<AskState, Partial<Record<AskState, 'department' | 'asker'>>> = {
  asked: { accepted: 'department', declined: 'department', done: 'department', withdrawn: 'asker' },
  accepted: { done: 'department', declined: 'department', withdrawn: 'asker', asked: 'department' },
  declined: { asked: 'department' },
  done: { accepted: 'department' },
  withdrawn: { asked: 'asker' },
}

type Asked = { state: AskState; askedBy: string; of: string }

/** Why an ask cannot become something, or null. */
export function whyNotBecome(ask: Asked, next: AskState, who: Standing, reason: string): string | null {
  const by = steps[ask.state][next]
  if (!by)
    return `This ask is ${ask.state}; it cannot become ${next}. ${isOpen(ask.state) ? '' : 'Open it again first.'}`.trim()
  if (by === 'asker' && !who.asked && !who.manages)
    return `${ask.askedBy} asked, and withdraws it or asks it again.`
  if (by === 'department' && !who.isOf && !who.manages)
    return `The people of ${ask.of} answer what is asked of them. You are none of them.`
  if (next === 'declined' && reason.trim().length < 3)
    return 'Say why it is declined, so that the next ask can be a better one.'
  return null
}

/** What was asked is put in other words until it is accepted, by whoever asked. */
export function whyNotChange(ask: Asked, who: Standing): string | null {
  if (!who.asked && !who.manages) return `${ask.askedBy} asked, and changes what is asked.`
  if (ask.state === 'accepted')
    return `${ask.of} accepted it as it reads. Comment on it, or withdraw it and ask anew.`
  return ask.state === 'asked' ? null : `This ask is ${ask.state}; what it says stays as it was.`
}

/** The order is the department’s. */
export function whyNotRank(ask: Asked, who: Standing): string | null {
  if (!who.isOf && !who.manages) return `The people of ${ask.of} decide on size and order.`
  return isOpen(ask.state) ? null : `This ask is ${ask.state}; only what is open has a place.`
}

/** Reminded when it is due within three days, and again every week that it is late. */
export function isToBeReminded(
  ask: { state: AskState; due_on: Day; reminded_on: Day | null },
  today: Day,
): boolean {
  if (!isOpen(ask.state) || daysBetween(today, ask.due_on) > 3) return false
  return ask.reminded_on === null || daysBetween(ask.reminded_on, today) >= 7
}

/** The ids in their order once one of them stands at a place, from 1. */
export function moved(ids: readonly string[], id: string, rank: number): string[] {
  const others = ids.filter((one) => one !== id)
  const at = Math.min(Math.max(rank, 1), others.length + 1) - 1
  return [...others.slice(0, at), id, ...others.slice(at)]
}

/** How long ago, in days, as people say it. */
export const agoWords = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
