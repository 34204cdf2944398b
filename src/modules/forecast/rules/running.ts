import type { Nowcast, Tidied } from '../../../methods/forecast/index.ts'
import { printed } from './words.ts'

type Shown = { unit: 'count' | 'money' | 'ratio' | 'days'; currency: string | null }

/** What is expected of the period that still runs, how wrong that would have been, and what came of it. */
export function nowcastWords(
  { soFar, says, seenTo }: { soFar: number; says: string; seenTo: string },
  now: Nowcast,
  { unit, currency }: Shown,
): string {
  const print = (value: number) => printed(Math.round(value * 100) / 100, unit, currency)
  const wrong = `in ${now.looks} looks back that was wrong by ${print(now.mae)} on average, the forecast made before the period began by ${print(now.aheadMae)}`
  const use = now.isNearer ? 'It is the last point of the history' : 'It is left out of the forecast'
  return `${says} So far ${print(soFar)} of an expected ${print(now.point)} (80 %: ${print(now.lo80)} to ${print(now.hi80)}): by ${seenTo}, ${printed(now.share, 'ratio')} has usually come in. ${use}: ${wrong}.`
}

/** What was changed in the history before it was forecast from. */
export function tidiedWords(
  { pulledIn, shift }: Pick<Tidied, 'pulledIn' | 'shift'>,
  labels: readonly string[],
  { unit, currency }: Shown,
): string[] {
  const print = (value: number) => printed(value, unit, currency)
  if (pulledIn.length === 0 && !shift)
    return ['No extreme and no lasting shift of level was found, so nothing was pulled in.']
  const moves = pulledIn.map(({ index, from, to }) => `${labels[index]} from ${print(from)} to ${print(to)}`)
  return [
    ...(moves.length > 0
      ? [`Pulled in before forecasting: ${moves.join('; ')}. The limits still count what really came.`]
      : []),
    ...(shift
      ? [
          `In ${labels[shift.since]} the level moved for good, from about ${print(shift.before)} to about ${print(shift.after)}: what lies before is moved along.`,
        ]
      : []),
  ]
}
