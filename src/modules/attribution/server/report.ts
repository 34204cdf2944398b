import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { conditions, dimensionOf } from '../../../engine/query/compile.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { rankChannels } from '../../../methods/attribution.ts'
import { toMoney } from '../../../methods/money.ts'
import { freshen } from '../../imports/server/index.ts'
import type { attribution, ModelId, ReportRow } from '../contract.ts'
import { isPartial, models } from '../rules.ts'
import { dimensions } from './facts.ts'
import { currentIntervals } from './intervals.ts'
import { currentSettings } from './settings.ts'

type Found = { value: string | null; alone: boolean; currency: string } & Record<string, number>
type Asked = In<typeof attribution.report>

/** Credit by every model along one dimension, with the line that reconciles it with the revenue. */
export async function report(ctx: Ctx, asked: Asked) {
  const signature = await freshen(ctx)
  if (!dimensions.includes(asked.by))
    throw invalid(`Credit cannot be broken down by “${asked.by}”. It can by ${dimensions.join(', ')}.`)
  const all = await creditsBy(ctx, asked)
  const currency = await saleCurrency(ctx)
  const found = all.filter((row) => row.currency === currency)
  const settings = await currentSettings(ctx.db)
  const attributed = found.filter((row) => !row.alone)
  const measured = asked.by === 'channel' ? await currentIntervals(ctx.db, signature) : new Map()
  const rows = withShares(attributed).map((row) => ({ ...row, interval: measured.get(row.value) ?? null }))
  const alone = found.filter((row) => row.alone)
  return {
    by: asked.by,
    model: settings.settings.model,
    models,
    rows: [...rows, ...(alone.length > 0 ? [unattributed(alone)] : [])],
    reconciliation: isPartial(asked.where) ? partOf(currency) : await reconcile(ctx, asked, currency, found),
    dimensions,
    settings,
    notes: await notes(ctx, all, currency, found),
  }
}

async function creditsBy(ctx: Ctx, { by, ...selection }: Asked): Promise<Found[]> {
  const fact = ctx.use(catalogue).facts.get('credit_first')!
  const params: DuckDBValue[] = []
  const where = conditions(fact, selection, 'closed_on', params)
  const sums = models.map(
    ({ id }) => `sum("${id}" * unit)::double as "v_${id}", sum(w_${id})::double as "s_${id}"`,
  )
  return ctx.use(warehouse).query<Found>(
    `select ${dimensionOf(fact, by)}::varchar as value, n = 0 as alone, currency, count(distinct opportunity_id) as sales, ${sums.join(', ')}
     from mart.credit where ${['true', ...where].join(' and ')} group by all order by 1 nulls last, 2, 3`,
    params,
  )
}

/** The currency sales are added up in. */
export async function saleCurrency(ctx: Ctx): Promise<string> {
  const [row] = await ctx
    .use(warehouse)
    .query<{ currency: string }>('select currency from mart.sale_currency')
  return row!.currency
}

const sumOf = (rows: Found[], name: string): number =>
  Math.round(rows.reduce((sum, row) => sum + (row[name] ?? 0), 0) * 1e6) / 1e6

const byModel = (row: Found, prefix: string): Record<ModelId, number> =>
  Object.fromEntries(models.map(({ id }) => [id, row[`${prefix}_${id}`] ?? 0])) as Record<ModelId, number>

function withShares(rows: Found[]): ReportRow[] {
  const total = Object.fromEntries(models.map(({ id }) => [id, sumOf(rows, `v_${id}`)]))
  const shares = rows.map((row) => ({
    row,
    share: Object.fromEntries(
      models.map(({ id }) => [id, total[id] === 0 ? 0 : (row[`v_${id}`] ?? 0) / total[id]!]),
    ) as Record<ModelId, number>,
  }))
  const ranks = ranked(shares.map(({ share }) => share))
  return shares.map(({ row, share }, at) => ({
    value: row.value,
    isUnattributed: false,
    credit: byModel(row, 'v'),
    sales: byModel(row, 's'),
    share,
    lowest: Math.min(...Object.values(share)),
    highest: Math.max(...Object.values(share)),
    ranks: ranks[at]!,
    interval: null,
    isThin: (row.sales ?? 0) < fewSales,
  }))
}

