import { exchange } from '../../../methods/money.ts'
import type { ComparedLine, Sides } from '../things.ts'

type Rated = ComparedLine & { rate: number | null }
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** An amount at a rate in another currency, whatever its sign. */
export function atRate(minor: number, from: { currency: string; rate: number }, currency: string): number {
  const own = exchange(Math.abs(minor), from, { currency, rate: 1 })
  return minor < 0 ? -own : own
}

const sides = (before: number, after: number): Sides => ({ before, after, difference: after - before })

/** Lines summed by area, by month and in all, in one currency. Lines without a rate are in none of the sums. */
export function summed(lines: readonly Rated[], months: readonly string[], currency: string) {
  const known = lines
    .filter((one): one is Rated & { rate: number } => one.rate !== null)
    .map((one) => {
      const inOwn = (minor: number) => atRate(minor, { currency: one.currency, rate: one.rate }, currency)
      return { area: one.area, before: one.before.map(inOwn), after: one.after.map(inOwn) }
    })
  const areas = [...new Set(known.map((one) => one.area))]
  const of = (part: typeof known) =>
    sides(sum(part.flatMap((one) => one.before)), sum(part.flatMap((one) => one.after)))
  return {
    areas: areas.map((area) => ({ area, ...of(known.filter((one) => one.area === area)) })),
    months: months.map((month, at) => ({
      month,
      ...sides(sum(known.map((one) => one.before[at]!)), sum(known.map((one) => one.after[at]!))),
    })),
    total: of(known),
  }
}

/** How a line of a comparison came out. */
export function howOf(
  before: readonly number[] | null,
  after: readonly number[] | null,
): ComparedLine['how'] {
  if (before === null) return 'added'
  if (after === null) return 'dropped'
  return before.some((minor, at) => minor !== after[at]) ? 'changed' : 'same'
}
