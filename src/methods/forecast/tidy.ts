import { anomalies } from './anomalies.ts'
import type { Shift } from './cusum.ts'
import { generalisedEsd, medianOf, modifiedZ } from './outliers.ts'
import { classicalSeason, isSeasonal, type Season, withoutSeason, withSeason } from './seasonality.ts'

export type PulledIn = {
  /** Position in the series. */
  index: number
  from: number
  to: number
}

export type Tidied = {
  /** The series as it is forecast from. */
  values: number[]
  pulledIn: PulledIn[]
  /** Where the level moved for good: from what it would have gone on to, to what came; medians of six, without season. */
  shift: { since: number; before: number; after: number } | null
}

const fewest = 12
const window = 7
const cut = 3.5
const sinceShift = 6
const newLevel = 3

/**
 * A series without lone extremes and with its last lasting shift of level taken out, to forecast from.
 *
 * Extremes: the season is taken out by medians, and each value held against the running median of seven, which follows
 * steps but not spikes. What lies beyond ±3.5 modified z, and is an outlier by the generalised ESD test too (up to a
 * tenth of the values, 5 %), is pulled in to that bound; three or more at the very end on one side are a new level and
 * stay. Level: of the `shifts` given (`lastingShifts`), the newest with six values since moves all before it by the
 * difference of the medians of six on each side, less what the level usually moves in six, where that is more than 3.5
 * usual deviations. A series with a multiplicative season is treated in logarithms.
 *
 * Oldest value first; unchanged below 12 values. Sources: Tukey 1977 (running medians), Iglewicz & Hoaglin 1993,
 * Rosner 1983, Page 1954; winsorising after Dixon 1960.
 */
export function tidy(
  values: readonly number[],
  { period, shifts }: { period: number; shifts: readonly Shift[] },
): Tidied {
  if (values.length < fewest) return { values: [...values], pulledIn: [], shift: null }
  const { flat, back, level } = scaleOf(values, period)
  const middle = runningMedian(flat)
  const { scores, unit } = scored(flat.map((value, at) => value - middle[at]!))

  const extreme = extremesOf(scores)
  const within = flat.map((value, at) =>
    extreme.has(at) ? middle[at]! + Math.sign(scores[at]!) * cut * unit : value,
  )
  const shift = lastShift(within, shifts, { unit, usual: usualMove(middle) })
  const moved = within.map((value, at) =>
    shift && at < shift.since ? value + shift.after - shift.before : value,
  )

  const isTouched = (at: number) => extreme.has(at) || (shift !== null && at < shift.since)
  return {
    values: values.map((value, at) => (isTouched(at) ? back(moved[at]!, at) : value)),
    pulledIn: [...extreme].map((index) => ({ index, from: values[index]!, to: back(within[index]!, index) })),
    shift: shift && { since: shift.since, before: level(shift.before), after: level(shift.after) },
  }
}

/** The scale on which errors are alike: without the season, in logarithms where it multiplies; and the way back. */
function scaleOf(values: readonly number[], period: number) {
  const season: Season = isSeasonal(values, period)
    ? classicalSeason(values, period, medianOf)
    : { kind: 'none', factors: [] }
  const isRatio = season.kind === 'multiplicative'
  const bare = withoutSeason(values, season)
  const level = (value: number) => (isRatio ? Math.exp(value) : value)
  return {
    flat: isRatio ? bare.map(Math.log) : bare,
    level,
    back: (value: number, at: number) => withSeason([level(value)], season, at)[0]!,
  }
}

/** Lasting shifts by CUSUM on the one-step errors of the newer half, as `anomalies` finds them; none below 12 values. */
export function lastingShifts(values: readonly number[], period: number): Shift[] {
  const found = anomalies(values, { period, newest: Math.max(1, values.length) })
  return 'refused' in found ? [] : found.shifts
}

/** At the ends the window is shorter on the far side, and reaches as far back. */
function runningMedian(values: readonly number[]): number[] {
  const half = Math.floor(window / 2)
  return values.map((_, at) => {
    const from = Math.max(0, Math.min(at - half, values.length - window))
    return medianOf(values.slice(from, from + window))
  })
}

function scored(gaps: readonly number[]): { scores: number[]; unit: number } {
  const { scores, mad, median } = modifiedZ(gaps)
  const mean = gaps.reduce((sum, gap) => sum + Math.abs(gap - median), 0) / gaps.length
  return { scores, unit: mad > 0 ? mad / 0.6745 : mean * 1.253314 }
}

function extremesOf(scores: readonly number[]): Set<number> {
  const { outliers } = generalisedEsd(scores, { most: Math.ceil(scores.length / 10) })
  const far = new Set(outliers.filter((at) => Math.abs(scores[at]!) > cut).sort((a, b) => a - b))
  const last = scores.length - 1
  let run = 0
  while (far.has(last - run) && Math.sign(scores[last - run]!) === Math.sign(scores[last]!)) run += 1
  if (run >= newLevel) for (let back = 0; back < run; back += 1) far.delete(last - back)
  return far
}

/** How far the level usually moves in six steps. */
const usualMove = (middle: readonly number[]): number =>
  medianOf(middle.slice(sinceShift).map((value, at) => value - middle[at]!))

function lastShift(
  values: readonly number[],
  shifts: readonly Shift[],
  { unit, usual }: { unit: number; usual: number },
): Tidied['shift'] {
  const { since } =
    shifts.findLast((one) => one.since >= sinceShift && values.length - one.since >= sinceShift) ?? {}
  if (since === undefined) return null
  const before = medianOf(values.slice(since - sinceShift, since)) + usual
  const after = medianOf(values.slice(since, since + sinceShift))
  return Math.abs(after - before) > cut * unit ? { since, before, after } : null
}
