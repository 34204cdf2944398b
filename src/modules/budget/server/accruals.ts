import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { budget } from '../contract.ts'
import {
  expectedOf,
  inWords,
  reversalMonth,
  reversalsFor,
  whyNotAccrueIn,
  whyNotAccrueOrder,
  whyNotFit,
  whyNotPositive,
  whyNotSpendOn,
} from '../rules.ts'
import { type Accrued, openOf } from './accrued.ts'
import { type Account, accountsOf, judged, requireAccount, requireYear } from './books.ts'
import { today } from './money.ts'
import { requireOrder } from './orders.ts'
import { showAccrual } from './show-accruals.ts'
import type { InvoiceRow, OrderRow } from './tables.ts'

/** An order as accruals see it, in the currency of its line. */
export const weighedOrder = (row: OrderRow, { books }: Pick<Account, 'books'>) => ({
  number: row.number,
  isOpen: row.state === 'open',
  ordered: row.ordered,
  billed: books.invoices
    .filter((one) => one.order_id === row.id)
    .reduce((sum, one) => sum + one.line_minor, 0),
  accrued: openOf(books.accruals.filter((one) => one.order_id === row.id)),
})

type Said = In<typeof budget.accrue>

export async function accrue(ctx: Ctx, said: Said) {
  if (Boolean(said.orderId) === Boolean(said.lineId))
    throw invalid('Name an order, or a line where there is no order: one of the two.')
  const order = said.orderId ? await requireOrder(ctx, said.orderId) : null
  const account = await requireAccount(ctx, order?.line_id ?? said.lineId ?? '')
  const supplier = order?.supplier ?? said.supplier ?? ''
  if (supplier === '') throw invalid('Say the supplier whose invoice is expected: it reverses the accrual.')

  const { line, year } = account
  const wrong =
    whyNotPositive(said.minor, line.currency) ?? whyNotAccrueIn(said.month, year, await today(ctx))
  if (wrong) throw invalid(wrong)
  const objection =
    whyNotSpendOn(judged(line), year) ??
    (order
      ? whyNotAccrueOrder(weighedOrder(order, account), said.minor, line.currency)
      : whyNotFit(line, account.standing.available - byHand(account), said.minor))
  if (objection) throw conflict(objection)

  return enter(ctx, account, { ...said, order, supplier })
}

/** What was accrued on a line without an order and is still open. */
const byHand = ({ books }: Account): number => openOf(books.accruals.filter((one) => one.order_id === null))

type Entry = { order: OrderRow | null; supplier: string; month: string; minor: number; note: string }

async function enter(ctx: Ctx, { line }: Account, { order, supplier, month, minor, note }: Entry) {
  const row = await ctx.insert('budget_accruals', {
    ...{ id: ctx.id('bac'), line_id: line.id, order_id: order?.id ?? null, supplier, month, minor, note },
    ...{ made_by: ctx.actor.name, made_at: ctx.now },
  })
  const what = `${inWords(minor, line.currency)} of ${order ? order.number : supplier} on ${line.name}`
  await ctx.record(budget.events.accrued, row.id, { what })
  return showAccrual(ctx, row.id)
}

/** Everything that month-end asks for, in one command. */
export async function accrueExpected(ctx: Ctx, { year: yearId, month }: In<typeof budget.accrueExpected>) {
  const year = await requireYear(ctx, yearId)
  const wrong = whyNotAccrueIn(month, year, await today(ctx))
  if (wrong) throw invalid(wrong)

  const ids: string[] = []
  for (const { row, account, minor } of await expectedIn(ctx, year.id, lastDay(year, month))) {
    const entry = { order: row, supplier: row.supplier, month, minor, note: '' }
    ids.push((await enter(ctx, account, entry)).id)
  }
  if (ids.length === 0)
    throw conflict('Nothing was delivered by the end of this month that is neither invoiced nor accrued.')
  return { ids }
}

/** The last day before the next month begins. */
export const lastDay = (year: { months: string[]; ends_on: string }, month: string): string =>
  year.months.find((start) => start > month) ?? `${year.ends_on}~`

