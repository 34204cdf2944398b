import type { PartyKind } from './contract.ts'

export { type Delay, delayOf, type Spell } from './rules/delay.ts'

/** Teams and departments are ours; agencies, vendors and clients are not. */
export const sideOf = (kind: PartyKind): 'internal' | 'external' =>
  kind === 'team' || kind === 'department' ? 'internal' : 'external'

/** From this age on the owner is asked every day. */
export const remindAfterDays = 3

/** The age that half of what is open has reached, or more than half: `9, 6, 4, 2, 1, 0` is 4; null of nothing. */
export const halfAgeOf = (ages: readonly number[]): number | null =>
  ages.toSorted((a, b) => b - a)[Math.ceil(ages.length / 2) - 1] ?? null

type Standing = { days: number; expectedOn: string | null; today: string }

/** A blocker is overdue once its day has passed, or after three days where nobody said one. */
export const isOverdue = ({ days, expectedOn, today }: Standing): boolean =>
  expectedOn === null ? days >= remindAfterDays : expectedOn < today

/** Why an item may not be called done while these block it. */
export const whyNotDone = (parties: readonly string[]): string =>
  `it is blocked by ${parties.join(' and ')}: say first what ended that.`
