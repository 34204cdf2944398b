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
import { type LineRow, toCost } from './tables.ts'

type Filter = Omit<In<typeof costs.exportLines>, 'format'> & { id?: string | undefined }
type Counted = { line: string | null; platform: string | null; rows: number; amount: string | null }
const most = 5000

/** Lines whose days meet the period; one that goes on meets every later one. */
async function linesLike(ctx: Ctx, filter: Filter): Promise<LineRow[]> {
  const { from, to, kind, channel, search, id } = filter
  let asked = ctx.db.selectFrom('costs_lines').selectAll().orderBy('starts_on', 'desc').orderBy('id')
  if (id) return asked.where('id', '=', id).execute()
  asked = asked.where('removed_at', 'is', null)
  if (to) asked = asked.where('starts_on', '<=', to)
  if (from) asked = asked.where((e) => e.or([e('ends_on', 'is', null), e('ends_on', '>=', from)]))
  if (kind) asked = asked.where('kind', '=', kind)
  if (channel) asked = asked.where('channel', '=', channel)
  const rows = await asked.limit(most).execute()
  const words = search?.toLowerCase() ?? ''
  return rows.filter((row) =>
    [row.note, row.channel, row.campaign, row.created_by].some((one) => one?.toLowerCase().includes(words)),
  )
}

export async function list(ctx: Ctx, filter: In<typeof costs.list>) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const [lines, counted] = await Promise.all([linesLike(ctx, filter), countedIn(ctx, filter)])
  const money = (amount: string | number | null) => (amount === null ? null : toMoney(amount, currency))
  const ofLine = new Map(counted.map((one) => [one.line, one]))
  const { rows, notes } = await totals(ctx, filter, currency)
  const written = counted.filter((one) => one.line !== null)
  return {
    // A line without a day in the period counts 0; one whose days have no rate is not known.
    items: lines.map((row) => ({
      ...toCost(row),
      counted: money(ofLine.has(row.id) ? ofLine.get(row.id)!.amount : 0),
    })),
    imported: counted
      .filter((one) => one.line === null)
      .map((one) => ({ platform: one.platform, rows: one.rows, counted: money(one.amount) })),
    total: {
      cost: rows.cost,
      media: rows.media_cost,
      written: money(written.reduce((sum, one) => sum + Number(one.amount ?? 0), 0))!,
    },
    notes,
  }
}

/** What the ledger counts in the period, by line written here and by platform. */
function countedIn(ctx: Ctx, { from, to }: Filter): Promise<Counted[]> {
  const params: DuckDBValue[] = []
  const where = [
    ...(from ? [`day >= $${params.push(from)}::date`] : []),
    ...(to ? [`day <= $${params.push(to)}::date`] : []),
  ]
  return ctx.use(warehouse).query<Counted>(
    `select line, if(line is null, platform, null) as platform, count(*) as rows, sum(amount)::varchar as amount
     from mart.cost where ${where.join(' and ') || 'true'} group by 1, 2 order by sum(amount) desc nulls last`,
    params,
  )
}

type Money = { amount: number; currency: string }

async function totals(ctx: Ctx, { from, to }: Filter, currency: string) {
  const asked = { metrics: ['cost', 'media_cost'], by: [], where: [], limit: 1, from, to }
  const answer = await run(ctx.use(warehouse), ctx.use(catalogue), asked as never, currency)
  return { rows: answer.rows[0] as unknown as Record<'cost' | 'media_cost', Money>, notes: answer.notes }
}

const heading = 'kind,channel,campaign,amount,currency,repeats,starts_on,ends_on,note,created_by'.split(',')

export async function exportLines(ctx: Ctx, { format, ...filter }: In<typeof costs.exportLines>) {
  const rows = (await linesLike(ctx, filter)).map((row) => {
    const amount = row.minor / 10 ** minorDigits(row.currency)
    const { kind, channel, campaign, currency, repeats, starts_on, ends_on, note, created_by } = row
    return [kind, channel, campaign, amount, currency, repeats, starts_on, ends_on, note, created_by]
  })
  return tableFile(format, { name: 'costs', heading, rows })
}
