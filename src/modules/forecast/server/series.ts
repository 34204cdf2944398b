import { warehouse } from '../../../engine/port.ts'
import { keyOf } from '../../../engine/query/calendar.ts'
import { type Catalogue, type Counted, catalogue, type Metric } from '../../../engine/query/catalogue.ts'
import { countedMetrics } from '../../../engine/query/compile.ts'
import type { Filter } from '../../../engine/query/query.ts'
import { run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import {
  type Day,
  dayIn,
  nextPeriod,
  type Period,
  periodOf,
  periodsBetween,
} from '../../../methods/fiscal.ts'
import { freshen, type Organisation, organisation } from '../../imports/server/index.ts'
import { lastComplete, type Partial, type Reach } from '../rules.ts'
import type { Grain } from '../things.ts'
import { amountOf, inOneCurrency, requireMetric, type Selection } from './currency.ts'

export type SeriesAsked = Selection & { metric: string; grain: Grain }
export type Series = {
  metric: Metric
  here: Organisation
  currency: string | null
  otherCurrencies: string[]
  /** Whole periods only, oldest first, without a gap. */
  periods: Period[]
  values: number[]
  /** The conditions, narrowed to one currency. */
  where: Filter[]
  /** What has come in since. */
  partial: Partial | null
  notices: string[]
  refused: string | null
}

/** A metric's values by period up to the last one that is whole; periods without rows are 0, of ratios undefined. */
export async function seriesOf(ctx: Ctx, asked: SeriesAsked): Promise<Series> {
  await freshen(ctx)
  const metric = requireMetric(ctx, asked.metric)
  const here = await organisation(ctx.db)
  const { currency, others, where, notices } = await inOneCurrency(ctx, metric, asked, here.currency)
  const bare = {
    metric,
    here,
    currency,
    otherCurrencies: others,
    periods: [],
    values: [],
    where,
    partial: null,
  }

  const today = dayIn(here.zone, ctx.now)
  const reach = await reachOf(ctx, metric, today)
  if (!reach) return { ...bare, notices, refused: `${metric.title} has no rows with a date yet.` }
  const end = lastComplete(reach, { ...asked, today, calendar: here.calendar })
  const begin = beginning(asked, here)
  const selection = { ...asked, from: begin.from, to: end.last.endsOn, where }
  const counted = await countedBy(ctx, metric, selection, here)

  const said = [...notices, ...begin.notices, ...end.notices]
  const filled = fill(metric, counted, { from: begin.from, last: end.last }, asked.grain, here)
  return { ...bare, ...filled, partial: end.partial, notices: [...said, ...filled.notices] }
}

/** The newest day of a metric's rows; of a ratio the earlier of its parts', since both are needed. */
async function reachOf(ctx: Ctx, metric: Metric, today: Day): Promise<Reach | null> {
  const places = placesOf(ctx.use(catalogue), metric)
  const found = await Promise.all(
    places.map(async ({ table, day }) => {
      const [row] = await ctx.use(warehouse).query<{ newest: string | null; gap: number | null }>(
        `select max(d)::varchar as newest, quantile_disc(gap, 0.95) as gap from (
           select d, datediff('day', lag(d) over (order by d), d) as gap
           from (select distinct ${day} as d from ${table} where ${day} <= $1::date))`,
        [today],
      )
      return row?.newest ? { newest: row.newest, usualGap: row.gap ?? 0 } : null
    }),
  )
  if (found.includes(null)) return null
  return (found as Reach[]).sort((a, b) => a.newest.localeCompare(b.newest))[0] ?? null
}

function placesOf(known: Catalogue, metric: Metric): { table: string; day: string }[] {
  const places = countedMetrics(known, [metric.id]).map((one) => {
    const { fact, day } = (one as { counted: Counted }).counted
    return { table: known.facts.get(fact)!.table, day }
  })
  return [...new Map(places.map((place) => [`${place.table} ${place.day}`, place])).values()]
}

/** A first period that is asked for only in part is left out as a last one is. */
function beginning({ from, grain }: SeriesAsked, { calendar }: Organisation) {
  if (from === undefined) return { from, notices: [] }
  const first = periodOf(from, grain, calendar)
  if (first.startsOn === from) return { from, notices: [] }
  return {
    from: nextPeriod(first, calendar).startsOn,
    notices: [`${first.label} begins before ${from} and is left out.`],
  }
}

/** The values of a metric by the keys of periods of any grain. */
export async function countedBy(
  ctx: Ctx,
  metric: Metric,
  selection: Omit<SeriesAsked, 'grain'> & { grain: Grain | 'day' },
  { currency }: Organisation,
): Promise<Map<string, number | null>> {
  const { grain, from, to, where } = selection
  if (from !== undefined && to !== undefined && from > to) return new Map()
  const asked = { from, to, where, grain, metrics: [metric.id], by: [], limit: 100_000 }
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), asked, currency)
  return new Map(rows.map((row) => [String(row[grain]), amountOf(row[metric.id] ?? null)]))
}

function fill(
  metric: Metric,
  counted: ReadonlyMap<string, number | null>,
  { from, last }: { from: string | undefined; last: Period },
  grain: Grain,
  { calendar }: Organisation,
): Pick<Series, 'periods' | 'values' | 'notices' | 'refused'> {
  if (counted.size === 0)
    return {
      periods: [],
      values: [],
      notices: [],
      refused: `${metric.title} has no whole period to learn from.`,
    }
  const back = periodsBetween(from ?? '1990-01-01', last.endsOn, grain, calendar)
  const first = back.findIndex((period) => counted.has(keyOf(period, calendar)))
  const periods = back.slice(Math.max(0, first))
  const cells = periods.map((period) => {
    const value = counted.get(keyOf(period, calendar))
    return 'ratio' in metric ? (value ?? null) : (value ?? 0)
  })
  return afterGap(metric, periods, cells)
}

/** A ratio with nothing to divide by is no 0: the series begins after the newest such period. */
function afterGap(metric: Metric, periods: Period[], cells: (number | null)[]) {
  const gap = cells.lastIndexOf(null)
  const why = 'ratio' in metric ? metric.ratio.undefined : 'amounts are in several currencies'
  const label = periods[gap]?.label
  const isLast = gap === cells.length - 1 && gap >= 0
  return {
    periods: periods.slice(gap + 1),
    values: cells.slice(gap + 1) as number[],
    notices:
      gap >= 0 && !isLast
        ? [`In ${label} ${why}; no value can be filled in, so the history begins after it.`]
        : [],
    refused: isLast
      ? `${metric.title} cannot be forecast: in ${label}, the last whole period, ${why}.`
      : null,
  }
}
