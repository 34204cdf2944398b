import { roundedTable, roundedTogether } from '../../../methods/rounding.ts'
import type { Change } from '../routes/changes.ts'

const names = ['volume', 'mix', 'rate', 'unmatched'] as const

/**
 * A change as it is printed: every effect at the same digit, rounded so that each line adds up across, and all lines
 * add up to the whole, in the figures one reads.
 */
export function shownChange<T extends Pick<Change, 'unit' | 'all' | 'segments' | 'before' | 'after'>>(
  change: T,
): T {
  if (change.all === null) return change
  const { all } = change
  const step = stepOf(change)
  const per = Math.round(1 / step)
  const sizes = roundedTogether(
    change.segments.map((one) => one.change),
    step,
    all.change,
  )
  const valuesOf = (one: Record<(typeof names)[number], number>) => names.map((name) => one[name])
  const sums = roundedTogether(valuesOf(all), step, all.change)
  const table = roundedTable(change.segments.map(valuesOf), step, sizes, sums)
  const segments = change.segments.map((one, at) => ({ ...one, ...effectsOf(table[at] ?? [], per) }))
  return { ...change, segments, all: effectsOf(sums, per) }
}

function effectsOf(steps: number[], per: number) {
  const [volume = 0, mix = 0, rate = 0, unmatched = 0] = steps.map((one) => one / per)
  return { volume, mix, rate, unmatched, change: steps.reduce((sum, one) => sum + one, 0) / per }
}

/** The digit all lines are printed at: the coarsest that `printed` gives any of them. */
function stepOf({ unit, all, segments, before, after }: Parameters<typeof shownChange>[0]): number {
  const effects = [all, ...segments].flatMap((one) =>
    one ? [...names.map((name) => one[name]), one.change] : [],
  )
  const most = (values: (number | null)[]) => Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  if (unit === 'ratio') return most(effects) < 0.001 ? 0.0001 : 0.001
  return most([...effects, before, after]) >= (unit === 'money' ? 10_000 : 100) ? 1 : 0.1
}
