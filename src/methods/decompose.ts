import {
  carried,
  type Decomposition,
  decomposition,
  over,
  type Pair,
  requireUsable,
  shapley,
  sumOf,
} from './effects.ts'

export type { Decomposition, Effects } from './effects.ts'

export type Part = { numerator: number; denominator: number }

/** One segment in two periods; null where it was not there. */
export type PartChange = { segment: string; before: Part | null; after: Part | null }

/**
 * What changed in a ratio Σ numerator / Σ denominator, such as a conversion rate, from one period to another.
 *
 * With s a segment's share of the denominator and r its own ratio, s̄ and r̄ their averages over the two periods and R̄
 * that of the whole ratio: mix = Δs (r̄ − R̄), a better segment gained weight or a worse one lost it; rate = s̄ Δr, the
 * segment itself did better. Volume is what `totalChange` has besides: more of the same leaves a ratio as it is. A
 * segment without a denominator in one period is taken to have had the ratio of the other, so that it is all mix.
 * Effects in the unit of the ratio; over all segments they add up to the change, save rounding. Refused where the whole
 * denominator of a period is 0; throws RangeError for a number that is not finite or a denominator below 0.
 * Source: Kitagawa 1955.
 */
export function ratioChange(
  changes: readonly PartChange[],
): Decomposition<'mix' | 'rate'> | { refused: string } {
  const { rows, denominator, numerator } = read(changes)
  const empty = denominator.indexOf(0)
  if (empty >= 0)
    return {
      refused: `There is no ratio in the ${empty === 0 ? 'earlier' : 'later'} period: it divides by 0.`,
    }

  const twice = sumOf(rows.map(({ share, rate }) => share[0] * rate[0] + share[1] * rate[1]))
  const segments = rows.map(({ segment, share, rate, loose }) => ({
    segment,
    mix: ((share[1] - share[0]) * (rate[0] + rate[1] - twice)) / 2,
    rate: ((rate[1] - rate[0]) * (share[0] + share[1])) / 2,
    unmatched: loose[1] / denominator[1] - loose[0] / denominator[0],
  }))

  const ends: Pair = [numerator[0] / denominator[0], numerator[1] / denominator[1]]
  return decomposition(['mix', 'rate'], ends, segments)
}

/**
 * What changed in the total of the numerator, such as conversions. Each segment's is whole denominator × its share of it
 * × its ratio, so it changed by volume (more in all), mix (more of it here) and rate (more came of it): the Shapley
 * value of each factor, in the unit of the numerator, adding up segment by segment. A factor undefined in one period is
 * taken from the other. Throws as `ratioChange` does. Source: Shapley 1953; Albrecht, François & Schoors 2002.
 */
export function totalChange(changes: readonly PartChange[]): Decomposition<'volume' | 'mix' | 'rate'> {
  const { rows, denominator, numerator } = read(changes)
  const segments = rows.map(({ segment, share, rate: own, loose }) => {
    const [volume, mix, rate] = shapley([denominator, share, own])
    return { segment, volume, mix, rate, unmatched: loose[1] - loose[0] }
  })
  return decomposition(['volume', 'mix', 'rate'], numerator, segments)
}

function read(changes: readonly PartChange[]) {
  const parts = changes.map(({ segment, before, after }) => ({
    segment,
    numerator: [before?.numerator ?? 0, after?.numerator ?? 0] as const,
    denominator: [before?.denominator ?? 0, after?.denominator ?? 0] as const,
  }))
  for (const part of parts) requireUsable(part.numerator, part.denominator)
  const total = (name: 'numerator' | 'denominator'): Pair => [
    sumOf(parts.map((part) => part[name][0])),
    sumOf(parts.map((part) => part[name][1])),
  ]
  const denominator = total('denominator')
  const rows = parts.map((part) => ({
    segment: part.segment,
    share: ratiosOf(part.denominator, denominator),
    rate: ratiosOf(part.numerator, part.denominator),
    loose: looseIn(part.numerator, part.denominator),
  }))
  return { rows, denominator, numerator: total('numerator') }
}

const ratiosOf = (part: Pair, whole: Pair): Pair => carried(over(part[0], whole[0]), over(part[1], whole[1]))

/** What has nothing to be divided by. */
const looseIn = (part: Pair, whole: Pair): Pair => [
  whole[0] === 0 ? part[0] : 0,
  whole[1] === 0 ? part[1] : 0,
]

/** Such as leads, the deals that came of them, and what those were worth. */
export type Worth = { volume: number; units: number; value: number }

export type WorthChange = { segment: string; before: Worth | null; after: Worth | null }

/**
 * What changed in a sum of value = volume × rate × value per unit, rate being units / volume: the Shapley value of each
 * factor, in the unit of the value, adding up segment by segment. A segment that appears or goes is all volume. A factor
 * undefined in one period is taken from the other; `unmatched` is value without units, or with units without volume.
 * Throws RangeError for a number that is not finite, or a volume or units below 0. Source: as `totalChange`.
 */
export function valueChange(changes: readonly WorthChange[]): Decomposition<'volume' | 'rate' | 'perUnit'> {
  const rows = changes.map(({ segment, before, after }) => ({
    segment,
    volume: [before?.volume ?? 0, after?.volume ?? 0] as const,
    units: [before?.units ?? 0, after?.units ?? 0] as const,
    value: [before?.value ?? 0, after?.value ?? 0] as const,
  }))
  for (const { value, volume, units } of rows) requireUsable(value, [...volume, ...units])

  const segments = rows.map(({ segment, volume: own, units, value }) => {
    const [volume, rate, perUnit] = shapley([own, ratiosOf(units, own), ratiosOf(value, units)])
    const loose = looseIn(value, [own[0] * units[0], own[1] * units[1]])
    return { segment, volume, rate, perUnit, unmatched: loose[1] - loose[0] }
  })

  const total = (side: 0 | 1) => sumOf(rows.map(({ value }) => value[side]))
  return decomposition(['volume', 'rate', 'perUnit'], [total(0), total(1)], segments)
}
