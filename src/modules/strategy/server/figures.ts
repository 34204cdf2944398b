import { warehouse } from '../../../engine/port.ts'
import { keyOf } from '../../../engine/query/calendar.ts'
import { type Catalogue, catalogue, type Fact, type Metric } from '../../../engine/query/catalogue.ts'
import type { Filter } from '../../../engine/query/query.ts'
import { type AnswerRow, run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { addDays, type Day, dayIn, type Grain, periodOf, periodsBetween } from '../../../methods/fiscal.ts'
import { freshen, organisation } from '../../imports/server/index.ts'

export function requireMetric(ctx: Ctx, id: string): Metric {
  const metric = ctx.use(catalogue).metrics.get(id)
  if (!metric) throw missing(`The metric “${id}”`)
  return metric
}

type Selection = { from?: Day; to?: Day; where?: Filter[]; grain?: Grain }

/** The bare number of a cell; null where it is undefined. */
const amountOf = (cell: AnswerRow[string] | undefined): number | null =>
  typeof cell === 'number' ? cell : cell && typeof cell === 'object' ? cell.amount : null

async function ask(ctx: Ctx, metric: string, { from, to, where = [], grain }: Selection) {
  const { currency } = await organisation(ctx.db)
  const query = { metrics: [metric], by: [], from, to, where, grain, limit: 100_000 }
  return (await run(ctx.use(warehouse), ctx.use(catalogue) as Catalogue, query, currency)).rows
}

/** A metric’s value of some days, in its own unit. */
export async function amountIn(ctx: Ctx, metric: string, selection: Selection): Promise<number | null> {
  const [row] = await ask(ctx, metric, { ...selection, grain: undefined } as Selection)
  return amountOf(row?.[metric])
}

/**
 * The newest day from `from` to `to` up to which a metric is known; null where nothing is. What it is counted from tells:
 * a week in which nothing was won is a week of 0 where opportunities were opened since.
 */
export async function newestDay(ctx: Ctx, id: string, from: Day, to: Day): Promise<Day | null> {
  const known = ctx.use(catalogue) as Catalogue
  const facts = known.factsOf(requireMetric(ctx, id))
  const days = await Promise.all(facts.map((fact) => reachOf(ctx, known, fact, to)))
  if (days.includes(null)) return null
  const least = (days as Day[]).sort()[0]!
  return least < from ? null : least
}

async function reachOf(ctx: Ctx, known: Catalogue, { name, table }: Fact, to: Day): Promise<Day | null> {
  const counted = [...known.metrics.values()].flatMap((one) => ('counted' in one ? [one.counted] : []))
  const days = new Set(counted.filter((one) => one.fact === name).map((one) => one.day))
  const newest = [...days].map((day) => `max(${day}) filter (where ${day} <= $1::date)`)
  const [row] = await ctx
    .use(warehouse)
    .query<{ day: string | null }>(
      `select greatest(${newest.join(', ')})::date::varchar as day from ${table}`,
      [to],
    )
  return row?.day ?? null
}

/** A metric’s values by the first day of each month. */
export async function monthsIn(
  ctx: Ctx,
  metric: string,
  { from, to, where }: { from: Day; to: Day; where: Filter[] },
): Promise<Map<Day, number | null>> {
  const { calendar } = await organisation(ctx.db)
  const rows = await ask(ctx, metric, { from, to, where, grain: 'month' })
  const known = new Map(rows.map((row) => [String(row.month), amountOf(row[metric])]))
  return new Map(
    periodsBetween(from, to, 'month', calendar).map((one) => [
      one.startsOn,
      known.get(keyOf(one, calendar)) ?? null,
    ]),
  )
}

export type Step = { startsOn: Day; endsOn: Day; value: number }

/**
 * The values of whole periods up to the newest row, oldest first, without a gap. A sum without rows is 0; of a ratio
 * the series begins after the newest period that has none.
 */
export async function seriesOf(
  ctx: Ctx,
  metric: Metric,
  grain: 'week' | 'month',
  where: Filter[] = [],
): Promise<Step[]> {
  await freshen(ctx)
  const { zone, calendar } = await organisation(ctx.db)
  const today = dayIn(zone, ctx.now)
  const since = addDays(today, -longest)
  const newest = await newestDay(ctx, metric.id, since, addDays(today, -1))
  if (newest === null) return []
  const rows = await ask(ctx, metric.id, { from: since, to: newest, where, grain })
  const known = new Map(rows.map((row) => [String(row[grain]), amountOf(row[metric.id])]))
  const whole = periodsBetween(since, newest, grain, calendar)
    .filter((one) => one.startsOn >= since && one.endsOn <= newest)
    .map((one) => ({ ...one, value: known.get(keyOf(one, calendar)) }))
  const first = whole.findIndex((one) => one.value !== undefined)
  const steps = first < 0 ? [] : whole.slice(first)
  const gap = 'ratio' in metric ? steps.findLastIndex((one) => (one.value ?? null) === null) : -1
  return steps.slice(gap + 1).map(({ startsOn, endsOn, value }) => ({ startsOn, endsOn, value: value ?? 0 }))
}

/** About six years. */
const longest = 2200

/** The calendar day it is, the fiscal calendar, and the currency. */
export async function here(ctx: Ctx) {
  const { zone, calendar, currency } = await organisation(ctx.db)
  return {
    today: dayIn(zone, ctx.now),
    calendar,
    currency,
    month: (day: Day) => periodOf(day, 'month', calendar),
  }
}
