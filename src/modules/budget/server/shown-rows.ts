import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { amounts, maySee } from './books.ts'
import type { LineRow, YearRow } from './tables.ts'

const columns = [
  ...(['id', 'year_id', 'area', 'programme', 'campaign', 'name', 'kind', 'channel', 'currency'] as const),
  ...(['owner_id', 'owner_name', 'moved', 'is_placeholder', 'purpose', 'note', 'version'] as const),
  'removed_at',
] as const

/** Of a line what pages show, its amounts as numbers. */
export type ShownRow = Pick<LineRow, (typeof columns)[number]> & { plan: number[]; forecast: number[] }

export const toShown = (row: LineRow): ShownRow => ({
  ...row,
  plan: amounts(row.plan),
  forecast: amounts(row.forecast),
})

const ordered = (ctx: Ctx, year: YearRow) =>
  ctx.db
    .selectFrom('budget_lines')
    .where('year_id', '=', year.id)
    .where('removed_at', 'is', null)
    .orderBy('area')
    .orderBy('programme')
    .orderBy('campaign')
    .orderBy('position')
    .orderBy('id')

/** The lines of a year in their order, without the removed ones and those that are not the asker’s to see. */
export async function linesOf(ctx: Ctx, year: YearRow): Promise<{ rows: LineRow[]; withheld: number }> {
  const rows = await ordered(ctx, year).selectAll().execute()
  const seen = rows.filter((row) => maySee(ctx, row))
  return { rows: seen, withheld: rows.length - seen.length }
}

/**
 * The same lines, only with what is shown. Amounts come as one text and are taken apart here: the reader of arrays
 * that the driver brings makes a hundred thousand little texts of 5,000 lines.
 */
export async function shownRows(ctx: Ctx, year: YearRow): Promise<ShownRow[]> {
  const rows = await ordered(ctx, year)
    .select(columns)
    .select([sql<string>`plan::text`.as('plan'), sql<string>`forecast::text`.as('forecast')])
    .execute()
  return rows
    .filter((row) => maySee(ctx, row))
    .map((row) => ({ ...row, plan: taken(row.plan), forecast: taken(row.forecast) }))
}

/** `{1,20}` */
const taken = (text: string): number[] => text.slice(1, -1).split(',').map(Number)
