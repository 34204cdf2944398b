import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day, dayIn } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { hoursOf } from '../../availability/server/index.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import { load } from '../contract.ts'
import { type Seen, signalsOf } from '../rules.ts'
import { agreements } from './agreement.ts'

const lookedBack = 12
const eveningFrom = 20

/** Sums of what was written down, by person and week, and entries of evenings and weekends of four weeks. */
async function worked(ctx: Ctx, from: Day, zone: string, since: Day) {
  const weeks = await ctx.db
    .selectFrom('timesheets_entries')
    .select('person_id')
    .select(sql<string>`to_char(date_trunc('week', day), 'YYYY-MM-DD')`.as('week'))
    .select(sql<number>`sum(minutes)::int`.as('minutes'))
    .where('removed_at', 'is', null)
    .where('day', '>=', from)
    .groupBy(['person_id', 'week'])
    .execute()
  const late = await ctx.db
    .selectFrom('timesheets_entries')
    .select('person_id')
    .select(sql<number>`count(distinct day)::int`.as('days'))
    .where('removed_at', 'is', null)
    .where('day', '>=', since)
    .where(
      sql<boolean>`(extract(isodow from day) > 5 or extract(hour from ended_at at time zone ${zone}) >= ${eveningFrom})`,
    )
    .groupBy('person_id')
    .execute()
  return {
    minutes: new Map(weeks.map((one) => [`${one.person_id} ${one.week}`, one.minutes])),
    evenings: new Map(late.map((one) => [one.person_id, one.days])),
  }
}

/** The last day of leave that was, or the first day here. */
async function restedOn(ctx: Ctx, today: Day, zone: string): Promise<Map<string, Day>> {
  const { rows } = await directory(ctx.db)
  const places = await ctx.db.selectFrom('availability_people').select(['person_id', 'starts_on']).execute()
  const leave = await ctx.db
    .selectFrom('availability_leave')
    .select('person_id')
    .select(sql<string>`max(least(to_on, ${today}::date))::text`.as('on'))
    .where('state', '=', 'approved')
    .where('from_on', '<=', today)
    .groupBy('person_id')
    .execute()
  const began = new Map(places.map((one) => [one.person_id, one.starts_on]))
  const last = new Map(leave.map((one) => [one.person_id, one.on]))
  return new Map(
    [...rows.values()].map((one) => [
      one.id,
      last.get(one.id) ?? began.get(one.id) ?? dayIn(zone, one.joined_at ?? ctx.now),
    ]),
  )
}

/** What can be seen of everybody who works here. */
async function seenOf(ctx: Ctx): Promise<Map<string, Seen>> {
  const today = await todayOf(ctx)
  const zone = (await settings(ctx.db)).timeZone
  const end = mondayOf(today)
  const from = addDays(end, -7 * lookedBack)
  const { rows } = await directory(ctx.db)
  const ids = [...rows.values()].filter((one) => !one.company && !one.disabled_at).map((one) => one.id)
  const { minutes, evenings } = await worked(ctx, from, zone, addDays(today, -28))
  const rested = await restedOn(ctx, today, zone)
  const hours = await hoursOf(ctx, ids, from, addDays(end, -1))
  return new Map(
    ids.map((id) => [
      id,
      {
        weeks: Array.from({ length: lookedBack }, (_, at) => {
          const week = hours.get(id)!.slice(7 * at, 7 * at + 7)
          const available = week.reduce((sum, one) => sum + one.scheduled - one.absent, 0)
          return { available, worked: minutes.get(`${id} ${addDays(from, 7 * at)}`) ?? 0 }
        }),
        evenings: evenings.get(id) ?? 0,
        ...{ restedOn: rested.get(id) ?? null, today },
      },
    ]),
  )
}

/** Signals begin and end with what they rest on; the person is told of a new one, nobody else. */
export async function watch(ctx: Ctx) {
  const { agreement } = await agreements.current(ctx.db)
  const open = await ctx.db.selectFrom('load_signals').selectAll().where('ended_at', 'is', null).execute()
  const known = new Map(open.map((row) => [`${row.person_id} ${row.kind}`, row]))
  const found = new Map<string, { personId: string; kind: (typeof open)[number]['kind']; words: string }>()
  for (const [personId, seen] of await seenOf(ctx))
    for (const one of signalsOf(seen, agreement)) found.set(`${personId} ${one.kind}`, { personId, ...one })
  const fresh = [...found].filter(([key]) => !known.has(key)).map(([, one]) => one)
  const over = open.filter((row) => !found.has(`${row.person_id} ${row.kind}`))

  for (const { personId, kind, words } of fresh) {
    await ctx.insert('load_signals', {
      ...{ id: ctx.id('lsg'), person_id: personId, kind, words, noticed_at: ctx.now },
      ...{ shared_at: null, ended_at: null },
    })
    await notify(ctx, personId, {
      title: 'A sign of too much work, for you first',
      why: `${words} Whoever leads you reads it when you share it, or in ${agreement.quietDays} days if nothing changes.`,
      link: '/load/signals',
    })
  }
  for (const row of over) await ctx.update('load_signals', row.id, { ended_at: ctx.now })
  const counts = { noticed: fresh.length, ended: over.length }
  await ctx.record(load.events.watched, 'load', counts)

  return counts
}
