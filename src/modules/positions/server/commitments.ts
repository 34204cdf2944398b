import type { Ctx } from '../../../kernel/ctx.ts'
import { type Commitment, requireYear } from '../../budget/server/index.ts'
import { endedAfter } from '../rules.ts'
import type { AskingRow } from './tables.ts'

type Year = { months: string[]; ends_on: string }

/** By month, what an approved asking weighs on its line; after the last day of a position nothing. */
export const monthsOf = (asking: AskingRow, endedOn: string | null, year: Year): number[] =>
  endedOn === null
    ? asking.months.map(Number)
    : endedAfter(asking.months.map(Number), asking.days.map(Number), {
        ...{ year: { months: year.months, endsOn: year.ends_on }, from: asking.from_on, endedOn },
      })

export const weightOf = (asking: AskingRow, endedOn: string | null, year: Year): number =>
  monthsOf(asking, endedOn, year).reduce((sum, one) => sum + one, 0)

/** What approved positions commit of headcount lines, month by month. */
export async function commitmentsOf(
  ctx: Ctx,
  of: { line: string } | { year: string },
): Promise<Commitment[]> {
  const rows = await ctx.db
    .selectFrom('positions_askings as asking')
    .innerJoin('positions_records as position', 'position.id', 'asking.position_id')
    .selectAll('asking')
    .select('position.ended_on')
    .where('asking.state', '=', 'approved')
    .$if('line' in of, (q) => q.where('asking.line_id', '=', 'line' in of ? of.line : ''))
    .$if('year' in of, (q) => q.where('asking.year_id', '=', 'year' in of ? of.year : ''))
    .execute()
  const first = rows[0]
  if (!first) return []
  const year = await requireYear(ctx, first.year_id)
  return rows.flatMap((row) =>
    monthsOf(row, row.ended_on, year).flatMap((minor, at) =>
      minor === 0 ? [] : [{ line_id: row.line_id, due_on: year.months[at]!, minor }],
    ),
  )
}
