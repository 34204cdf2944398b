import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { type Day, daysBetween } from '../../../methods/days.ts'
import {
  away,
  dutyNames,
  type Hours,
  hoursOfDays,
  kindNames,
  seesKind,
  spanOf,
  type WeekFrom,
  type Working,
  weeksInForce,
} from '../rules.ts'
import { publicHolidays, yearsOf } from './calendar.ts'
import { freeDaysOf } from './free-days.ts'
import { type Around, aroundOf } from './people.ts'
import type { DutyRow, LeaveRow, PlaceRow, WeekRow } from './tables.ts'

export const toWeekFrom = (row: WeekRow): WeekFrom => ({
  ...{ fromOn: row.from_on, minutes: row.minutes, focusPercent: row.focus_percent },
})

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** All that decides on the hours of some people in a span, in as many reads for one as for hundreds. */
async function rowsOf(ctx: Ctx, ids: readonly string[], { from, to }: { from: Day; to: Day }) {
  const of = [...ids]
  const [places, weeks, duties, leave] = await Promise.all([
    ctx.db.selectFrom('availability_people').selectAll().where('person_id', 'in', of).execute(),
    ctx.db
      .selectFrom('availability_weeks')
      .selectAll()
      .where((e) => e.or([e('person_id', 'is', null), e('person_id', 'in', of)]))
      .where('removed_at', 'is', null)
      .orderBy('from_on')
      .execute(),
    ctx.db
      .selectFrom('availability_duties')
      .selectAll()
      .where('person_id', 'in', of)
      .where('removed_at', 'is', null)
      .where('from_on', '<=', to)
      .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', from)]))
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('availability_leave')
      .selectAll()
      .where('person_id', 'in', of)
      .where('state', '=', 'approved')
      .where('from_on', '<=', to)
      .where('to_on', '>=', from)
      .orderBy('from_on')
      .execute(),
  ])
  return { places, weeks, duties, leave }
}

const placeKey = ({ country, region }: Pick<PlaceRow, 'country' | 'region'>) => `${country} ${region ?? ''}`

/** By place, the days on which nobody works there: the organisation’s own, public holidays, and what was said of them. */
export async function calendarsOf(
  ctx: Ctx,
  places: readonly Pick<PlaceRow, 'country' | 'region'>[],
  { from, to }: { from: Day; to: Day },
): Promise<(place: Pick<PlaceRow, 'country' | 'region'> | undefined) => ReadonlyMap<Day, string>> {
  const own = await freeDaysOf(ctx)
  const said = await ctx.db.selectFrom('availability_holidays').selectAll().execute()
  const made = new Map<string, Map<Day, string>>()
  for (const place of places) {
    const { country, region } = place
    if (country === null || made.has(placeKey(place))) continue
    const days = new Map<Day, string>()
    for (const year of yearsOf(from, to))
      for (const [day, name] of await publicHolidays({ country, region }, year)) days.set(day, name)
    for (const wanted of region ? ['', region] : [''])
      for (const one of said.filter((row) => row.country === country && row.region === wanted)) {
        if (one.is_off) days.delete(one.day)
        else days.set(one.day, one.name)
      }
    made.set(placeKey(place), new Map([...days, ...own]))
  }
  return (place) => (place ? made.get(placeKey(place)) : undefined) ?? own
}

type Span = { from: Day; to: Day }

export async function workingOf(
  ctx: Ctx,
  ids: readonly string[],
  span: Span,
  { askerOf }: Pick<Around, 'askerOf'>,
): Promise<Map<string, Working>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(ctx, ids, span)
  const calendarAt = await calendarsOf(ctx, rows.places, span)
  const weeks = grouped(rows.weeks, (row) => row.person_id)
  const duties = grouped(rows.duties, (row) => row.person_id)
  const leave = grouped(rows.leave, (row) => row.person_id)
  const places = new Map(rows.places.map((row) => [row.person_id, row]))
  const usual = (weeks.get(null) ?? []).map(toWeekFrom)
  return new Map(
    ids.map((id) => {
      const place = places.get(id)
      const isTold = seesKind(askerOf(id))
      return [
        id,
        {
          ...{ startsOn: place?.starts_on ?? null, endsOn: place?.ends_on ?? null, free: calendarAt(place) },
          weeks: weeksInForce((weeks.get(id) ?? []).map(toWeekFrom), usual),
          absences: (leave.get(id) ?? []).map((row) => toAbsence(row, isTold)),
          duties: (duties.get(id) ?? []).map(toDutyFrom),
        },
      ]
    }),
  )
}

const toAbsence = (row: LeaveRow, isTold: boolean) => ({
  ...{ fromOn: row.from_on, toOn: row.to_on, startsHalf: row.starts_half, endsHalf: row.ends_half },
  why: isTold ? kindNames[row.kind] : away,
})

const toDutyFrom = (row: DutyRow) => ({
  ...{ fromOn: row.from_on, toOn: row.to_on, minutes: row.minutes, what: dutyNames[row.kind] },
})

const mostDays = 800

/**
 * Minutes of each day that people have: scheduled, absent, taken by other duties, and available, with the reasons as
 * the asker may know them. People who do not exist have none.
 */
export async function hoursOf(
  ctx: Ctx,
  personIds: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, Hours[]>> {
  if (to < from) throw invalid(`The last day, ${to}, lies before the first, ${from}.`)
  if (daysBetween(from, to) > mostDays) throw invalid(`${mostDays} days are shown at once at most.`)
  const around = await aroundOf(ctx)
  const ids = personIds.filter((id) => around.people.has(id))
  const working = await workingOf(ctx, ids, { from, to }, around)
  const span = spanOf(from, to)
  return new Map([...working].map(([id, one]) => [id, hoursOfDays(one, span)]))
}
