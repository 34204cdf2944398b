import { addDays, daysBetween } from '../../../methods/days.ts'

/** Every day from one to another, both inside. */
export const spanOfDays = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
