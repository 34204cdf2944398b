import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, fiscalYearOf } from '../../../methods/fiscal.ts'
import { today } from '../../budget/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import type { HoursPosition, HoursRow, positions, Target } from '../contract.ts'
import { capacityByMonth, isFunded, overOf, type YearDays } from '../rules.ts'
import { rowsOf } from './show.ts'
import type { HoursDbRow, PositionRow } from './tables.ts'
import { namesOf } from './targets.ts'

export type HoursYear = YearDays & { label: string; startsOn: string }

/** The fiscal year that holds a day; that of today where none is given. */
export async function yearOf(ctx: Ctx, day: string | undefined): Promise<HoursYear> {
  const { calendar } = await organisation(ctx.db)
  const { number, startsOn, months, endsOn } = fiscalYearOf(day ?? (await today(ctx)), calendar)
  return { label: `FY${number}`, startsOn, months, endsOn }
}

export const givenIn = (ctx: Ctx, { months }: HoursYear): Promise<HoursDbRow[]> =>
  ctx.db
    .selectFrom('positions_hours')
    .selectAll()
    .where('month_on', '>=', months[0]!)
    .where('month_on', '<=', months.at(-1)!)
    .orderBy('position_id')
    .orderBy('kind')
    .orderBy('target_id')
    .execute()

export const capacityOf = (row: PositionRow, year: YearDays): number[] => {
  const to = [row.ended_on, row.ends_on, '9999-12-31'].filter((one) => one !== null).sort()[0]!
  const { fte_percent: ftePercent, weekly_minutes: weeklyMinutes } = row
  return capacityByMonth(
    { ftePercent, weeklyMinutes, span: { from: row.filled_on ?? row.starts_on, to } },
    year,
  )
}

export const sumsOf = (rows: readonly HoursDbRow[], { months }: YearDays): number[] =>
  months.map((month) => rows.reduce((sum, one) => sum + (one.month_on === month ? one.minutes : 0), 0))

export function toHoursPosition(row: PositionRow, given: HoursDbRow[], year: YearDays): HoursPosition {
  const capacity = capacityOf(row, year)
  const allocated = sumsOf(
    given.filter((one) => one.position_id === row.id),
    year,
  )
  const over = allocated.map((one, at) => overOf(row.title, one, capacity[at]!))
  return { id: row.id, title: row.title, person: row.person_name, capacity, allocated, over }
}

/** One row for each position and what it gives hours to. */
export function toRows(
  given: HoursDbRow[],
  year: YearDays,
  targetOf: (one: HoursDbRow) => Target,
): HoursRow[] {
  const rows = new Map<string, HoursRow>()
  for (const one of given) {
    const key = `${one.position_id} ${one.kind} ${one.target_id}`
    const row = rows.get(key) ?? {
      ...{ positionId: one.position_id, target: targetOf(one) },
      ...{ minutes: year.months.map(() => 0), shares: year.months.map(() => null) },
    }
    const at = year.months.indexOf(one.month_on)
    if (at >= 0) {
      row.minutes[at] = one.minutes
      row.shares[at] = one.share_points
    }
    rows.set(key, row)
  }
  return [...rows.values()]
}

export async function hours(ctx: Ctx, { day }: In<typeof positions.hours>) {
  const year = await yearOf(ctx, day)
  const given = await givenIn(ctx, year)
  const rows = (await rowsOf(ctx)).filter((row) => isFunded(row.state))
  const nameOf = await namesOf(ctx, given.map(refOf))
  const known = new Set(rows.map((row) => row.id))
  return {
    ...{ label: year.label, months: [...year.months] },
    positions: rows.map((row) => toHoursPosition(row, given, year)),
    rows: toRows(given, year, (one) => nameOf(refOf(one))).filter((row) => known.has(row.positionId)),
    before: addDays(year.startsOn, -1),
    after: addDays(year.endsOn, 1),
    can: { manage: holds(ctx.actor, 'positions:manage') },
  }
}

export const refOf = ({ kind, target_id: id }: Pick<HoursDbRow, 'kind' | 'target_id'>) => ({ kind, id })
