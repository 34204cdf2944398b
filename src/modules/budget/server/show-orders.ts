import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { daysBetween } from '../../../methods/days.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { budget, Invoice, Order } from '../contract.ts'
import { proposalOf } from '../rules.ts'
import { maySee, requireLine } from './books.ts'
import { today } from './money.ts'
import { rateOf } from './show-requests.ts'
import type { InvoiceRow, LineRow, OrderRow, ReleaseRow } from './tables.ts'

type OrderFilter = Omit<In<typeof budget.exportOrders>, 'format'>
type InvoiceFilter = Omit<In<typeof budget.exportInvoices>, 'format'>
type LineMap = Map<string, LineRow>

const brief = ({ id, name, currency }: LineRow) => ({ id, name, currency })

/** The lines an asker may read, of a year or one alone. */
async function seenLines(ctx: Ctx, { year, line }: { year?: string | undefined; line?: string | undefined }) {
  if (line) return new Map([[line, await requireLine(ctx, line)]])
  const rows = await ctx.db
    .selectFrom('budget_lines')
    .selectAll()
    .$if(year !== undefined, (q) => q.where('year_id', '=', year ?? ''))
    .execute()
  return new Map(rows.filter((row) => maySee(ctx, row)).map((row) => [row.id, row]))
}

type Behind = { lines: LineMap; invoices: InvoiceRow[]; releases: ReleaseRow[]; day: string }

const sum = (amounts: number[]): number => amounts.reduce((all, one) => all + one, 0)

function toOrder(ctx: Ctx, row: OrderRow, { lines, invoices, releases, day }: Behind): Order {
  const own = invoices.filter((one) => one.order_id === row.id && one.state === 'booked')
  const parts = releases.filter((one) => one.order_id === row.id)
  const billed = sum(own.map((one) => one.minor))
  const due = row.released
  const moves = [row.opened_on, ...parts.map((one) => one.released_on), ...own.map((one) => one.invoiced_on)]
  const hunted = { state: row.state, due, billed, currency: row.currency, dueOn: row.due_on }
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, supplier: row.supplier, what: row.what },
    line: brief(lines.get(row.line_id)!),
    ...{ minor: row.minor, currency: row.currency, released: row.released, ordered: row.ordered, billed },
    billedInLine: sum(own.map((one) => one.line_minor)),
    over: Math.max(0, billed - due),
    dueOn: row.due_on,
    rate: rateOf(ctx, row),
    owner: { id: row.owner_id, name: row.owner_name },
    ...{ requestId: row.request_id, state: row.state, openedOn: row.opened_on, openedBy: row.opened_by },
    closed: row.closed_at
      ? { by: row.closed_by ?? '', at: row.closed_at.toISOString(), reason: row.closing ?? '' }
      : null,
    releases: parts.map(({ id, minor, note, released_on: on, released_by: by }) => ({
      id,
      minor,
      note,
      on,
      by,
    })),
    proposal: proposalOf({ ...hunted, movedOn: moves.sort().at(-1)! }, day),
    ageDays: daysBetween(row.opened_on, day),
  }
}

async function shownOrders(ctx: Ctx, rows: OrderRow[], lines: LineMap): Promise<Order[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const invoices = await ctx.db
    .selectFrom('budget_invoices')
    .selectAll()
    .where('order_id', 'in', ids)
    .execute()
  const releases = await ctx.db
    .selectFrom('budget_releases')
    .selectAll()
    .where('order_id', 'in', ids)
    .orderBy('released_at')
    .execute()
  const behind = { lines, invoices, releases, day: await today(ctx) }
  return rows.map((row) => toOrder(ctx, row, behind))
}

