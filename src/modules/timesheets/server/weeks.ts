import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { addDays } from '../../../methods/days.ts'
import { hoursOf } from '../../availability/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import { type Row, timesheets } from '../contract.ts'
import { keyOf, mondayOf } from '../rules.ts'
import { isLedBy, lockOf, requireRoomIn, requireSeen, requireSelf, seenPeople } from './people.ts'
import { namedItems, seenItems, standing, toEntries } from './show.ts'
import { requireSayable, toRow, writeMany } from './writing.ts'

type Piece = { day: string; minutes: number; itemId: string | null; duty: Row['duty'] }

/** Pieces of a week gathered into rows: what, by day. */
export async function rowsOf(ctx: Ctx, weekOn: string, pieces: readonly Piece[]): Promise<Row[]> {
  const itemOf = await namedItems(
    ctx,
    pieces.map((one) => one.itemId),
  )
  const refs = [...new Set(pieces.flatMap(({ itemId }) => itemId ?? []))].map((id) => ({ kind: 'item', id }))
  const leadsUp = await reaching(ctx, refs)
  const rows = new Map<string, Row>()
  for (const one of pieces) {
    const key = keyOf(one)
    const row = rows.get(key) ?? {
      ...{ key, item: itemOf(one.itemId), duty: one.duty, days: [0, 0, 0, 0, 0, 0, 0] },
      isVision: one.itemId !== null && leadsUp({ kind: 'item', id: one.itemId }),
    }
    const at = [0, 1, 2, 3, 4, 5, 6].find((place) => addDays(weekOn, place) === one.day)!
    row.days[at]! += one.minutes
    rows.set(key, row)
  }
  return [...rows.values()].sort(
    (a, b) => (b.item ? 1 : 0) - (a.item ? 1 : 0) || (a.item?.number ?? 0) - (b.item?.number ?? 0),
  )
}

export async function week(ctx: Ctx, { personId, on }: In<typeof timesheets.week>) {
  const person = await requireSeen(ctx, personId)
  const weekOn = mondayOf(on ?? (await todayOf(ctx)))
  const last = addDays(weekOn, 6)
  const rows = await standing(ctx, person.id, weekOn, last).selectAll().orderBy('id').execute()
  const lock = await lockOf(ctx, person.id, weekOn)
  const hours = (await hoursOf(ctx, [person.id], weekOn, last)).get(person.id) ?? []
  const isSelf = person.id === ctx.actor.personId
  const isLed = !isSelf && (await isLedBy(ctx, person.id))
  return {
    person: { id: person.id, name: person.name },
    days: hours.map(({ day, available, why }) => ({ day, available, why })),
    rows: await rowsOf(
      ctx,
      weekOn,
      rows.map((row) => ({ ...row, itemId: row.item_id })),
    ),
    entries: await toEntries(ctx, rows),
    total: rows.reduce((sum, row) => sum + row.minutes, 0),
    lock: lock ? { by: lock.locked_by, at: lock.locked_at.toISOString() } : null,
    people: await seenPeople(ctx),
    can: { write: isSelf && !lock, lock: (isSelf || isLed) && !lock, reopen: isLed && lock !== undefined },
  }
}

/** The sum a cell shows becomes another; told apart entries are changed one by one. */
export async function setCell(ctx: Ctx, said: In<typeof timesheets.setCell>) {
  const self = await requireSelf(ctx)
  const written = await standing(ctx, self.id, said.day, said.day).select('item_id').execute()
  await requireSayable(
    ctx,
    [said],
    written.map((row) => row.item_id),
  )
  await requireRoomIn(ctx, self.id, [{ day: said.day, more: said.minutes - said.was }])
  const rows = (await standing(ctx, self.id, said.day, said.day).selectAll().execute()).filter(
    (row) => keyOf({ itemId: row.item_id, duty: row.duty }) === keyOf(said),
  )
  const before = rows.reduce((sum, row) => sum + row.minutes, 0)
  if (before !== said.was)
    throw conflict(`This cell holds ${before} minutes by now, not ${said.was}. Look at it and write again.`)
  if (rows.length > 1)
    throw conflict(
      `This cell is made of ${rows.length} entries with words of their own. Change one of them in the list below.`,
    )

  await writeCell(ctx, self.id, said, rows[0])
  await ctx.record(timesheets.events.written, self.id, { who: self.name, count: 1 })

  const all = await standing(ctx, self.id, said.day, said.day).select('minutes').execute()
  return { minutes: said.minutes, total: all.reduce((sum, row) => sum + row.minutes, 0) }
}

type Cell = In<typeof timesheets.setCell>
async function writeCell(
  ctx: Ctx,
  personId: string,
  said: Cell,
  row: { id: string; version: number } | undefined,
): Promise<void> {
  if (!row && said.minutes === 0) return
  if (!row)
    await ctx.insert('timesheets_entries', toRow(ctx, { ...said, note: '' }, { personId, source: 'typed' }))
  else if (said.minutes === 0)
    await ctx.update('timesheets_entries', row.id, { removed_at: ctx.now, version: row.version + 1 })
  else
    await ctx.update('timesheets_entries', row.id, {
      ...{ minutes: said.minutes, version: row.version + 1, changed_at: ctx.now },
    })
}

export async function copyLast(ctx: Ctx, { on }: In<typeof timesheets.copyLast>) {
  const self = await requireSelf(ctx)
  const weekOn = mondayOf(on)
  const from = addDays(weekOn, -7)
  const today = await todayOf(ctx)
  const before = await standing(ctx, self.id, from, addDays(from, 6)).selectAll().orderBy('id').execute()
  const now = await standing(ctx, self.id, weekOn, addDays(weekOn, 6)).select(['day']).execute()
  const written = new Set(now.map((row) => row.day))
  const seen = await seenItems(
    ctx,
    before.map((row) => row.item_id),
  )
  const copies = before
    .map((row) => ({ ...row, day: addDays(row.day, 7), itemId: row.item_id }))
    .filter((row) => row.day <= today && !written.has(row.day) && (row.duty || seen.has(row.item_id ?? '')))
  if (copies.length === 0)
    throw conflict(
      before.length === 0
        ? `Nothing is written down in the week of ${from}.`
        : 'Every day that has been is written down already, or what was worked on is gone: nothing was copied.',
    )
  return { ids: await writeMany(ctx, self, copies, 'copied'), from }
}
