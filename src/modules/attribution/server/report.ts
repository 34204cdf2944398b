import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { conditions, dimensionOf } from '../../../engine/query/compile.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { rankChannels } from '../../../methods/attribution.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { attribution, ModelId, ReportRow } from '../contract.ts'
import { models } from '../rules.ts'
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
  const { currency: own } = await organisation(ctx.db)
  const all = await creditsBy(ctx, asked)
  const currency = mainCurrency(all, own)
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
    reconciliation: reconcile(found, currency),
    dimensions,
    settings,
    notes: notes(all, currency, found),
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
     from mart.credit where ${['true', ...where].join(' and ')} group by all`,
    params,
  )
}

/** Money is not added across currencies: the organisation’s own, else the one with the most. */
function mainCurrency(rows: Found[], own: string): string {
  if (rows.length === 0 || rows.some((row) => row.currency === own)) return own
  const total = (currency: string) =>
    sumOf(
      rows.filter((row) => row.currency === currency),
      'v_linear',
    )
  return [...new Set(rows.map((row) => row.currency))].sort((a, b) => total(b) - total(a))[0]!
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

/** Revenue = credited + unattributed; linear stands for every model, for all of them add up to the same. */
function reconcile(rows: Found[], currency: string) {
  const [touched, alone] = [rows.filter((row) => !row.alone), rows.filter((row) => row.alone)]
  const [salesCredited, salesUnattributed] = [touched, alone].map((part) =>
    Math.round(sumOf(part, 's_linear')),
  ) as [number, number]
  return {
    currency,
    revenue: sumOf(rows, 'v_linear'),
    credited: sumOf(touched, 'v_linear'),
    unattributed: sumOf(alone, 'v_linear'),
    sales: salesCredited + salesUnattributed,
    salesCredited,
    salesUnattributed,
  }
}

function notes(all: Found[], currency: string, shown: Found[]): string[] {
  const others = [...new Set(all.map((row) => row.currency))].filter((one) => one !== currency)
  return [
    ...(others.length > 0
      ? [
          `Only sales in ${currency} are shown; those in ${others.join(', ')} are not added to them. Filter by currency to see them.`,
        ]
      : []),
    ...(shown.length > 0 && shown.every((row) => row.alone)
      ? [
          'No touch was recorded before any of these sales: import touches, and look whether they name the people.',
        ]
      : []),
  ]
}
