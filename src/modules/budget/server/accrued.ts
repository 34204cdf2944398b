import type { Ctx } from '../../../kernel/ctx.ts'
import { accruedByMonth } from '../rules.ts'
import type { AccrualRow, ReversalRow } from './planning-tables.ts'
import type { LineRow, YearRow } from './tables.ts'

/** An accrual with what took it back. */
export type Accrued = AccrualRow & { reversals: ReversalRow[]; open: number }

/** Accruals of a line, or of all the lines of a year, the oldest first. */
export async function accrualsOf(ctx: Ctx, of: { line: string } | { year: string }): Promise<Accrued[]> {
  const lines = ctx.db.selectFrom('budget_lines').select('id')
  const which = 'line' in of ? lines.where('id', '=', of.line) : lines.where('year_id', '=', of.year)
  const rows = await ctx.db
    .selectFrom('budget_accruals')
    .selectAll()
    .where('line_id', 'in', which)
    .orderBy('month')
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const reversals = await ctx.db
    .selectFrom('budget_reversals as reversal')
    .innerJoin('budget_accruals as accrual', 'accrual.id', 'reversal.accrual_id')
    .selectAll('reversal')
    .where('accrual.line_id', 'in', which)
    .orderBy('reversal.made_at')
    .orderBy('reversal.id')
    .execute()
  return rows.map((row) => withReversals(row, reversals))
}

function withReversals(row: AccrualRow, all: readonly ReversalRow[]): Accrued {
  const reversals = all.filter((one) => one.accrual_id === row.id)
  return { ...row, reversals, open: row.minor - reversals.reduce((sum, one) => sum + one.minor, 0) }
}

export const openOf = (accruals: readonly Accrued[]): number =>
  accruals.reduce((sum, one) => sum + one.open, 0)

/** Accrued less reversed by the months of the year; null where nothing was accrued. */
export const accruedIn = (year: YearRow, accruals: readonly Accrued[]): number[] | null =>
  accruals.length === 0
    ? null
    : accruedByMonth(
        year.months,
        accruals,
        accruals.flatMap((one) => one.reversals),
      )

export const briefLine = ({ id, name, currency }: LineRow) => ({ id, name, currency })
