import { sayDay } from '../../../methods/days.ts'

type Urgent = { isUrgent: boolean; promisedOn: string | null; displaces: unknown }

/** Why an urgent request cannot be accepted on these terms, or null: sooner than is realistic, something gives way. */
export function whyNotUrgent(
  { isUrgent, promisedOn, displaces }: Urgent,
  earliest: string | null,
): string | null {
  if (!isUrgent || displaces) return null
  if (!earliest) return 'Choose what gives way, or do not call it urgent: no day can be told without that.'
  if (promisedOn && promisedOn >= earliest) return null
  return `Choose what gives way, or promise it for ${sayDay(earliest)} or later: it is not done sooner unless something else waits.`
}

const mostHours = 10_000

/** Why what was typed is no effort in hours, or null; nothing typed is not known yet. */
export function whyNotHours(typed: string): string | null {
  if (typed.trim() === '') return null
  const hours = Number(typed)
  return hours >= 0.1 && hours <= mostHours
    ? null
    : 'Hours are from 0.1 to 10,000. Leave it empty where nobody knows yet.'
}
