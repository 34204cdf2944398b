import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/days.ts'

const standing = (ctx: Ctx) => ctx.db.selectFrom('timesheets_entries').where('removed_at', 'is', null)

/** Minutes that were written down on items, by item. */
export async function spentOnItems(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await standing(ctx)
    .select('item_id')
    .select(sql<number>`sum(minutes)::int`.as('minutes'))
    .where('item_id', 'is not', null)
    .groupBy('item_id')
    .execute()
  return new Map(rows.map((row) => [row.item_id!, row.minutes]))
}

/** What was written down by everybody in some days: for sums, not to be handed on as it is. */
export const writtenIn = (ctx: Ctx, from: Day, to: Day) =>
  standing(ctx)
    .select(['person_id', 'day', 'minutes', 'item_id', 'duty'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()

const eveningFrom = 20

/** Days with time of a weekend, or of a timer that stopped in the evening, by person. */
export async function eveningsSince(ctx: Ctx, since: Day, zone: string): Promise<Map<string, number>> {
  const rows = await standing(ctx)
    .select('person_id')
    .select(sql<number>`count(distinct day)::int`.as('days'))
    .where('day', '>=', since)
    .where(
      sql<boolean>`(extract(isodow from day) > 5 or extract(hour from ended_at at time zone ${zone}) >= ${eveningFrom})`,
    )
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.days]))
}
