import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { budget } from '../contract.ts'
import {
  inWords,
  whyNotClose,
  whyNotFit,
  whyNotPositive,
  whyNotRelease,
  whyNotReopen,
  whyNotSpendOn,
} from '../rules.ts'
import { reverseOnClosing } from './accruals.ts'
import { judged, requireAccount, requireLine, standing } from './books.ts'
import { converted, today } from './money.ts'
import { showOrder } from './show-orders.ts'
import type { OrderRow } from './tables.ts'

export async function requireOrder(ctx: Ctx, id: string): Promise<OrderRow> {
  const row = await ctx.db.selectFrom('budget_orders').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This order')
  await requireLine(ctx, row.line_id)
  return row
}

export const order = async (ctx: Ctx, { id }: In<typeof budget.order>) =>
  showOrder(ctx, await requireOrder(ctx, id))

/** Where the line would stand with an order as it would be. */
const weight = async (ctx: Ctx, row: OrderRow, patch: Partial<OrderRow>) => {
  const account = await requireAccount(ctx, row.line_id)
  const orders = account.books.orders.map((one) => (one.id === row.id ? { ...one, ...patch } : one))
  const after = standing(account.line, { ...account.books, orders })
  return { ...account, adds: after.load - account.standing.load }
}

export async function release(ctx: Ctx, { id, minor, note }: In<typeof budget.release>) {
  const row = await requireOrder(ctx, id)
  const day = await today(ctx)
  const line = await requireLine(ctx, row.line_id)

  const objection = whyNotPositive(minor, row.currency) ?? whyNotRelease(row, row.minor - row.released, minor)
  if (objection) throw conflict(objection)
  const lineMinor = await converted(ctx, minor, row.currency, line.currency, day)
  const patch = { released: row.released + minor, ordered: row.ordered + lineMinor }
  const { year, standing: before, adds } = await weight(ctx, row, patch)
  const room = whyNotSpendOn(judged(line), year) ?? whyNotFit(line, before.available, adds)
  if (room) throw conflict(room)

  await ctx.insert('budget_releases', {
    ...{ id: ctx.id('brl'), order_id: id, minor, line_minor: lineMinor, note, released_on: day },
    ...{ released_by: ctx.actor.name, released_at: ctx.now },
  })
  await ctx.update('budget_orders', id, patch)
  await ctx.record(budget.events.released, id, { what: `${inWords(minor, row.currency)} from ${row.number}` })

  return showOrder(ctx, await requireOrder(ctx, id))
}

export async function closeOrder(ctx: Ctx, { id, reason }: In<typeof budget.closeOrder>) {
  const row = await requireOrder(ctx, id)

  const objection = whyNotClose(row)
  if (objection) throw conflict(objection)

  const closing = { closed_by: ctx.actor.name, closed_at: ctx.now, closing: reason }
  await ctx.update('budget_orders', id, { state: 'closed', ...closing })
  await reverseOnClosing(ctx, row)
  await ctx.record(budget.events.orderClosed, id, { what: `${row.number}, ${row.supplier}`, reason })

  return showOrder(ctx, await requireOrder(ctx, id))
}

export async function reopenOrder(ctx: Ctx, { id }: In<typeof budget.reopenOrder>) {
  const row = await requireOrder(ctx, id)

  const { line, year, standing: before, adds } = await weight(ctx, row, { state: 'open' })
  const objection =
    whyNotReopen(row) ?? whyNotSpendOn(judged(line), year) ?? whyNotFit(line, before.available, adds)
  if (objection) throw conflict(objection)

  await ctx.update('budget_orders', id, { state: 'open', closed_by: null, closed_at: null, closing: null })
  await ctx.record(budget.events.orderReopened, id, { what: `${row.number}, ${row.supplier}` })

  return showOrder(ctx, await requireOrder(ctx, id))
}