/** Open orders whose delivery lies before a day, with what is neither invoiced nor accrued of them. */
export async function expectedIn(ctx: Ctx, yearId: string, before: string) {
  const rows = await ctx.db
    .selectFrom('budget_orders as po')
    .innerJoin('budget_lines as line', 'line.id', 'po.line_id')
    .selectAll('po')
    .where('line.year_id', '=', yearId)
    .where('po.state', '=', 'open')
    .orderBy('po.due_on')
    .orderBy('po.number')
    .execute()
  const due = rows.filter((one) => one.due_on < before)
  const accounts = await accountsOf(
    ctx,
    due.map((row) => row.line_id),
  )
  const found = []
  for (const row of due) {
    const account = accounts.get(row.line_id)
    if (!account) throw missing('This budget line')
    const minor = expectedOf(weighedOrder(row, account))
    if (minor > 0) found.push({ row, account, minor })
  }
  return found
}

export async function reverseAccrual(ctx: Ctx, { id, reason }: In<typeof budget.reverseAccrual>) {
  const row = await ctx.db.selectFrom('budget_accruals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This accrual')
  const account = await requireAccount(ctx, row.line_id)
  const one = account.books.accruals.find((each) => each.id === id)!
  if (one.open === 0) throw conflict('All of this accrual is reversed already.')

  await reverse(ctx, one, { minor: one.open, month: await runningMonth(ctx, account), reason, invoice: null })
  const what = `${inWords(one.open, account.line.currency)} on ${account.line.name}`
  await ctx.record(budget.events.accrualReversed, id, { what, reason })

  return showAccrual(ctx, id)
}

async function runningMonth(ctx: Ctx, { year }: Account): Promise<string> {
  const day = await today(ctx)
  return year.months.findLast((start) => start <= day) ?? year.months[0]!
}

type Reversal = { minor: number; month: string; reason: string; invoice: string | null }

const reverse = (ctx: Ctx, one: Accrued, { minor, month, reason, invoice }: Reversal) =>
  ctx.insert('budget_reversals', {
    ...{ id: ctx.id('brv'), accrual_id: one.id, invoice_id: invoice, month: reversalMonth(one.month, month) },
    ...{ minor, reason, made_by: ctx.actor.name, made_at: ctx.now },
  })

/** What was expected has come: an invoice takes back the accruals of its order, or of its supplier on the line. */
export async function reverseFor(ctx: Ctx, invoice: InvoiceRow, { year, books }: Account): Promise<void> {
  const same = (one: Accrued) =>
    invoice.order_id
      ? one.order_id === invoice.order_id
      : one.order_id === null && one.supplier.toLowerCase() === invoice.supplier.toLowerCase()
  const month = year.months.findLast((start) => start <= invoice.invoiced_on) ?? year.months[0]!
  const candidates = books.accruals.filter(same)
  for (const { id, minor } of reversalsFor(candidates, invoice.line_minor)) {
    const reason = `Invoice ${invoice.number} came.`
    await reverse(ctx, candidates.find((one) => one.id === id)!, {
      minor,
      month,
      reason,
      invoice: invoice.id,
    })
  }
}

/** A closed order expects nothing more. */
export async function reverseOnClosing(ctx: Ctx, order: OrderRow): Promise<void> {
  const account = await requireAccount(ctx, order.line_id)
  const month = await runningMonth(ctx, account)
  for (const one of account.books.accruals.filter((each) => each.order_id === order.id && each.open > 0))
    await reverse(ctx, one, { minor: one.open, month, reason: `${order.number} was closed.`, invoice: null })
}

/** A voided invoice gives back what it reversed, as far as its order still expects it. */
export async function restoreFor(ctx: Ctx, invoice: InvoiceRow): Promise<void> {
  const account = await requireAccount(ctx, invoice.line_id)
  const order = account.books.orders.find((one) => one.id === invoice.order_id)
  let room = order ? expectedOf(weighedOrder(order, account)) : Number.POSITIVE_INFINITY
  const reversals = account.books.accruals
    .flatMap((one) => one.reversals)
    .filter((one) => one.invoice_id === invoice.id)
  for (const one of reversals) {
    const back = Math.min(one.minor, room)
    room -= back
    if (back === one.minor) await ctx.delete('budget_reversals', one.id)
    else if (back > 0) await ctx.update('budget_reversals', one.id, { minor: one.minor - back })
  }
}
