import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import type { Accrual, budget } from '../contract.ts'
import { isHeadcount } from '../rules.ts'
import { expectedIn, lastDay } from './accruals.ts'
import { type Accrued, accrualsOf, briefLine } from './accrued.ts'
import { maySee, requireLine, requireYear } from './books.ts'
import { today } from './money.ts'
import type { LineRow, YearRow } from './tables.ts'
import { chosenYear } from './years.ts'

type Numbers = Map<string, { id: string; number: string }>

const toAccrual = (one: Accrued, line: LineRow, orders: Numbers, invoices: Numbers): Accrual => ({
  ...{ id: one.id, line: briefLine(line), supplier: one.supplier, month: one.month },
  order: orders.get(one.order_id ?? '') ?? null,
  ...{ minor: one.minor, open: one.open, note: one.note, by: one.made_by, at: one.made_at.toISOString() },
  reversals: one.reversals.map(({ month, minor, reason, made_by: by, invoice_id: id }) => ({
    ...{ month, minor, reason, by },
    invoice: invoices.get(id ?? '') ?? null,
  })),
})

const byId = <T extends { id: string; number: string }>(rows: T[]) =>
  new Map(rows.map((row) => [row.id, row]))

async function numbersOf(ctx: Ctx, lines: string[]): Promise<[orders: Numbers, invoices: Numbers]> {
  if (lines.length === 0) return [new Map(), new Map()]
  const { db } = ctx
  const orders = await db
    .selectFrom('budget_orders')
    .select(['id', 'number'])
    .where('line_id', 'in', lines)
    .execute()
  const invoices = await db
    .selectFrom('budget_invoices')
    .select(['id', 'number'])
    .where('line_id', 'in', lines)
    .execute()
  return [byId(orders), byId(invoices)]
}

async function shown(ctx: Ctx, rows: Accrued[]): Promise<Accrual[]> {
  const ids = [...new Set(rows.map((row) => row.line_id))]
  if (ids.length === 0) return []
  const lines = await ctx.db.selectFrom('budget_lines').selectAll().where('id', 'in', ids).execute()
  const seen = new Map(lines.filter((line) => maySee(ctx, line)).map((line) => [line.id, line]))
  const [orders, invoices] = await numbersOf(ctx, [...seen.keys()])
  return rows.flatMap((row) => {
    const line = seen.get(row.line_id)
    return line ? [toAccrual(row, line, orders, invoices)] : []
  })
}

export async function showAccrual(ctx: Ctx, id: string): Promise<Accrual> {
  const row = await ctx.db.selectFrom('budget_accruals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This accrual')
  const all = await accrualsOf(ctx, { line: row.line_id })
  const [one] = await shown(
    ctx,
    all.filter((each) => each.id === id),
  )
  if (!one) throw missing('This accrual')
  return one
}

const nothing = { year: null, month: null, items: [], expected: [] }

/** The accruals of a year or a line, and what month-end still asks for. */
export async function accruals(ctx: Ctx, { year: id, month, line }: In<typeof budget.accruals>) {
  const own = line ? await requireLine(ctx, line) : null
  const year = own ? await requireYear(ctx, own.year_id) : await chosenYear(ctx, id)
  if (!year) return nothing
  const day = await today(ctx)
  const chosen = month ?? year.months.findLast((start) => start <= day) ?? year.months[0]!
  const rows = await accrualsOf(ctx, line ? { line } : { year: year.id })
  return {
    year: { id: year.id, label: year.label, months: year.months },
    month: chosen,
    items: (await shown(ctx, rows)).reverse(),
    expected: await expectedOn(ctx, year, lastDay(year, chosen), line),
  }
}

async function expectedOn(ctx: Ctx, year: YearRow, before: string, line: string | undefined) {
  const found = await expectedIn(ctx, year.id, before)
  return found
    .filter(({ account }) => (!line || account.line.id === line) && !isHeadcount(account.line))
    .map(({ row, account, minor }) => ({
      order: { id: row.id, number: row.number, supplier: row.supplier, what: row.what },
      ...{ line: briefLine(account.line), dueOn: row.due_on, minor },
    }))
}
