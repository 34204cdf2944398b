import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { exchange } from '../../../methods/money.ts'
import { rateOn } from '../../costs/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { type budget, type Line, packed } from '../contract.ts'
import { isHeadcount } from '../rules.ts'
import { accruedIn } from './accrued.ts'
import { apart, type Books, booksOf, maySee, requireAccount, standing } from './books.ts'
import { type ShownRow, shownRows, toShown } from './shown-rows.ts'
import type { YearRow } from './tables.ts'
import { chosenYear, toYear } from './years.ts'

/** The place of a day among the months of a year; the first or last where it lies outside. */
export function monthOf(months: readonly string[], day: string): number {
  return Math.max(
    0,
    months.findLastIndex((start) => start <= day),
  )
}

const none = (): number[] => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

/** What open orders may still bring, by the month they are due, and invoices by theirs. */
function byMonth(year: YearRow, { orders, invoices, commitments }: Books) {
  const isCommitted = orders.length + commitments.length > 0
  if (!isCommitted && invoices.length === 0) return { committed: null, actual: null }
  const [committed, actual] = [none(), none()]
  const billed = new Map<string, number>()
  for (const one of invoices) {
    actual[monthOf(year.months, one.invoiced_on)]! += one.line_minor
    if (one.order_id) billed.set(one.order_id, (billed.get(one.order_id) ?? 0) + one.line_minor)
  }
  for (const one of orders)
    if (one.state === 'open')
      committed[monthOf(year.months, one.due_on)]! += Math.max(0, one.ordered - (billed.get(one.id) ?? 0))
  for (const one of commitments) committed[monthOf(year.months, one.due_on)]! += one.minor
  return { committed: isCommitted ? committed : null, actual: invoices.length > 0 ? actual : null }
}

export function toLine(row: ShownRow, year: YearRow, books: Books, rate: number | null): Line {
  const { allocation, load, remaining, available } = standing(row, books)
  return {
    id: row.id,
    yearId: row.year_id,
    area: row.area,
    programme: row.programme,
    campaign: row.campaign,
    name: row.name,
    kind: row.kind as Line['kind'],
    channel: row.channel,
    owner: { id: row.owner_id, name: row.owner_name },
    currency: row.currency,
    plan: row.plan,
    forecast: row.forecast,
    ...byMonth(year, books),
    accrued: accruedIn(year, books.accruals),
    moved: row.moved,
    ...{ allocation, load, remaining, available },
    isPlaceholder: row.is_placeholder,
    purpose: row.purpose,
    note: row.note,
    version: row.version,
    rate,
    isRemoved: row.removed_at !== null,
  }
}

export async function lines(ctx: Ctx, { year: id }: In<typeof budget.lines>) {
  const year = await chosenYear(ctx, id)
  if (!year) return { year: null, lines: [], notes: [] }
  const rows = await shownRows(ctx, year)
  const booksFor = apart(await booksOf(ctx, { year: year.id }))
  const rates = new Map<string, number | null>()
  for (const currency of new Set(rows.map((row) => row.currency))) {
    const rate = await rateOn(ctx.db, currency, year.months[0]!)
    rates.set(currency, rate === null ? null : Number(rate))
  }
  const items = rows.map((row) => toLine(row, year, booksFor(row.id), rates.get(row.currency) ?? null))
  return { year: toYear(year), lines: items, notes: notesOn(year, rates, maySee(ctx, { kind: 'people' })) }
}

/** The same by column. */
export async function sheet(ctx: Ctx, asked: In<typeof budget.sheet>) {
  const { lines: all, ...rest } = await lines(ctx, asked)
  return { ...rest, sheet: packed(all) }
}

/** The same for everybody without the right, whether there are headcount lines or not. */
function notesOn(year: YearRow, rates: Map<string, number | null>, seesHeadcount: boolean): string[] {
  const lacking = [...rates].filter(([, rate]) => rate === null).map(([currency]) => currency)
  return [
    ...lacking.map(
      (currency) =>
        `No rate for ${currency} is known on ${year.months[0]}: lines in ${currency} are left out of totals. Add a rate on Costs, under Exchange rates.`,
    ),
    ...(seesHeadcount ? [] : ['Headcount is not part of what you see here, nor of the totals.']),
  ]
}

/** What people cost, for those who may read it. */
export async function headcount(ctx: Ctx, asked: In<typeof budget.headcount>) {
  const { year, lines: all } = await lines(ctx, asked)
  const own = all.filter(isHeadcount)
  const currency = year?.currency ?? (await organisation(ctx.db)).currency
  const total = (of: 'plan' | 'forecast') =>
    own.reduce<number | null>((sum, one) => {
      if (sum === null || one.rate === null) return null
      const minor = one[of].reduce((all, month) => all + month, 0)
      return sum + exchange(minor, { currency: one.currency, rate: one.rate }, { currency, rate: 1 })
    }, 0)
  return { lines: own, plan: total('plan'), forecast: total('forecast'), currency }
}

export async function line(ctx: Ctx, { id }: In<typeof budget.line>) {
  const { line: row, year, books } = await requireAccount(ctx, id)
  const rate = await rateOn(ctx.db, row.currency, year.months[0]!)
  const shown = toLine(toShown(row), year, books, rate === null ? null : Number(rate))
  return { year: toYear(year), line: shown, transfers: await transfersOf(ctx, id) }
}

async function transfersOf(ctx: Ctx, id: string) {
  const moved = await ctx.db
    .selectFrom('budget_transfers as moved')
    .innerJoin('budget_lines as giver', 'giver.id', 'moved.from_id')
    .innerJoin('budget_lines as taker', 'taker.id', 'moved.to_id')
    .select(['moved.id', 'moved.minor', 'moved.reason', 'moved.moved_by', 'moved.moved_at', 'giver.currency'])
    .select(['giver.name as from', 'giver.kind as fromKind', 'taker.name as to', 'taker.kind as toKind'])
    .where((e) => e.or([e('moved.from_id', '=', id), e('moved.to_id', '=', id)]))
    .orderBy('moved.moved_at', 'desc')
    .execute()
  const sees = maySee(ctx, { kind: 'people' })
  return moved.map((one) => {
    const isHidden = !sees && [one.fromKind, one.toKind].some((kind) => isHeadcount({ kind }))
    const named = (name: string, kind: string) =>
      isHidden && isHeadcount({ kind }) ? 'a line you may not read' : name
    return {
      ...{ id: one.id, minor: one.minor, currency: one.currency },
      reason: isHidden ? '' : one.reason,
      from: named(one.from, one.fromKind),
      to: named(one.to, one.toKind),
      by: one.moved_by,
      at: one.moved_at.toISOString(),
    }
  })
}
