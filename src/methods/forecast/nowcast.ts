import { conformalWidth } from './conformal.ts'
import { mae } from './measures.ts'
import { pointForecast } from './methods.ts'
import { type Refusal, requireWhole } from './notices.ts'

export type Running = {
  /** What has come in up to the day the running period is seen on. */
  soFar: number
  /** What earlier periods had brought by the same part of theirs, oldest first. */
  reached: readonly number[]
  /** What those periods came to in the end, in step with `reached`. */
  totals: readonly number[]
  /** Values in a season, 1 for none: of the forecast the nowcast is held against. */
  period: number
}

export type Nowcast = {
  /** What the running period is expected to come to. */
  point: number
  lo80: number
  hi80: number
  lo95: number
  hi95: number
  /** Share of a period's total that has usually come in by that day, above 0. */
  share: number
  /** Number of earlier periods it was tried on, and how wrong it was on average. */
  looks: number
  mae: number
  /** How wrong the forecast from the periods before was on the same ones. */
  aheadMae: number
  /** Nearer than that forecast: only then is the running period worth more than leaving it out. */
  isNearer: boolean
  /** What each earlier period would have been taken for on that day, in step with `totals`; null where nobody could say. */
  asSeen: (number | null)[]
}

const memory = 12
const fewestBefore = 4
const fewest = 8

/**
 * What a period that still runs will come to: what came in so far, divided by the share of a total that the twelve
 * periods before had reached by the same part of theirs. The limits are conformal: the same was done on each earlier
 * period knowing only those before it, errors are measured by the mean total before, and their quantiles are laid
 * around the nowcast; a sum that only grows cannot end below what is there.
 *
 * Totals and `soFar` in one unit, and additive over days. Refused below 8 periods, where usually nothing has come in by
 * that day, and where a value is not finite; throws RangeError for a season that is not a whole number above 0.
 * Source: the ratio (chain ladder) estimate of a partly developed total, Mack 1993; limits as `conformalWidth`.
 */
export function nowcast(running: Running): Nowcast | Refusal {
  requireWhole('period', running.period)
  const refused = whyNotNowcast(running)
  if (refused) return { refused }

  const { soFar, reached, totals } = running
  const share = shareBefore(running, totals.length)!
  const asSeen = totals.map((_, at) => {
    const usual = at < fewestBefore ? null : shareBefore(running, at)
    return usual === null ? null : reached[at]! / usual
  })
  const looks = asSeen.flatMap((seen, at) => (seen === null ? [] : [{ at, seen }]))
  const known = looks.map(({ at }) => totals[at]!)
  const scores = looks.map(({ at, seen }) => Math.abs(totals[at]! - seen) / (levelBefore(totals, at) || 1))
  const [error, ahead] = [
    mae(
      known,
      looks.map(({ seen }) => seen),
    ),
    aheadMae(running, looks),
  ]
  return {
    ...around(
      soFar / share,
      scores.sort((a, b) => a - b),
      running,
    ),
    share,
    looks: looks.length,
    mae: error,
    aheadMae: ahead,
    isNearer: error < ahead,
    asSeen,
  }
}

function whyNotNowcast({ soFar, reached, totals }: Running): string | null {
  if (reached.length !== totals.length)
    throw new RangeError(
      `${reached.length} periods reached something, and ${totals.length} came to something.`,
    )
  if (![soFar, ...reached, ...totals].every(Number.isFinite)) return 'A value is not a number.'
  if (totals.length < fewest)
    return `What a period has usually reached by that day is known after ${fewest} whole periods, and there are ${totals.length}.`
  const share = shareBefore({ reached, totals }, totals.length)
  if (share === null) return 'In the periods before, nothing had come in by that day.'
  const looks = totals.filter(
    (_, at) => at >= fewestBefore && shareBefore({ reached, totals }, at) !== null,
  ).length
  return looks < fewest - fewestBefore ? 'Too few of the periods before had anything by that day.' : null
}

/** The share of their totals that the twelve periods before one had reached; null where that is nothing. */
function shareBefore({ reached, totals }: Pick<Running, 'reached' | 'totals'>, at: number): number | null {
  const sum = (values: readonly number[]) =>
    values.slice(Math.max(0, at - memory), at).reduce((all, value) => all + value, 0)
  const share = sum(reached) / sum(totals)
  return share > 0 && Number.isFinite(share) ? share : null
}

function levelBefore(totals: readonly number[], at: number): number {
  const before = totals.slice(Math.max(0, at - memory), at).map(Math.abs)
  return before.reduce((sum, value) => sum + value, 0) / before.length
}

const aheadMae = ({ totals, period }: Running, looks: readonly { at: number }[]): number =>
  mae(
    looks.map(({ at }) => totals[at]!),
    looks.map(({ at }) => pointForecast(totals.slice(0, at), { period, horizon: 1 })[0]!),
  )

function around(point: number, scores: readonly number[], { soFar, reached, totals }: Running) {
  const onlyGrows = soFar >= 0 && reached.every((value, at) => value >= 0 && value <= totals[at]!)
  const least = onlyGrows ? soFar : Number.NEGATIVE_INFINITY
  const level = levelBefore(totals, totals.length) || 1
  const [inner, outer] = [0.8, 0.95].map(
    (confidence) => level * conformalWidth(scores, scores.length, confidence),
  ) as [number, number]
  return {
    point: Math.max(least, point),
    lo80: Math.max(least, point - inner),
    hi80: Math.max(least, point + inner),
    lo95: Math.max(least, point - outer),
    hi95: Math.max(least, point + outer),
  }
}
