import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { minorDigits, toMoney } from '../../../methods/money.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { costs } from '../contract.ts'
import { allLines, type Filter, pageOfLines } from './lines.ts'
import { toCost } from './tables.ts'

type Counted = { line: string | null; platform: string | null; rows: number; amount: string | null }
type Range = Pick<Filter, 'from' | 'to'>

export async function list(ctx: Ctx, asked: In<typeof costs.list>) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const [{ rows, total }, counted, written, { sums, notes }] = await Promise.all([
    pageOfLines(ctx, asked),
    countedIn(ctx, asked),
    writtenIn(ctx, asked),
    totals(ctx, asked, currency),
  ])
  const money = (amount: string | number | null) => (amount === null ? null : toMoney(amount, currency))
  const ofLine = new Map(counted.map((one) => [one.line, one]))
  return {
    // A line without a day in the period counts 0; one whose days have no rate is not known.
    items: rows.map((row) => ({
      ...toCost(row),
      counted: money(ofLine.has(row.id) ? ofLine.get(row.id)!.amount : 0),
    })),
    total,
    imported: counted
      .filter((one) => one.line === null)
      .map((one) => ({ platform: one.platform, rows: one.rows, counted: money(one.amount) })),
    sums: { cost: sums.cost, media: sums.media_cost, written: toMoney(written, currency) },
    notes,
  }
}

/** Conditions of a period on the days of the ledger. */
function within({ from, to }: Range) {
  const params: DuckDBValue[] = []
  const where = [
    ...(from ? [`day >= $${params.push(from)}::date`] : []),
    ...(to ? [`day <= $${params.push(to)}::date`] : []),
  ]
  return { where: where.join(' and ') || 'true', params }
}

/** What the ledger counts in the period, by line written here and by platform. */
function countedIn(ctx: Ctx, range: Range): Promise<Counted[]> {
  const { where, params } = within(range)
  return ctx.use(warehouse).query<Counted>(
    `select line, if(line is null, platform, null) as platform, count(*) as rows, sum(amount)::varchar as amount
     from mart.cost where ${where} group by 1, 2 order by sum(amount) desc nulls last`,
    params,
  )
}

/** What the lines written here come to, summed as decimals and rounded after that. */
async function writtenIn(ctx: Ctx, range: Range): Promise<string> {
  const { where, params } = within(range)
  const [row] = await ctx
    .use(warehouse)
    .query<{ amount: string }>(
      `select coalesce(sum(amount), 0)::varchar as amount from mart.cost where line is not null and ${where}`,
      params,
    )
  return row?.amount ?? '0'
}

type Money = { amount: number; currency: string }

async function totals(ctx: Ctx, { from, to }: Range, currency: string) {
  const asked = { metrics: ['cost', 'media_cost'], by: [], where: [], limit: 1, from, to }
  const answer = await run(ctx.use(warehouse), ctx.use(catalogue), asked as never, currency)
  return { sums: answer.rows[0] as unknown as Record<'cost' | 'media_cost', Money>, notes: answer.notes }
}

const heading = 'kind,channel,campaign,amount,currency,repeats,starts_on,ends_on,note,created_by'.split(',')

export async function exportLines(ctx: Ctx, { format, ...filter }: In<typeof costs.exportLines>) {
  const rows = (await allLines(ctx, filter)).map((row) => {
    const amount = row.minor / 10 ** minorDigits(row.currency)
    const { kind, channel, campaign, currency, repeats, starts_on, ends_on, note, created_by } = row
    return [kind, channel, campaign, amount, currency, repeats, starts_on, ends_on, note, created_by]
  })
  return tableFile(format, { name: 'costs', heading, rows })
}
