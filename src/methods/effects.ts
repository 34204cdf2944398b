/** Effects of one segment, or of all together; with `unmatched` they add up to `change`. */
export type Effects<Name extends string> = Record<Name, number> & {
  /** What no factor explains: a numerator without a denominator. 0 in sound figures. */
  unmatched: number
  change: number
}

export type Decomposition<Name extends string> = {
  before: number
  after: number
  change: number
  all: Effects<Name>
  /** The largest change first, whichever way it went. */
  segments: (Effects<Name> & { segment: string })[]
}

/** A figure before and after. */
export type Pair = readonly [before: number, after: number]

/** The sum of numbers in one unit; 0 of none. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** A share or ratio; null where there is nothing to divide by. */
export const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** A factor that is undefined in one period is taken from the other, so that it is never what changed. */
export const carried = (before: number | null, after: number | null): Pair => [
  before ?? after ?? 0,
  after ?? before ?? 0,
]

/**
 * The change of a · b · c by factor: each one's own change times the other two, averaged over the six orders in which
 * the three can change (Shapley value). The three effects add up to the change of the product.
 */
export function shapley([a, b, c]: readonly [Pair, Pair, Pair]): [number, number, number] {
  const effect = (own: Pair, one: Pair, two: Pair) =>
    (own[1] - own[0]) * ((one[0] * two[0] + one[1] * two[1]) / 3 + (one[0] * two[1] + one[1] * two[0]) / 6)
  return [effect(a, b, c), effect(b, a, c), effect(c, a, b)]
}

type Row<Name extends string> = Record<Name | 'unmatched', number>

/** The decomposition made of its segments' effects; `ends` is the figure of all segments before and after. */
export function decomposition<Name extends string>(
  names: readonly Name[],
  [before, after]: Pair,
  rows: readonly (Row<Name> & { segment: string })[],
): Decomposition<Name> {
  const effects = [...names, 'unmatched'] as const
  const made = (effectOf: (name: Name | 'unmatched') => number) => {
    // Adding 0 makes a plain 0 of −0, which pages would print with its sign.
    const values = Object.fromEntries(effects.map((name) => [name, effectOf(name) + 0])) as Row<Name>
    return { ...values, change: sumOf(effects.map((name) => values[name])) }
  }
  return {
    before,
    after,
    change: after - before,
    all: made((name) => sumOf(rows.map((row) => row[name]))),
    segments: rows
      .map((row) => ({ segment: row.segment, ...made((name) => row[name]) }))
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
  }
}

/** Throws RangeError for a number that is not finite, or for a size to divide by that is below 0. */
export function requireUsable(amounts: readonly number[], sizes: readonly number[]): void {
  const wrong = [...amounts, ...sizes].find((value) => !Number.isFinite(value))
  if (wrong !== undefined) throw new RangeError(`A change with ${wrong} in it cannot be taken apart.`)
  const negative = sizes.find((value) => value < 0)
  if (negative !== undefined)
    throw new RangeError(`A change is taken apart by sizes of 0 or more, and ${negative} is one of them.`)
}
