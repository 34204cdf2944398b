import type { Day } from '../../../methods/days.ts'

export const states = ['draft', 'asked', 'approved', 'refused', 'open', 'filled', 'ended'] as const
export type State = (typeof states)[number]

export const stateTitles: Record<State, string> = {
  draft: 'Draft',
  asked: 'Asked for',
  approved: 'Approved',
  refused: 'Refused',
  open: 'Open, hiring',
  filled: 'Filled',
  ended: 'Ended',
}

type Position = { title: string; state: State }
type Terms = { startsOn: Day; endsOn: Day | null }

/** Its cost weighs on a budget line. */
export const isFunded = (state: State): boolean => ['approved', 'open', 'filled', 'ended'].includes(state)

export const whyNotTerms = ({ startsOn, endsOn }: Terms): string | null => {
  if (startsOn < '2000-01-01' || startsOn > '2100-12-31' || (endsOn ?? startsOn) > '2100-12-31')
    return 'A position starts and ends between 2000 and 2100.'
  return endsOn !== null && endsOn < startsOn
    ? `The last day, ${endsOn}, is before the first day, ${startsOn}.`
    : null
}

/** Why what a position is cannot be changed; null when it can. What was asked for stays as it was asked. */
export const whyNotChange = ({ title, state }: Position): string | null =>
  state === 'draft' || state === 'refused'
    ? null
    : state === 'asked'
      ? `“${title}” waits for a decision. Withdraw it first.`
      : state === 'ended'
        ? `“${title}” has ended; it stays for the record.`
        : `“${title}” is approved as it is. Take it back to draft first, which releases its budget.`

export const whyNotRemove = ({ title, state }: Position): string | null =>
  state === 'draft' || state === 'refused' ? null : `“${title}” was asked for; it stays for the record.`

export const whyNotReopen = ({ title, state }: Position): string | null =>
  state === 'approved' || state === 'open'
    ? null
    : state === 'filled'
      ? `“${title}” is filled. End it, or say first that nobody fills it.`
      : `“${title}” is not approved; there is nothing to take back.`

export const whyNotOpen = ({ title, state }: Position): string | null =>
  state === 'approved' || state === 'filled'
    ? null
    : state === 'open'
      ? `“${title}” is open already.`
      : `“${title}” is not approved; nobody is hired for it before.`

export const whyNotFill = ({ title, state }: Position, on: Day, { startsOn, endsOn }: Terms) => {
  if (state !== 'approved' && state !== 'open')
    return state === 'filled'
      ? `“${title}” is filled already.`
      : `“${title}” is not approved; nobody fills it before.`
  if (on < startsOn) return `The budget of “${title}” begins on ${startsOn}; nobody fills it before.`
  return endsOn !== null && on > endsOn ? `“${title}” is planned until ${endsOn}.` : null
}

export function whyNotEnd({ title, state }: Position, on: Day, { startsOn, endsOn }: Terms) {
  if (state !== 'filled' && state !== 'open' && state !== 'approved')
    return state === 'ended'
      ? `“${title}” has ended already.`
      : `“${title}” is not approved; remove it instead.`
  if (on < startsOn)
    return `“${title}” begins on ${startsOn} and cannot end before. Take it back to draft instead.`
  return endsOn !== null && on > endsOn ? `“${title}” is planned until ${endsOn}.` : null
}

export const whyNotResume = ({ title, state }: Position): string | null =>
  state === 'ended' ? null : `“${title}” has not ended.`

/** Why nothing is funded any more; null while the position is there. */
export const whyNotEnded = ({ title, state }: Position): string | null =>
  state === 'ended' ? `“${title}” has ended; take that back first if it goes on.` : null

type Line = { name: string; kind: string; isPlaceholder: boolean; isRemoved: boolean }

/** Why a position cannot draw on a line, whatever it costs; null when it can. */
export function whyNotDraw(line: Line, year: { label: string; state: 'draft' | 'approved' }): string | null {
  if (line.isRemoved) return `The line “${line.name}” was removed.`
  if (line.kind !== 'people') return `“${line.name}” is no headcount line; choose one of the kind people.`
  if (line.isPlaceholder)
    return `“${line.name}” is a placeholder that reserves its budget. Say what it is for first.`
  return year.state === 'approved'
    ? null
    : `The plan of ${year.label} is not approved yet; no position is asked for before.`
}

/** Why budget of a year cannot be asked for; null when it can. */
export function whyNotAsk(
  { title, state }: Position,
  cost: object | null,
  year: { label: string; months: readonly Day[]; endsOn: Day },
  { startsOn, endsOn }: Terms,
): string | null {
  if (state === 'asked') return `“${title}” was asked for already.`
  const ended = whyNotEnded({ title, state })
  if (ended) return ended
  if (cost === null) return `Say first what “${title}” costs.`
  return startsOn > year.endsOn || (endsOn !== null && endsOn < year.months[0]!)
    ? `“${title}” is not there in ${year.label}, ${year.months[0]} to ${year.endsOn}.`
    : null
}
