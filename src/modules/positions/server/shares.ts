import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { minutesOfShares, whyNotMinutes } from '../rules.ts'
import { capacityOf, yearOf } from './hours.ts'
import type { PositionRow } from './tables.ts'

/** Shares of a position’s months in minutes, together exactly what they are of the hours there are in each. */
export async function settleShares(
  ctx: Ctx,
  row: PositionRow,
  isTouched: (month: string) => boolean = () => true,
): Promise<void> {
  const shared = await ctx.db
    .selectFrom('positions_hours')
    .selectAll()
    .where('position_id', '=', row.id)
    .where('share_points', 'is not', null)
    .orderBy('kind')
    .orderBy('target_id')
    .execute()
  for (const month of new Set(shared.map((one) => one.month_on).filter(isTouched))) {
    const year = await yearOf(ctx, month)
    const own = shared.filter((one) => one.month_on === month)
    const capacity = capacityOf(row, year)[year.months.indexOf(month)] ?? 0
    const minutes = minutesOfShares(
      own.map((one) => one.share_points!),
      capacity,
    )
    const objection = whyNotMinutes(row.title, month, minutes)
    if (objection) throw invalid(objection)
    for (const [at, one] of own.entries())
      await ctx.update('positions_hours', one.id, { minutes: minutes[at]! })
  }
}
