import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { conditions } from '../../../engine/query/compile.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { toMoney } from '../../../methods/money.ts'
import { freshen, landedBatches } from '../../imports/server/index.ts'
import type { Opportunity, pipeline } from '../contract.ts'
import { opportunityFact } from './cohort.ts'

type Row = Record<string, unknown>
const columns = `opportunity_id, key, name, account, owner, manager, product, segment, origin, stage, outcome, amount::varchar as amount, currency,
  sold_amount::varchar as sold_amount, sold_currency,
  opened_on::varchar as opened_on, closed_on::varchar as closed_on, loss_reason, system, batch, row_no`
const sorts = {
  amount: 'amount',
  opened: 'opened_on',
  closed: 'closed_on',
  name: 'coalesce(name, key)',
}

export function toOpportunity(row: Row): Opportunity {
  const text = (name: string) => (row[name] ?? null) as string | null
  const currency = String(row.currency)
  return {
    id: String(row.opportunity_id),
    key: String(row.key),
    name: text('name'),
    account: text('account'),
    owner: text('owner'),
    manager: text('manager'),
    product: text('product'),
    segment: text('segment'),
    origin: text('origin'),
    stage: text('stage'),
    outcome: row.outcome as Opportunity['outcome'],
    amount: row.amount === null ? null : toMoney(String(row.amount), currency),
    soldFor: row.sold_amount === null ? null : toMoney(String(row.sold_amount), String(row.sold_currency)),
    openedOn: text('opened_on'),
    closedOn: text('closed_on'),
    lossReason: text('loss_reason'),
    system: String(row.system),
  }
}

export async function opportunities(
  ctx: Ctx,
  { search, outcome, sort, order, limit, offset, ...cohort }: In<typeof pipeline.opportunities>,
) {
  await freshen(ctx)
  const params: DuckDBValue[] = []
  const where = ['true', ...conditions(opportunityFact, cohort, 'coalesce(closed_on, opened_on)', params)]
  if (outcome) where.push(`outcome = $${params.push(outcome)}`)
  if (search) {
    const at = `$${params.push(search.toLowerCase())}`
    where.push(
      `(${['key', 'name', 'account', 'owner', 'product'].map((name) => `contains(lower(${name}), ${at})`).join(' or ')})`,
    )
  }
  const from = `from mart.opportunity where ${where.join(' and ')}`
  const direction = order === 'up' ? 'asc' : 'desc'
  const items = await ctx
    .use(warehouse)
    .query<Row>(
      `select ${columns} ${from} order by ${sorts[sort]} ${direction} nulls last, opened_on desc nulls last, opportunity_id limit ${limit} offset ${offset}`,
      params,
    )
  const [counted] = await ctx.use(warehouse).query<{ n: number }>(`select count(*) as n ${from}`, params)
  return { items: items.map(toOpportunity), total: counted?.n ?? 0 }
}

export async function opportunity(ctx: Ctx, { id }: In<typeof pipeline.opportunity>) {
  await freshen(ctx)
  const store = ctx.use(warehouse)
  const [row] = await store.query<Row>(`select ${columns} from mart.opportunity where opportunity_id = $1`, [
    id,
  ])
  if (!row) throw missing('This opportunity')
  const stages = await store.query<{ stage: string; enteredAt: string; leftAt: string | null }>(
    `select coalesce(s.label, e.stage) as stage, e.entered_at as "enteredAt", e.left_at as "leftAt" from ${mappedTable('opportunity_stage')} e
     left join (select system, key, any_value(label) as label from ${mappedTable('pipeline_stage')} where is_current group by system, key) s on s.system = e.system and s.key = e.stage
     where e.is_current and e.system || ':' || e.opportunity_key = $1 order by e.entered_at, 1`,
    [id],
  )
  const contacts = await store.query<{ id: string; name: string | null; role: string | null }>(
    `select o.contact_id as id, nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as name, o.role
     from mart.opportunity_person o left join mart.person p using (contact_id) where o.opportunity_id = $1 order by o.place, o.contact_id`,
    [id],
  )
  return { ...toOpportunity(row), stages, contacts, from: await originOf(ctx, row) }
}

/** The import and the row of the file a mart row came with. */
export async function originOf(
  ctx: Ctx,
  row: Row,
): Promise<{ importId: string; file: string; row: number } | null> {
  const landed = (await landedBatches(ctx.db)).find((one) => one.batch === row.batch)
  return landed ? { importId: landed.id, file: landed.file, row: Number(row.row_no) } : null
}