export async function orders(
  ctx: Ctx,
  { state, hunted, ...where }: OrderFilter,
): Promise<{ items: Order[] }> {
  const lines = await seenLines(ctx, where)
  const rows = await ctx.db
    .selectFrom('budget_orders')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'open'))
    .orderBy('number', 'desc')
    .execute()
  const items = await shownOrders(
    ctx,
    rows.filter((row) => lines.has(row.line_id)),
    lines,
  )
  return { items: hunted ? items.filter((one) => one.proposal !== null) : items }
}

/** Prices agreed with suppliers, on the lines the asker may read. */
export async function prices(ctx: Ctx) {
  const { items } = await orders(ctx, {})
  return {
    items: items.flatMap(({ id, number, supplier, currency, rate, openedOn }) =>
      rate ? [{ orderId: id, number, supplier, currency, ...rate, on: openedOn }] : [],
    ),
  }
}

export async function showOrder(ctx: Ctx, row: OrderRow): Promise<Order> {
  const lines = new Map([[row.line_id, await requireLine(ctx, row.line_id)]])
  return (await shownOrders(ctx, [row], lines))[0]!
}

export const toInvoice = (
  row: InvoiceRow,
  line: LineRow,
  order: { id: string; number: string } | null,
): Invoice => ({
  ...{ id: row.id, line: brief(line), order, supplier: row.supplier, number: row.number },
  ...{ minor: row.minor, currency: row.currency, lineMinor: row.line_minor, over: row.over, note: row.note },
  ...{ invoicedOn: row.invoiced_on, startsOn: row.starts_on, endsOn: row.ends_on, state: row.state },
  bookedBy: row.booked_by,
  bookedAt: row.booked_at.toISOString(),
  voided: row.voided_at
    ? { by: row.voided_by ?? '', at: row.voided_at.toISOString(), reason: row.voiding ?? '' }
    : null,
})

export async function invoices(ctx: Ctx, { order, ...where }: InvoiceFilter): Promise<{ items: Invoice[] }> {
  const lines = await seenLines(ctx, where)
  const rows = await ctx.db
    .selectFrom('budget_invoices')
    .selectAll()
    .$if(order !== undefined, (q) => q.where('order_id', '=', order ?? ''))
    .orderBy('invoiced_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const found = await ctx.db.selectFrom('budget_orders').select(['id', 'number']).execute()
  const numbers = new Map(found.map((one) => [one.id, one]))
  const seen = rows.filter((row) => lines.has(row.line_id))
  return {
    items: seen.map((row) =>
      toInvoice(row, lines.get(row.line_id)!, numbers.get(row.order_id ?? '') ?? null),
    ),
  }
}

const whole = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency)
const orderHeading =
  'number,state,kind,supplier,what,line,amount,released,invoiced,currency,due_on,owner,opened_on,advice'
const invoiceHeading =
  'number,state,supplier,order,line,amount,currency,in_line_currency,line_currency,invoiced_on,starts_on,ends_on,note'

export async function exportOrders(ctx: Ctx, { format, ...filter }: In<typeof budget.exportOrders>) {
  const rows = (await orders(ctx, filter)).items.map((one) => [
    ...[one.number, one.state, one.kind, one.supplier, one.what, one.line.name],
    ...[one.minor, one.released, one.billed].map((minor) => whole(minor, one.currency)),
    ...[one.currency, one.dueOn, one.owner.name, one.openedOn, one.proposal?.words ?? ''],
  ])
  return tableFile(format, { name: 'purchase-orders', heading: orderHeading.split(','), rows })
}

export async function exportInvoices(ctx: Ctx, { format, ...filter }: In<typeof budget.exportInvoices>) {
  const rows = (await invoices(ctx, filter)).items.map((one) => [
    ...[one.number, one.state, one.supplier, one.order?.number ?? '', one.line.name],
    ...[
      whole(one.minor, one.currency),
      one.currency,
      whole(one.lineMinor, one.line.currency),
      one.line.currency,
    ],
    ...[one.invoicedOn, one.startsOn, one.endsOn, one.note],
  ])
  return tableFile(format, { name: 'invoices', heading: invoiceHeading.split(','), rows })
}
