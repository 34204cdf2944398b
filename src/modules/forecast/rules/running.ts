import type { Nowcast, Tidied } from '../../../methods/forecast/index.ts'
import { printed } from './words.ts'

type Shown = { unit: 'count' | 'money' | 'ratio' | 'days'; currency: string | null }

/** What is expected of the period that still runs where that has proved better, and else why it is left out. */
export function nowcastWords(
  { soFar, says, seenTo }: { soFar: number; says: string; seenTo: string },
  now: Nowcast,
  { unit, currency }: Shown,
): string {
  const print = (value: number) => printed(Math.round(value * 100) / 100, unit, currency)
  const usual = `by ${seenTo}, ${printed(now.share, 'ratio')} has usually come in`
  const wrong = `wrong by ${print(now.mae)} on average, the forecast made before the period began by ${print(now.aheadMae)}`
  return now.isNearer
    ? `${says} So far ${print(soFar)} of an expected ${print(now.point)} (80 %: ${print(now.lo80)} to ${print(now.hi80)}): ${usual}. It is the last point of the history: in ${now.looks} looks back that was ${wrong}.`
    : `${says} So far ${print(soFar)}; ${usual}. It is left out: told from that, such a period would have been ${wrong}.`
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
