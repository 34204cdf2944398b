import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { freshen } from '../../imports/server/index.ts'
import type { attribution } from '../contract.ts'
import { closedDuring } from './behind/told.ts'
import { saleCurrency } from './report.ts'

type Asked = In<typeof attribution.journeys>

/** How sales came about: the paths most of them took, how long and how many touches they took, and what led to what. */
export async function journeys(ctx: Ctx, asked: Asked) {
  await freshen(ctx)
  const currency = await saleCurrency(ctx)
  const [lengths, paths, transitions] = await Promise.all([
    spreads(ctx, asked),
    topPaths(ctx, asked),
    steps(ctx, asked),
  ])
  return {
    ...lengths,
    paths,
    transitions,
    currency,
    notes: lengths.sales === 0 ? ['Nothing was won in the period.'] : [],
  }
}

async function spreads(ctx: Ctx, asked: Asked) {
  const params: DuckDBValue[] = []
  const [row] = await ctx.use(warehouse).query<{
    sales: number
    touches: number[] | null
    days: number[] | null
  }>(
    `select count(*) as sales, quantile_cont(touches, [0.5, 0.85]) filter (where touches > 0) as touches,
       quantile_cont(epoch(closed_at - first_at) / 86400, [0.5, 0.85]) filter (where touches > 0) as days
     from mart.journey j where outcome = 'won' and ${closedDuring(asked, params)}`,
    params,
  )
  const spread = (found: number[] | null | undefined) =>
    found ? { median: found[0]!, p85: found[1]! } : null
  return { sales: row?.sales ?? 0, touches: spread(row?.touches), days: spread(row?.days) }
}

/** Channels of closed opportunities in order, what follows itself said once: what people call a path. */
export const pathsSql = (during: string): string => `
  step as (
    select t.*, j.outcome, case when j.is_counted then j.revenue * j.unit end as value,
      lag(channel) over (partition by opportunity_id order by n) as before
    from mart.journey_touch t join mart.journey j using (opportunity_id) where ${during}),
  path as (
    select opportunity_id, any_value(outcome) as outcome, any_value(value) as value, list(channel order by n) as path
    from step where n = 1 or channel is distinct from before group by 1)`

async function topPaths(ctx: Ctx, asked: Asked) {
  const params: DuckDBValue[] = []
  const rows = await ctx.use(warehouse).query<{
    path: (string | null)[]
    won: number
    lost: number
    value: number | null
  }>(
    `with ${pathsSql(closedDuring(asked, params))}
     select path, count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
       sum(value)::double as value
     from path group by path having won > 0 order by won desc, value desc, path limit ${asked.limit}`,
    params,
  )
  return rows.map(({ path, won, lost, value }) => ({
    channels: path,
    won,
    lost,
    value: value ?? 0,
    rate: won + lost === 0 ? null : won / (won + lost),
  }))
}

/** From channel to channel, from the start and to the sale or the loss: each step of a closed opportunity once. */
export const movesSql = (during: string): string => `
  step as (
    select opportunity_id, n, m, coalesce(channel, 'No channel') as channel, outcome,
      lead(coalesce(channel, 'No channel')) over (partition by opportunity_id order by n) as after
    from mart.journey_touch t join mart.journey j using (opportunity_id) where ${during}),
  moved as (
    select distinct opportunity_id, 'Start' as "from", channel as "to" from step where n = 1
    union all select distinct opportunity_id, channel, after from step where after is not null and after <> channel
    union all select opportunity_id, channel, case outcome when 'won' then 'Won' else 'Lost' end from step where n = m)`

async function steps(ctx: Ctx, asked: Asked) {
  const params: DuckDBValue[] = []
  return ctx.use(warehouse).query<{ from: string; to: string; journeys: number }>(
    `with ${movesSql(closedDuring(asked, params))}
     select "from", "to", count(*) as journeys from moved group by 1, 2
       order by "from" = 'Start' or "to" in ('Won', 'Lost') desc, 3 desc, 1, 2`,
    params,
  )
}
