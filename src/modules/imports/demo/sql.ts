import { literal } from '../../../engine/ingest/index.ts'
import { type Lag, type Steps, steps } from './plan.ts'

/** A list of SQL literals; an element of it is picked with `pick`. */
export const literals = (values: readonly string[]): string => `[${values.map(literal).join(', ')}]`

/** An element of a literal list, by a number from 0 to below 1. */
export const pick = (values: readonly string[], by: string): string =>
  `${literals(values)}[1 + floor(${by} * ${values.length})::int]`

/** A value by weight: walks the cumulated weights, which need not sum to 1. */
export function weighted(by: string, entries: readonly (readonly [value: string, weight: number])[]): string {
  if (entries.length === 1) return literal(entries[0]![0])
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let upto = 0
  const cases = entries.slice(0, -1).map(([value, weight]) => {
    upto += weight
    return `when ${by} < ${(upto / total).toFixed(6)} then ${literal(value)}`
  })
  return `case ${cases.join(' ')} else ${literal(entries.at(-1)![0])} end`
}

/** A choice by the value of a column. */
export function byValue(column: string, values: Record<string, string | number>): string {
  const cases = Object.entries(values).map(([key, value]) => `when ${literal(key)} then ${value}`)
  return `case ${column} ${cases.join(' ')} end`
}

/** A waiting time in days, drawn by row `i` and draw number `k`. */
export function drawn(lag: Lag, i: string, k: number): string {
  if (lag.kind === 'gamma2') return `gamma2(${i}, ${k}, ${lag.mean})`
  return `lognormal(${i}, ${k}, ${lag.median}, ${lag.sigma})`
}

type StepName = keyof Steps

export const probabilityOf = (step: StepName): string =>
  byValue(
    'origin',
    Object.fromEntries(Object.entries(steps).map(([name, of]) => [name, of[step].probability])),
  )

export const lagOf = (step: StepName, which: 'lag' | 'otherwise', k: number): string =>
  byValue(
    'origin',
    Object.fromEntries(Object.entries(steps).map(([name, of]) => [name, drawn(of[step][which], 'i', k)])),
  )

export const valuesTable = (
  name: string,
  columns: readonly string[],
  rows: readonly (string | number | null)[][],
) =>
  `create table ${name} as select * from (values ${rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ')}) t(${columns.join(', ')})`

function cell(value: string | number | null): string {
  if (value === null) return 'null::varchar'
  return typeof value === 'number' ? `${value}::double` : literal(value)
}

/**
 * Random draws that depend on nothing but seed, row and draw number, so that the same seed gives the same bytes on
 * any number of threads; and the arithmetic of days.
 */
export const macros = (seed: number): string[] => [
  `create macro seed() as ${seed}`,
  `create macro u(i, k) as (hash(i, k, ${seed}) >> 12)::double / 4503599627370496.0`,
  'create macro slice(h, shift) as ((h >> shift) & 65535)::double / 65536',
  'create macro gauss(i, k) as sqrt(-2 * ln(1 - u(i, k))) * cos(2 * pi() * u(i, k + 5000))',
  'create macro lognormal(i, k, median, sigma) as median * exp(sigma * gauss(i, k))',
  'create macro gamma2(i, k, mean) as -mean / 2 * (ln(1 - u(i, k)) + ln(1 - u(i, k + 5000)))',
  'create macro after(t, days) as t + to_microseconds((days * 86400000000)::bigint)',
  // Working hours: most of the day between 7 and 19, thick in the morning.
  'create macro clock(i, k) as (7 + 12 * (u(i, k) + u(i, k + 5000)) / 2) / 24',
  // Weekend work moves to the Monday after.
  'create macro workday(t) as case when isodow(t) > 5 then t + to_days(8 - isodow(t)::int) else t end',
]
