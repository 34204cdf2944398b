import { createHash } from 'node:crypto'
import { warehouse } from '../../../engine/port.ts'
import { keyOf } from '../../../engine/query/calendar.ts'
import { type Counted, catalogue } from '../../../engine/query/catalogue.ts'
import type { Filter } from '../../../engine/query/query.ts'
import { type AnswerRow, type Money, run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Day, dayIn, type Period, periodsBetween } from '../../../methods/fiscal.ts'
import { whyNotFit } from '../../../methods/response/index.ts'
import { inOneCurrency } from '../../forecast/server/index.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import { type Reach, unknownChannel, unknownWeeks, wholeWeeks } from '../rules.ts'
import { type CountedMetric, importedRevenue, requireOutcome } from './outcomes.ts'

const spendMetric = 'media_cost'

/** Spend of every channel and an outcome by whole weeks, with what they are counted in. */
export type Weeks = {
  metric: CountedMetric
  /** Of the outcome, where it is money. */
  outcomeCurrency: string | null
  /** Of the spend. */
  currency: string
  periods: Period[]
  outcome: number[]
  channels: { name: string; spend: number[]; total: Money }[]
  refused: string | null
  notices: string[]
  /** Changes when any of the numbers does. */
  signature: string
}

/** Ask the engine for media spend by channel and week and for the outcome, over the weeks that both know wholly. */
export async function weeksOf(ctx: Ctx, id: string): Promise<Weeks> {
  await freshen(ctx)
  const metric = requireOutcome(ctx, id)
  const here = await organisation(ctx.db)
  const spend = ctx.use(catalogue).metrics.get(spendMetric) as CountedMetric
  const today = dayIn(here.zone, ctx.now)
  const [spent, came] = await Promise.all([
    reachOf(ctx, spend.counted, today),
    reachOf(ctx, metric.counted, today),
  ])
  const own = await inOneCurrency(ctx, metric, { where: [] }, here.currency)
  const span = spent && came ? wholeWeeks([spent, came], today, here.calendar) : null
  const periods = span ? periodsBetween(span.from, span.to, 'week', here.calendar) : []
  const keys = periods.map((period) => keyOf(period, here.calendar))
  const asked = { from: span?.from, to: span?.to }
  const [byWeek, totals, values] = span
    ? await Promise.all([
        ask(ctx, { ...asked, metric: spendMetric, by: ['channel'], isWeekly: true }, here.currency),
        ask(ctx, { ...asked, metric: spendMetric, by: ['channel'] }, here.currency),
        ask(ctx, { ...asked, metric: id, by: [], where: own.where, isWeekly: true }, here.currency),
      ])
    : [[], [], []]
  const found = new Map(values.map((row) => [String(row.week), amountOf(row[id])]))
  const channels = channelsOf(byWeek, totals, keys)
  const outcome = keys.map((key) => found.get(key) ?? 0)
  const weekly = { channels, outcome }
  return {
    metric,
    outcomeCurrency: own.currency,
    currency: here.currency,
    periods,
    ...weekly,
    refused:
      whyNoReach(metric, spent, came) ??
      whyNotFit(weekly) ??
      unknownWeeks(
        metric.title,
        id === importedRevenue.id ? periods.filter((_, at) => !found.has(keys[at]!)) : [],
      ),
    notices: own.notices,
    signature: createHash('sha256')
      .update(JSON.stringify([id, own.currency, here.currency, keys, weekly]))
      .digest('hex'),
  }
}

function whyNoReach({ title }: CountedMetric, spent: Reach | null, came: Reach | null): string | null {
  if (!spent) return 'No media spend with a day is known yet. Import an ad report or a sheet of weekly spend.'
  return came ? null : `${title} has no rows with a day yet.`
}

/** First and last day of what a metric counts, and whether its rows stand for whole weeks. */
async function reachOf(ctx: Ctx, { fact, filter = 'true', day }: Counted, today: Day): Promise<Reach | null> {
  const { table } = ctx.use(catalogue).facts.get(fact)!
  const [row] = await ctx.use(warehouse).query<{ first: Day | null; last: Day; weekdays: number }>(
    `select min(${day})::varchar as first, max(${day})::varchar as last, count(distinct dayofweek(${day}))::int as weekdays
     from ${table} where ${filter} and ${day} <= $1::date`,
    [today],
  )
  return row?.first ? { first: row.first, last: row.last, isByWeek: row.weekdays === 1 } : null
}

type Question = {
  metric: string
  by: string[]
  from: Day | undefined
  to: Day | undefined
  where?: Filter[]
  isWeekly?: boolean
}

async function ask(ctx: Ctx, { metric, isWeekly, where = [], ...rest }: Question, currency: string) {
  const query = { ...rest, where, metrics: [metric], limit: Number.POSITIVE_INFINITY }
  const grain = isWeekly ? ({ grain: 'week' } as const) : {}
  return (await run(ctx.use(warehouse), ctx.use(catalogue), { ...query, ...grain }, currency)).rows
}

function channelsOf(byWeek: AnswerRow[], totals: AnswerRow[], keys: string[]): Weeks['channels'] {
  const spends = new Map<string, number>()
  const cell = (name: unknown, week: unknown) => JSON.stringify([name, week])
  for (const row of byWeek) spends.set(cell(row.channel, row.week), amountOf(row[spendMetric]))
  return totals
    .map((row) => ({
      name: String(row.channel ?? unknownChannel),
      spend: keys.map((key) => spends.get(cell(row.channel, key)) ?? 0),
      total: row[spendMetric] as Money,
    }))
    .filter(({ total }) => total.amount > 0)
}

const amountOf = (value: unknown): number =>
  typeof value === 'number' ? value : ((value as Money | null)?.amount ?? 0)
