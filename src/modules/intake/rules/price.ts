import { type Planned, priceOf } from '../../../methods/vision-share.ts'
import type { Price } from '../things.ts'

const oneDigit = (value: number): string =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(1)}`
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const pointsInWords = (points: number): string =>
  Math.abs(points) < 0.05 ? 'no point worth naming' : `${oneDigit(points)} points`

type Asked = { hours: number | null; isVision: boolean; displacesId?: string | undefined }

/** By how many points a request would move the planned vision share; no figure where nobody can tell. */
export function priced({ hours, isVision, displacesId }: Asked, plan: readonly Planned[]): Price {
  const planned = plan.reduce((total, one) => total + one.amount, 0)
  const restsOn = `${plan.length} open items with an estimate, ${Math.round(planned)} hours together.`
  const unknown = (words: string): Price => ({
    ...{ points: null, before: null, after: null, hours, words, restsOn },
  })
  if (!hours) return unknown('Its price is not known: nobody has estimated it.')
  if (planned === 0) return unknown('Its price is not known: no open item has an estimate.')
  // Without a displaced item it comes on top; with one, that gives way as far as it reaches.
  const gives = plan.find((one) => one.id === displacesId)
  const fixed = new Set(plan.filter((one) => one !== gives).map((one) => one.id))
  const capacity = planned + Math.max(0, hours - (gives?.amount ?? 0))
  const { before, after, points } = priceOf({ amount: hours, isVision }, { plan, capacity, fixed })
  if (points === null || before === null || after === null)
    return unknown('Its price is not known: nothing is planned.')
  const words = `About ${Math.round(hours * 10) / 10} hours. The share of planned work that serves the vision goes from ${percent(before)} to ${percent(after)}: ${pointsInWords(points)}.`
  return { ...{ points, before, after, hours, restsOn }, words }
}
