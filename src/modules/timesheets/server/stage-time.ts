import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { dayByStageTime, type Held } from '../../../methods/vision-share.ts'
import { hoursOf } from '../../availability/server/index.ts'
import { settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { heldActive } from '../../work/server/index.ts'
import type { timesheets } from '../contract.ts'
import { mondayOf } from '../rules.ts'
import { requireSelf } from './people.ts'
import { standing } from './show.ts'
import { rowsOf } from './weeks.ts'

export type StagePiece = { personId: string; day: Day; itemId: string | null; minutes: number }

/** Items that stood in an active stage while these people were assigned, from when to when. */
async function heldBy(ctx: Ctx, ids: readonly string[], from: Date, to: Date): Promise<Map<string, Held[]>> {
  const rows = await heldActive(ctx, ids, from, to)
  const held = new Map<string, Held[]>()
  for (const row of rows) {
    const one = {
      item: row.item_id,
      from: row.entered_at.getTime(),
      to: row.left_at?.getTime() ?? ctx.now.getTime(),
    }
    held.set(row.person_id, [...(held.get(row.person_id) ?? []), one])
  }
  return held
}

/** When days begin, where the organisation is. */
async function beginnings(ctx: Ctx, from: Day, to: Day): Promise<Map<Day, number>> {
  const zone = (await settings(ctx.db)).timeZone
  const rows = await ctx.db
    .selectNoFrom(
      sql<string>`to_char(generate_series(${from}::date, ${addDays(to, 1)}::date, interval '1 day'), 'YYYY-MM-DD')`.as(
        'day',
      ),
    )
    .select(
      sql<Date>`generate_series(${from}::date, ${addDays(to, 1)}::date, interval '1 day')::timestamp at time zone ${zone}`.as(
        'at',
      ),
    )
    .execute()
  return new Map(rows.map((row) => [row.day, row.at.getTime()]))
}

/** The available minutes of past days of people, spread over what they held in active stages. */
export async function stageTime(ctx: Ctx, ids: readonly string[], from: Day, to: Day): Promise<StagePiece[]> {
  if (ids.length === 0) return []
  const begins = await beginnings(ctx, from, to)
  const held = await heldBy(ctx, ids, new Date(begins.get(from)!), new Date(begins.get(addDays(to, 1))!))
  const hours = await hoursOf(ctx, ids, from, to)
  return [...hours].flatMap(([personId, days]) =>
    days.flatMap(({ day, available }) =>
      dayByStageTime(held.get(personId) ?? [], {
        ...{ from: begins.get(day)!, to: begins.get(addDays(day, 1))!, minutes: available },
      }).map(({ item, minutes }) => ({ personId, day, itemId: item, minutes })),
    ),
  )
}

export async function proposal(ctx: Ctx, { on }: In<typeof timesheets.proposal>) {
  const self = await requireSelf(ctx)
  const weekOn = mondayOf(on)
  const today = await todayOf(ctx)
  const last = [addDays(weekOn, 6), today].sort()[0]!
  const pieces = last < weekOn ? [] : await stageTime(ctx, [self.id], weekOn, last)
  const written = new Set(
    (await standing(ctx, self.id, weekOn, last).select('day').execute()).map((row) => row.day),
  )
  const free = pieces.filter((one) => !written.has(one.day))
  const linked = free.filter((one) => one.itemId !== null)
  return {
    rows: await rowsOf(
      ctx,
      weekOn,
      linked.map((one) => ({ ...one, duty: null })),
    ),
    unheld: free.filter((one) => one.itemId === null).reduce((sum, one) => sum + one.minutes, 0),
    reason:
      'A proposal, not what you did: your available hours of each day without entries, spread over the items that were assigned to you in an active stage, by how long each stood there.',
  }
}