const fewSales = 30

function ranked(shares: Record<ModelId, number>[]): [number, number][] {
  const table = new Map(
    models.map(({ id }) => [id, new Map(shares.map((share, at) => [String(at), share[id]]))]),
  )
  return rankChannels(table).map(({ ranks }) => [Math.min(...ranks), Math.max(...ranks)])
}

function unattributed(rows: Found[]): ReportRow {
  const summed = (prefix: string) =>
    Object.fromEntries(models.map(({ id }) => [id, sumOf(rows, `${prefix}_${id}`)])) as Record<
      ModelId,
      number
    >
  return {
    value: null,
    isUnattributed: true,
    credit: summed('v'),
    sales: summed('s'),
    share: null,
    lowest: null,
    highest: null,
    ranks: null,
    interval: null,
    isThin: false,
  }
}

const nothing = {
  ...{ revenue: null, credited: null, unattributed: null },
  ...{ sales: null, salesCredited: null, salesUnattributed: null },
}

/** Credit of some touches is no revenue: other touches have their part in the same sales. */
const partOf = (currency: string) => ({
  currency,
  ...nothing,
  says: 'Only touches that fit the conditions are credited here. Other touches have their part in the same sales, so this is no revenue to reconcile with.',
})

/** What was sold, counted from the opportunities, beside what was credited; linear stands for every model, for all add up to the same. */
async function reconcile(ctx: Ctx, { where, ...period }: Asked, currency: string, rows: Found[]) {
  const fact = ctx.use(catalogue).facts.get('opportunity')!
  const params: DuckDBValue[] = []
  const [sold] = await ctx.use(warehouse).query<{ sales: number; revenue: number }>(
    `select count(*) as sales, coalesce(sum(j.revenue * j.unit), 0)::double as revenue
     from mart.opportunity join (select opportunity_id, is_counted, revenue, unit from mart.journey) j using (opportunity_id)
     where ${["outcome = 'won'", 'is_counted', ...conditions(fact, { ...period, where }, 'closed_on', params)].join(' and ')}`,
    params,
  )
  const [touched, alone] = [rows.filter((row) => !row.alone), rows.filter((row) => row.alone)]
  const money = (amount: number) => toMoney(amount, currency).amount
  const { revenue = 0, sales = 0 } = sold ?? {}
  const [credited, unattributed] = [money(sumOf(touched, 'v_linear')), money(sumOf(alone, 'v_linear'))]
  return {
    currency,
    says: `Revenue ${money(revenue)} ${currency} = credited ${credited} + unattributed ${unattributed}, of ${sales} sales.`,
    revenue: money(revenue),
    credited,
    unattributed,
    sales,
    salesCredited: Math.round(sumOf(touched, 's_linear')),
    salesUnattributed: Math.round(sumOf(alone, 's_linear')),
  }
}

async function notes(ctx: Ctx, all: Found[], currency: string, shown: Found[]): Promise<string[]> {
  const others = [...new Set(all.map((row) => row.currency))].filter((one) => one !== currency)
  return [
    ...(await converted(ctx, currency)),
    ...(others.length > 0
      ? [
          `Only sales in ${currency} are shown; for those in ${others.join(', ')} no rate holds on the day they closed, and they are not added. Set one on the Costs page under Rates.`,
        ]
      : []),
    ...(shown.length > 0 && shown.every((row) => row.alone)
      ? [
          'No touch was recorded before any of these sales: import touches, and look whether they name the people.',
        ]
      : []),
  ]
}

async function converted(ctx: Ctx, currency: string): Promise<string[]> {
  const rows = await ctx
    .use(warehouse)
    .query<{ sold_currency: string }>(
      `select distinct sold_currency from mart.journey where outcome = 'won' and is_counted and sold_currency <> currency order by 1`,
    )
  if (rows.length === 0) return []
  const from = rows.map((row) => row.sold_currency).join(', ')
  return [`Sales in ${from} are counted in ${currency} at the rate of the day they closed.`]
}
