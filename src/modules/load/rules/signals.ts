import { type Day, daysBetween } from '../../../methods/days.ts'

export type Agreement = {
  /** Over so much of the available hours a week is too full, in percent. */
  overPercent: number
  /** So many weeks one after another. */
  weeks: number
  /** Days without leave. */
  leaveDays: number
  /** Entries in the evening or at weekends within four weeks. */
  evenings: number
  /** Days until whoever leads a person reads a signal that was not shared. */
  quietDays: number
}

export const firstAgreement: Agreement = {
  ...{ overPercent: 110, weeks: 3, leaveDays: 120, evenings: 4, quietDays: 14 },
}

export const signalKinds = ['overload', 'evenings', 'no-leave'] as const
export type SignalKind = (typeof signalKinds)[number]
export type Seen = {
  /** Minutes worked and available in the last whole weeks, oldest first. */
  weeks: readonly { worked: number; available: number }[]
  evenings: number
  /** The last day of leave, or the first day at work. */
  restedOn: Day | null
  today: Day
}

/** What is worth a word with somebody, each in a sentence. */
export function signalsOf(seen: Seen, agreed: Agreement): { kind: SignalKind; words: string }[] {
  const last = seen.weeks.slice(-agreed.weeks)
  const isOver = ({ worked, available }: { worked: number; available: number }) =>
    available > 0 && worked * 100 > available * agreed.overPercent
  const found: { kind: SignalKind; words: string }[] = []
  if (last.length === agreed.weeks && last.every(isOver))
    found.push({
      kind: 'overload',
      words: `${agreed.weeks} weeks one after another over ${agreed.overPercent} % of the hours there were.`,
    })
  if (seen.evenings >= agreed.evenings)
    found.push({
      kind: 'evenings',
      words: `Work in the evening or at weekends ${seen.evenings} times in the last four weeks.`,
    })
  const without = seen.restedOn === null ? 0 : daysBetween(seen.restedOn, seen.today)
  if (without > agreed.leaveDays) found.push({ kind: 'no-leave', words: `No leave for ${without} days.` })
  return found
}

type Kept = { noticedAt: Date; sharedAt: Date | null }

/** May whoever leads somebody read a signal of theirs? Once it was shared, or stood for as long as was agreed. */
export const isTold = ({ noticedAt, sharedAt }: Kept, now: Date, quietDays: number): boolean =>
  sharedAt !== null || now.getTime() - noticedAt.getTime() >= quietDays * 86_400_000

/** Sums of fewer people tell of single ones. */
export const leastPeople = 5
