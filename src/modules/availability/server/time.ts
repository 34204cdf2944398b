import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import type { availability, Duty, Week } from '../contract.ts'
import { hoursOfDays, spanOf, totalOf, weeksInForce } from '../rules.ts'
import { leaveOf } from './leave-show.ts'
import { aroundOf, named, requireSeen, worksHere } from './people.ts'
import { placeOf } from './place.ts'
import type { DutyRow, WeekRow } from './tables.ts'
import { calendarsOf, hoursOf, toWeekFrom } from './working.ts'

export const toWeek = (row: WeekRow): Week => ({
  ...{ id: row.id, fromOn: row.from_on, minutes: row.minutes, focusPercent: row.focus_percent },
  ...{ reason: row.reason, by: row.changed_by, at: row.changed_at.toISOString() },
})

export const toDuty = (row: DutyRow): Duty => ({
  ...{ id: row.id, kind: row.kind, minutes: row.minutes, fromOn: row.from_on, toOn: row.to_on },
  ...{ reason: row.reason, version: row.version },
})

/** Newest first: of a person, or of the organisation where nobody is named. */
export const weekRows = (ctx: Ctx, personId: string | null): Promise<WeekRow[]> =>
  ctx.db
    .selectFrom('availability_weeks')
    .selectAll()
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('from_on', 'desc')
    .execute()

export async function person(ctx: Ctx, { id }: In<typeof availability.person>) {
  const around = await aroundOf(ctx)
  const row = requireSeen(ctx, around, id)
  const place = await placeOf(ctx, id)
  const own = await weekRows(ctx, id)
  const usual = await weekRows(ctx, null)
  const duties = await ctx.db
    .selectFrom('availability_duties')
    .selectAll()
    .where('person_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('from_on', 'desc')
    .execute()
  const span = { from: around.today, to: addDays(around.today, 365) }
  const free = (await calendarsOf(ctx, place ? [place] : [], span))(place)
  const inOrder = (rows: WeekRow[]) => rows.toReversed().map(toWeekFrom)
  const now = weeksInForce(inOrder(own), inOrder(usual)).findLast((one) => one.fromOn <= around.today)!
  const manager = around.people.get(row.manager_id ?? '')
  const { isSelf, leads, manages } = around.askerOf(id)
  return {
    person: { ...named(row), title: row.title, manager: manager ? named(manager) : null },
    ...{ country: place?.country ?? null, region: place?.region ?? null },
    ...{ startsOn: place?.starts_on ?? null, endsOn: place?.ends_on ?? null },
    weeks: own.map(toWeek),
    now: {
      ...{ minutes: [...now.minutes], focusPercent: now.focusPercent },
      isOwn: own.some((one) => one.from_on <= around.today),
    },
    duties: duties.map(toDuty),
    leave: await leaveOf(ctx, around, id),
    holidays: [...free]
      .filter(([day]) => day >= span.from && day <= span.to)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([day, name]) => ({ day, name })),
    standIns: [...around.people.values()].filter((one) => worksHere(one) && one.id !== id).map(named),
    version: place?.version ?? 0,
    can: { ask: isSelf || leads || manages, place: isSelf || leads || manages, manage: leads || manages },
  }
}

/** Day by day what a person has; from it every figure of the grid can be told. */
export async function days(ctx: Ctx, { id, from, to }: In<typeof availability.days>) {
  const around = await aroundOf(ctx)
  const row = requireSeen(ctx, around, id)
  const found = (await hoursOf(ctx, [id], from, to)).get(id) ?? hoursOfDays(nobody, spanOf(from, to))
  return { person: named(row), days: found, total: totalOf(found) }
}

const nobody = {
  ...{ startsOn: null, endsOn: null, absences: [], duties: [], free: new Map<string, string>() },
  weeks: weeksInForce([], []),
}
