import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { missing } from '../../../kernel/errors.ts'
import type { FiscalCalendar } from '../../../methods/fiscal.ts'
import { grains, periodOf } from '../../../methods/fiscal.ts'
import type { GoalRow } from './tables.ts'

export async function requireGoal(ctx: Ctx, id: string): Promise<GoalRow> {
  const row = await ctx.db.selectFrom('strategy_goals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This goal')
  return row
}

export async function goalNames(
  db: Reader | Database,
  ids: string[],
): Promise<Map<string, { id: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('strategy_goals').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const toPlaced = (row: GoalRow) => ({
  ...{ name: row.name, level: row.level, from: row.from_on, to: row.to_on },
})

/** `FY2027` where the days are a whole period of the calendar; months by their names; else the days. */
export function periodLabel(from: string, to: string, calendar: FiscalCalendar): string {
  const whole = grains
    .map((grain) => periodOf(from, grain, calendar))
    .find((one) => one.startsOn === from && one.endsOn === to)
  if (whole) return whole.label
  for (const grain of ['quarter', 'month'] as const) {
    const [first, last] = [periodOf(from, grain, calendar), periodOf(to, grain, calendar)]
    if (first.startsOn === from && last.endsOn === to) return `${first.label} – ${last.label}`
  }
  return `${from} to ${to}`
}
