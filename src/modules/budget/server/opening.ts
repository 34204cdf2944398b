import type { Ctx } from '../../../kernel/ctx.ts'
import type { Weight } from './show-requests.ts'
import type { OrderRow, RequestRow } from './tables.ts'

/** Orders are numbered through: PO-0001. */
async function nextNumber(ctx: Ctx): Promise<string> {
  const { n } = await ctx.db
    .selectFrom('budget_orders')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return `PO-${String(n + 1).padStart(4, '0')}`
}

/** The order that an approval opens. A blanket order commits nothing until something is released from it. */
export async function openOrder(ctx: Ctx, row: RequestRow, { takes, day }: Weight): Promise<OrderRow> {
  return ctx.insert('budget_orders', {
    ...{ id: ctx.id('por'), number: await nextNumber(ctx), line_id: row.line_id, request_id: row.id },
    ...{ kind: row.kind, supplier: row.supplier, what: row.what, minor: row.minor, currency: row.currency },
    line_minor: takes,
    released: row.kind === 'blanket' ? 0 : row.minor,
    ordered: row.kind === 'blanket' ? 0 : takes,
    ...{ due_on: row.due_on, rate_minor: row.rate_minor, rate_unit: row.rate_unit },
    ...{ owner_id: row.requested_by_id, owner_name: row.requested_by, state: 'open' },
    ...{ opened_on: row.ordered_on ?? day, opened_by: ctx.actor.name, opened_at: ctx.now },
    ...{ closed_by: null, closed_at: null, closing: null },
  })
}
