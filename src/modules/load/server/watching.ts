import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day, dayIn } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { hoursOf, lastLeave } from '../../availability/server/index.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import { eveningsSince, writtenIn } from '../../timesheets/server/index.ts'
import { load } from '../contract.ts'
import { type Seen, signalsOf } from '../rules.ts'
import { agreements } from './agreement.ts'

const lookedBack = 12
/** Minutes that were written down, by person and week. */
async function worked(ctx: Ctx, from: Day, to: Day): Promise<Map<string, number>> {
  const minutes = new Map<string, number>()
  for (const row of await writtenIn(ctx, from, to)) {
    const key = `${row.person_id} ${mondayOf(row.day)}`
    minutes.set(key, (minutes.get(key) ?? 0) + row.minutes)
  }
  return minutes
}

/** What can be seen of everybody who works here. */
async function seenOf(ctx: Ctx): Promise<Map<string, Seen>> {
  const today = await todayOf(ctx)
  const zone = (await settings(ctx.db)).timeZone
  const end = mondayOf(today)
  const from = addDays(end, -7 * lookedBack)
  const { rows } = await directory(ctx)
  const ids = [...rows.values()].filter((one) => !one.company && !one.disabled_at).map((one) => one.id)
  const minutes = await worked(ctx, from, addDays(end, -1))
  const evenings = await eveningsSince(ctx, addDays(today, -28), zone)
  const rested = await lastLeave(ctx, today)
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
        ...{ restedOn: rested.get(id) ?? dayIn(zone, rows.get(id)?.joined_at ?? ctx.now), today },
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
