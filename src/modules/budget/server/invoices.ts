import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { monthEnd, whyNotCurrency } from '../../costs/rules.ts'
import { enterInvoice, withdrawInvoice } from '../../costs/server/index.ts'
import { linkUp } from '../../trace/server/index.ts'
import { budget } from '../contract.ts'
import {
  inWords,
  overOf,
  whyNotFit,
  whyNotInYear,
  whyNotMatch,
  whyNotPositive,
  whyNotSpendOn,
} from '../rules.ts'
import { restoreFor, reverseFor } from './accruals.ts'
import { type Account, judged, requireAccount, requireLine, standing } from './books.ts'
import { converted } from './money.ts'
import { requireOrder } from './orders.ts'
import { toInvoice } from './show-orders.ts'
import type { InvoiceRow, OrderRow } from './tables.ts'

type Said = In<typeof budget.bookInvoice>

async function requireInvoice(ctx: Ctx, id: string): Promise<InvoiceRow> {
  const row = await ctx.db.selectFrom('budget_invoices').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This invoice')
  return row
}

async function shown(ctx: Ctx, row: InvoiceRow) {
  const line = await requireLine(ctx, row.line_id)
  const order = row.order_id ? await requireOrder(ctx, row.order_id) : null
  return toInvoice(row, line, order && { id: order.id, number: order.number })
}

export const invoice = async (ctx: Ctx, { id }: In<typeof budget.invoice>) =>
  shown(ctx, await requireInvoice(ctx, id))

/** The order an invoice names, as it is matched with the invoices booked on it. */
async function matched(ctx: Ctx, order: OrderRow, { books }: Account) {
  const own = books.invoices.filter((one) => one.order_id === order.id)
  const request = await ctx.db
    .selectFrom('budget_requests')
    .select('requested_by_id')
    .where('id', '=', order.request_id)
    .executeTakeFirstOrThrow()
  return {
    ...order,
    due: order.released,
    billed: own.reduce((sum, one) => sum + one.minor, 0),
    requestedById: request.requested_by_id,
  }
}

/** What it is booked on: an order and its line, or a line alone. */
async function targetOf(ctx: Ctx, said: Said) {
  if ((said.orderId === undefined) === (said.lineId === undefined))
    throw invalid('Say either the order or the line that the invoice belongs to.')
  const order = said.orderId ? await requireOrder(ctx, said.orderId) : null
  const account = await requireAccount(ctx, order?.line_id ?? said.lineId ?? '')
  const supplier = order?.supplier ?? said.supplier
  if (!supplier) throw invalid('Say the supplier of an invoice without an order.')
  return { order: order && (await matched(ctx, order, account)), account, supplier }
}

export async function bookInvoice(ctx: Ctx, said: Said) {
  const { order, account, supplier } = await targetOf(ctx, said)
  const { line, year } = account
  const bookedById = ctx.actor.personId
  if (!bookedById) throw forbidden('An invoice is booked by a person: sign in under your own name.')
  const startsOn = said.startsOn ?? `${said.invoicedOn.slice(0, 7)}-01`
  const days = { starts_on: startsOn, ends_on: said.endsOn ?? monthEnd(startsOn) }

  const wrong =
    whyNotCurrency(said.currency) ??
    whyNotPositive(said.minor, said.currency) ??
    whyNotInYear(said.invoicedOn, year)
  if (wrong) throw invalid(wrong)
  if (days.ends_on < startsOn)
    throw invalid(`The last day, ${days.ends_on}, is before the first day, ${startsOn}.`)
  const { minor, currency, acceptsOver } = said
  const objection =
    (order && whyNotMatch(order, { minor, currency, bookedById, acceptsOver })) ??
    whyNotSpendOn(judged(line), year)
  if (objection) throw conflict(objection)
  await requireNew(ctx, supplier, said.number)
  const row = draftOf(ctx, said, {
    ...{ line_id: line.id, order_id: order?.id ?? null, supplier, booked_by_id: bookedById, ...days },
    line_minor: await converted(ctx, minor, currency, line.currency, said.invoicedOn),
    over: order ? overOf(order, minor) : 0,
  })
  const after = standing(line, { ...account.books, invoices: [...account.books.invoices, row] })
  const room = whyNotFit(line, account.standing.available, after.load - account.standing.load)
  if (room) throw conflict(room)

  await ctx.insert('budget_invoices', row)
  const what = `${row.number}, ${supplier}, ${inWords(minor, currency)}`
  await ctx.record(budget.events.invoiceBooked, row.id, { what })
  await enterInvoice(ctx, row.id, costOf(row, account))
  await reverseFor(ctx, row, account)
  const parent = order ? { kind: 'order', id: order.id } : { kind: 'budget-line', id: line.id }
  await linkUp(ctx, { kind: 'invoice', id: row.id }, parent)

  return shown(ctx, row)
}

async function requireNew(ctx: Ctx, supplier: string, number: string): Promise<void> {
  const twin = await ctx.db
    .selectFrom('budget_invoices')
    .select('booked_by')
    .where('supplier', '=', supplier)
    .where('number', '=', number)
    .where('state', '=', 'booked')
    .executeTakeFirst()
  if (twin) throw conflict(`${twin.booked_by} has booked ${number} of ${supplier} already.`)
}

type Found = Pick<
  InvoiceRow,
  'line_id' | 'order_id' | 'supplier' | 'booked_by_id' | 'starts_on' | 'ends_on' | 'line_minor' | 'over'
>

const draftOf = (ctx: Ctx, said: Said, found: Found): InvoiceRow => ({
  ...found,
  ...{ id: ctx.id('inv'), number: said.number, minor: said.minor, currency: said.currency },
  ...{ invoiced_on: said.invoicedOn, note: said.note, state: 'booked' },
  ...{ booked_by: ctx.actor.name, booked_at: ctx.now, voided_by: null, voided_at: null, voiding: null },
})

/** The invoice as the one ledger of costs keeps it: with the channel and campaign of its line. */
const costOf = (row: InvoiceRow, { line }: Account): Parameters<typeof enterInvoice>[2] => ({
  kind: line.kind as Parameters<typeof enterInvoice>[2]['kind'],
  channel: line.channel || null,
  campaign: line.campaign || null,
  ...{ minor: row.minor, currency: row.currency, repeats: 'once' },
  ...{ startsOn: row.starts_on, endsOn: row.ends_on },
  note: `${row.supplier}, invoice ${row.number}: ${line.name}`.slice(0, 1000),
})

export async function voidInvoice(ctx: Ctx, { id, reason }: In<typeof budget.voidInvoice>) {
  const row = await requireInvoice(ctx, id)
  await requireLine(ctx, row.line_id)
  if (row.state === 'void') throw conflict(`${row.number} of ${row.supplier} is void already.`)

  const voiding = { voided_by: ctx.actor.name, voided_at: ctx.now, voiding: reason }
  const changed = await ctx.update('budget_invoices', id, { state: 'void', ...voiding })
  const what = `${row.number}, ${row.supplier}, ${inWords(row.minor, row.currency)}`
  await ctx.record(budget.events.invoiceVoided, id, { what, reason })
  await withdrawInvoice(ctx, id)
  await restoreFor(ctx, row)

  return shown(ctx, changed ?? row)
}
