import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { type Billed, isHeadcount, loadOf, type Ordered, type Standing, standingOf } from '../rules.ts'
import { type Accrued, accrualsOf } from './accrued.ts'
import { type Commitment, commitments } from './commitments.ts'
import type { InvoiceRow, LineRow, OrderRow, YearRow } from './tables.ts'

export type Books = {
  orders: OrderRow[]
  invoices: InvoiceRow[]
  accruals: Accrued[]
  commitments: Commitment[]
}

/** May the asker read this line? What people cost is for those with the right for it. */
export const maySee = (ctx: Ctx, line: { kind: string }): boolean =>
  !isHeadcount(line) || holds(ctx.actor, 'budget:headcount')

export async function requireYear(ctx: Ctx, id: string): Promise<YearRow> {
  const row = await ctx.db.selectFrom('budget_years').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('The budget of this year')
  return row
}

/** The line, for those who may read it; to the others it does not exist. */
export async function requireLine(ctx: Ctx, id: string): Promise<LineRow> {
  const row = await ctx.db.selectFrom('budget_lines').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !maySee(ctx, row)) throw missing('This budget line')
  return row
}

/** Orders, booked invoices, accruals and what modules above have committed of a line, or of all the lines of a year. */
export async function booksOf(ctx: Ctx, of: { line: string } | { year: string }): Promise<Books> {
  const lines = ctx.db.selectFrom('budget_lines').select('id')
  const which = 'line' in of ? lines.where('id', '=', of.line) : lines.where('year_id', '=', of.year)
  const orders = await ctx.db.selectFrom('budget_orders').selectAll().where('line_id', 'in', which).execute()
  const invoices = await ctx.db
    .selectFrom('budget_invoices')
    .selectAll()
    .where('line_id', 'in', which)
    .where('state', '=', 'booked')
    .execute()
  return {
    ...{ orders, invoices, accruals: await accrualsOf(ctx, of) },
    commitments: await ctx.use(commitments).of(ctx, of),
  }
}

export const toOrdered = (row: OrderRow): Ordered => ({
  id: row.id,
  isOpen: row.state === 'open',
  ordered: row.ordered,
})
export const toBilled = (row: InvoiceRow): Billed => ({ order: row.order_id, minor: row.line_minor })

export const amounts = (column: readonly string[]): number[] => column.map(Number)

const isRead = (plan: readonly string[] | readonly number[]): plan is readonly number[] =>
  typeof plan[0] === 'number'

type Measured = Pick<LineRow, 'moved' | 'is_placeholder'> & {
  plan: readonly string[] | readonly number[]
}
const measured = (line: Measured) => ({
  plan: isRead(line.plan) ? line.plan : amounts(line.plan),
  moved: line.moved,
  isPlaceholder: line.is_placeholder,
})

/** Where a line stands with the orders and invoices it has. */
export const standing = (
  line: Measured,
  { orders, invoices, commitments }: Pick<Books, 'orders' | 'invoices' | 'commitments'>,
): Standing => standingOf(measured(line), loadOf(orders.map(toOrdered), invoices.map(toBilled), commitments))

/** A line with its year and where it stands, as a command that spends on it or moves from it judges it. */
export async function requireAccount(ctx: Ctx, lineId: string) {
  const line = await requireLine(ctx, lineId)
  const year = await requireYear(ctx, line.year_id)
  const books = await booksOf(ctx, { line: lineId })
  return { line, year, books, standing: standing(line, books) }
}

export type Account = Awaited<ReturnType<typeof requireAccount>>

/** The accounts of many lines in as many questions as of one; a line that is not the asker’s to see is not among them. */
export async function accountsOf(ctx: Ctx, lineIds: readonly string[]): Promise<Map<string, Account>> {
  const accounts = new Map<string, Account>()
  const rows = await rowsOf(ctx, lineIds)
  for (const yearId of new Set(rows.map((row) => row.year_id))) {
    const year = await requireYear(ctx, yearId)
    const lines = rows.filter((row) => row.year_id === yearId)
    // One line is asked for by itself: a year may hold thousands of orders.
    const booksFor = apart(await booksOf(ctx, lines.length === 1 ? { line: lines[0]!.id } : { year: yearId }))
    for (const line of lines) {
      const books = booksFor(line.id)
      accounts.set(line.id, { line, year, books, standing: standing(line, books) })
    }
  }
  return accounts
}

async function rowsOf(ctx: Ctx, ids: readonly string[]): Promise<LineRow[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('budget_lines')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .execute()
  return rows.filter((row) => maySee(ctx, row))
}

const none: Books = { orders: [], invoices: [], accruals: [], commitments: [] }

/** The books of many lines, by line; most lines of a large budget have none and share one that is empty. */
export function apart(books: Books): (lineId: string) => Books {
  const found = new Map<string, Books>()
  const put = <K extends keyof Books>(kind: K, row: Books[K][number]) => {
    const own = found.get(row.line_id) ?? { orders: [], invoices: [], accruals: [], commitments: [] }
    found.set(row.line_id, own)
    ;(own[kind] as Books[K][number][]).push(row)
  }
  for (const kind of Object.keys(none) as (keyof Books)[]) for (const row of books[kind]) put(kind, row)
  return (lineId) => found.get(lineId) ?? none
}

/** A line as rules ask about it. */
export const judged = (line: LineRow) => ({
  name: line.name,
  kind: line.kind,
  currency: line.currency,
  isPlaceholder: line.is_placeholder,
  isRemoved: line.removed_at !== null,
})
