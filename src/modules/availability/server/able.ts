import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/days.ts'

/** Hubs with their people. */
export async function hubPeople(ctx: Ctx): Promise<{ id: string; name: string; people: string[] }[]> {
  const hubs = await ctx.db
    .selectFrom('availability_hubs')
    .select(['id', 'name'])
    .where('removed_at', 'is', null)
    .execute()
  const rows = await ctx.db.selectFrom('availability_hub_people').selectAll().execute()
  return hubs.map((hub) => ({
    ...hub,
    people: rows.filter((row) => row.hub_id === hub.id).map((row) => row.person_id),
  }))
}

/** Who knows what: skills that are confirmed above nothing, or stated where nobody confirmed. */
export async function knownSkills(ctx: Ctx): Promise<{ personId: string; skillId: string; name: string }[]> {
  const rows = await ctx.db
    .selectFrom('availability_levels as level')
    .innerJoin('availability_skills as skill', 'skill.id', 'level.skill_id')
    .select(['level.person_id', 'skill.id', 'skill.name'])
    .where('skill.removed_at', 'is', null)
    .where(sql<boolean>`coalesce(level.confirmed, level.stated) > 0`)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, skillId: row.id, name: row.name }))
}

/** Of each person the last day of leave so far, or else the first day here where it is known. */
export async function lastLeave(ctx: Ctx, today: Day): Promise<Map<string, Day>> {
  const places = await ctx.db
    .selectFrom('availability_people')
    .select(['person_id', 'starts_on'])
    .where('starts_on', 'is not', null)
    .execute()
  const leave = await ctx.db
    .selectFrom('availability_leave')
    .select('person_id')
    .select(sql<string>`max(least(to_on, ${today}::date))::text`.as('on'))
    .where('state', '=', 'approved')
    .where('from_on', '<=', today)
    .groupBy('person_id')
    .execute()
  return new Map([
    ...places.map((one) => [one.person_id, one.starts_on!] as const),
    ...leave.map((one) => [one.person_id, one.on] as const),
  ])
}
