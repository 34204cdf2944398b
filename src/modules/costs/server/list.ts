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
import { maySee, seenBy } from './seeing.ts'
import { type LineRow, toCost } from './tables.ts'

type Counted = { line: string | null; platform: string | null; rows: number; amount: string | null }
type Range = Pick<Filter, 'from' | 'to'>

export async function list(ctx: Ctx, asked: In<typeof costs.list>) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const isWithoutPeople = !maySee(ctx, { kind: 'people' })
  const [{ rows, total }, counted, seen, { media, notes }] = await Promise.all([
    pageOfLines(ctx, asked),
    countedIn(ctx, asked, seenBy(ctx)),
    sumsIn(ctx, asked, seenBy(ctx)),
    mediaIn(ctx, asked, currency),
  ])
  return {
    items: itemsOf(rows, counted, currency),
    total,
    imported: counted
      .filter((one) => one.line === null)
      .map((one) => ({ platform: one.platform, rows: one.rows, counted: moneyOf(one.amount, currency) })),
    sums: { cost: toMoney(seen.cost, currency), media, written: toMoney(seen.written, currency) },
    isWithoutPeople,
    notes: isWithoutPeople ? [withoutPeople, ...notes] : notes,
  }
}

const withoutPeople = 'What people cost is not part of what you see here, nor of these totals.'

/** Every line of what people cost, for those who may read it. */
export async function people(ctx: Ctx, range: In<typeof costs.people>) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const [rows, counted, { cost }] = await Promise.all([
    allLines(ctx, { ...range, kind: 'people' }),
    countedIn(ctx, range, "kind = 'people'"),
    sumsIn(ctx, range, "kind = 'people'"),
  ])
  return { items: itemsOf(rows, counted, currency), sum: toMoney(cost, currency) }
}

const moneyOf = (amount: string | number | null, currency: string) =>
  amount === null ? null : toMoney(amount, currency)

/** A line without a day in the period counts 0; one whose days have no rate is not known. */
function itemsOf(rows: LineRow[], counted: Counted[], currency: string) {
  const ofLine = new Map(counted.map((one) => [one.line, one]))
  return rows.map((row) => ({
    ...toCost(row),
    counted: moneyOf(ofLine.has(row.id) ? ofLine.get(row.id)!.amount : 0, currency),
  }))
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

/** What rows of the ledger count in the period, by line written here and by platform. */
function countedIn(ctx: Ctx, range: Range, rows: string): Promise<Counted[]> {
  const { where, params } = within(range)
  return ctx.use(warehouse).query<Counted>(
    `select line, if(line is null, platform, null) as platform, count(*) as rows, sum(amount)::varchar as amount
     from mart.cost where ${rows} and ${where} group by 1, 2 order by sum(amount) desc nulls last`,
    params,
  )
}

/** What rows of the ledger come to in the period, and of them those written here: summed as decimals and rounded after that. */
async function sumsIn(ctx: Ctx, range: Range, rows: string): Promise<{ cost: string; written: string }> {
  const { where, params } = within(range)
  const [row] = await ctx.use(warehouse).query<{ cost: string; written: string }>(
    `select coalesce(sum(amount), 0)::varchar as cost, coalesce(sum(amount) filter (where line is not null), 0)::varchar as written
       from mart.cost where ${rows} and ${where}`,
    params,
  )
  return row ?? { cost: '0', written: '0' }
}

type Money = { amount: number; currency: string }

/** Media cost as its figure says it, and what the ledger leaves out. */
async function mediaIn(ctx: Ctx, { from, to }: Range, currency: string) {
  const asked = { metrics: ['cost', 'media_cost'], by: [], where: [], limit: 1, from, to }
  const answer = await run(ctx.use(warehouse), ctx.use(catalogue), asked as never, currency)
  return { media: answer.rows[0]?.media_cost as Money, notes: answer.notes }
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
