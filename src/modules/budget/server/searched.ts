import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { most, type Searched } from '../../search/server/index.ts'

/** Lines the asker may read: what people cost is for those with the right for it. */
function seen(ctx: Ctx) {
  const lines = ctx.db.selectFrom('budget_lines as line')
  return holds(ctx.actor, 'budget:headcount') ? lines : lines.where('line.kind', '!=', 'people')
}

const reads = (ctx: Ctx): boolean => holds(ctx.actor, 'budget:read')

const lines: Searched = {
  kind: 'Budget line',
  async find(ctx, pattern) {
    if (!reads(ctx)) return []
    const rows = await seen(ctx)
      .innerJoin('budget_years as year', 'year.id', 'line.year_id')
      .select(['line.id', 'line.name', 'year.label'])
      .where('line.name', 'ilike', pattern)
      .where('line.removed_at', 'is', null)
      .orderBy('line.created_at', 'desc')
      .orderBy('line.position')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      title: row.name,
      hint: row.label,
      path: `/budget/lines/${row.id}`,
    }))
  },
}

const orders: Searched = {
  kind: 'Order',
  async find(ctx, pattern) {
    if (!reads(ctx)) return []
    const rows = await seen(ctx)
      .innerJoin('budget_orders as one', 'one.line_id', 'line.id')
      .select(['one.id', 'one.number', 'one.supplier', 'one.what'])
      .where((e) =>
        e.or([
          e('one.number', 'ilike', pattern),
          e('one.supplier', 'ilike', pattern),
          e('one.what', 'ilike', pattern),
        ]),
      )
      .orderBy('one.opened_at', 'desc')
      .orderBy('one.number', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, number, supplier, what }) => ({
      id,
      title: `${number}, ${supplier}`,
      hint: what,
      path: `/budget/orders/${id}`,
    }))
  },
}

const invoices: Searched = {
  kind: 'Invoice',
  async find(ctx, pattern) {
    if (!reads(ctx)) return []
    const rows = await seen(ctx)
      .innerJoin('budget_invoices as one', 'one.line_id', 'line.id')
      .select(['one.id', 'one.number', 'one.supplier', 'one.invoiced_on', 'one.state'])
      .where((e) => e.or([e('one.number', 'ilike', pattern), e('one.supplier', 'ilike', pattern)]))
      .orderBy('one.invoiced_on', 'desc')
      .orderBy('one.id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      title: `${row.number}, ${row.supplier}`,
      hint: row.state === 'void' ? 'void' : row.invoiced_on,
      path: `/budget/invoices/${row.id}`,
    }))
  },
}

const requests: Searched = {
  kind: 'Request',
  async find(ctx, pattern) {
    if (!reads(ctx)) return []
    const rows = await seen(ctx)
      .innerJoin('budget_requests as one', 'one.line_id', 'line.id')
      .select(['one.id', 'one.what', 'one.supplier', 'one.state'])
      .where((e) => e.or([e('one.what', 'ilike', pattern), e('one.supplier', 'ilike', pattern)]))
      .orderBy('one.requested_at', 'desc')
      .orderBy('one.id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, what, supplier, state }) => ({
      id,
      title: `${what}, ${supplier}`,
      hint: state,
      path: `/budget/requests?tab=${state === 'waiting' ? 'waiting' : 'decided'}&request=${id}`,
    }))
  },
}

const ordering = (ctx: Ctx, pattern: string) =>
  seen(ctx)
    .innerJoin('budget_orders as one', 'one.line_id', 'line.id')
    .where('one.supplier', 'ilike', pattern)
    .groupBy('one.supplier')
    .select((e) => ['one.supplier', e.fn.max('one.id').as('last')])
    .orderBy('last', 'desc')
    .limit(most)
    .execute()

const billing = (ctx: Ctx, pattern: string) =>
  seen(ctx)
    .innerJoin('budget_invoices as one', 'one.line_id', 'line.id')
    .where('one.supplier', 'ilike', pattern)
    .groupBy('one.supplier')
    .select((e) => ['one.supplier', e.fn.max('one.id').as('last')])
    .orderBy('last', 'desc')
    .limit(most)
    .execute()

/** A supplier is a name on orders and invoices; its page is the list of those it stands on. */
const suppliers: Searched = {
  kind: 'Supplier',
  async find(ctx, pattern) {
    if (!reads(ctx)) return []
    const where = new Map<string, string>()
    for (const { supplier } of await ordering(ctx, pattern)) where.set(supplier, 'orders')
    for (const { supplier } of await billing(ctx, pattern))
      if (!where.has(supplier)) where.set(supplier, 'invoices')
    return [...where].map(([supplier, list]) => ({
      ...{ id: `supplier:${supplier}`, title: supplier, hint: `all its ${list}` },
      path: `/budget/${list}?q=${encodeURIComponent(supplier)}`,
    }))
  },
}

export const searchedBudget = [lines, orders, requests, invoices, suppliers]
