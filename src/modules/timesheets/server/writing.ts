import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { requireItems } from '../../work/server/index.ts'
import { type Entry, timesheets } from '../contract.ts'
import { whyNotDay, whyNotWhat } from '../rules.ts'
import { type Person, requireRoomIn, requireSelf } from './people.ts'
import { toEntries } from './show.ts'
import type { EntryRow } from './tables.ts'

type Said = { day: string; minutes: number; itemId: string | null; duty: Entry['duty']; note: string }

/** What can be worked on, on a day that has been; `written` are items that time stands on already, seen or not any more. */
export async function requireSayable(
  ctx: Ctx,
  all: readonly Omit<Said, 'minutes' | 'note'>[],
  written: readonly (string | null)[] = [],
): Promise<void> {
  const today = await todayOf(ctx)
  for (const one of all) {
    const objection = whyNotWhat(one) ?? whyNotDay(one.day, today)
    if (objection) throw invalid(objection, [{ field: 'day', message: objection }])
  }
  const ids = all.flatMap(({ itemId }) => (itemId && !written.includes(itemId) ? [itemId] : []))
  if (ids.length > 0) await requireItems(ctx, ids)
}

type By = { personId: string; source: Entry['source']; endedAt?: Date }

export const toRow = (ctx: Ctx, said: Said, { personId, source, endedAt }: By) => ({
  ...{ id: ctx.id('tim'), person_id: personId, day: said.day, minutes: said.minutes, source },
  ...{ item_id: said.itemId, duty: said.duty, note: said.note, ended_at: endedAt ?? null },
  ...{ version: 1, changed_at: ctx.now, removed_at: null },
})

export async function add(ctx: Ctx, said: In<typeof timesheets.add>) {
  const self = await requireSelf(ctx)
  await requireSayable(ctx, [said])
  await requireRoomIn(ctx, self.id, [{ day: said.day, more: said.minutes }])

  const row = await ctx.insert('timesheets_entries', toRow(ctx, said, { personId: self.id, source: 'typed' }))
  await ctx.record(timesheets.events.written, self.id, { who: self.name, count: 1 })

  return (await toEntries(ctx, [row]))[0]!
}

/** All or none of them. */
export async function writeMany(
  ctx: Ctx,
  self: Person,
  all: readonly Said[],
  source: Entry['source'],
): Promise<string[]> {
  await requireSayable(ctx, all)
  await requireRoomIn(
    ctx,
    self.id,
    all.map(({ day, minutes }) => ({ day, more: minutes })),
  )
  const rows = all.map((said) => toRow(ctx, said, { personId: self.id, source }))
  await ctx.insertAll('timesheets_entries', rows)
  await ctx.record(timesheets.events.written, self.id, { who: self.name, count: rows.length })
  return rows.map((row) => row.id)
}

export async function addMany(ctx: Ctx, { entries, isProposed }: In<typeof timesheets.addMany>) {
  const self = await requireSelf(ctx)
  return { ids: await writeMany(ctx, self, entries, isProposed ? 'proposal' : 'typed') }
}

/** Entries of one’s own; missing where one is somebody else’s. */
async function requireOwn(ctx: Ctx, self: Person, ids: readonly string[]): Promise<EntryRow[]> {
  const asked = [...new Set(ids)]
  const rows = await ctx.db
    .selectFrom('timesheets_entries')
    .selectAll()
    .where('id', '=', sql<string>`any(${asked})`)
    .where('person_id', '=', self.id)
    .execute()
  if (rows.length < asked.length) throw missing('One of these time entries')
  return rows
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof timesheets.change>) {
  const self = await requireSelf(ctx)
  const [row] = await requireOwn(ctx, self, [id])
  if (row!.removed_at) throw conflict('This entry was taken away. Put it back before you change it.')
  await requireSayable(ctx, [said], [row!.item_id])
  const moved = { day: row!.day, more: -row!.minutes }
  await requireRoomIn(ctx, self.id, [moved, { day: said.day, more: said.minutes }])
  const [now] = await requireOwn(ctx, self, [id])
  if (now!.version !== version)
    throw conflict('This entry changed in another window since you opened it. Load it again.')

  const changed = await ctx.update('timesheets_entries', id, {
    ...{ day: said.day, minutes: said.minutes, item_id: said.itemId, duty: said.duty, note: said.note },
    ...{ version: version + 1, changed_at: ctx.now },
  })
  await ctx.record(timesheets.events.changed, self.id, { who: self.name, count: 1 })

  return (await toEntries(ctx, [changed!]))[0]!
}

export async function remove(ctx: Ctx, { ids }: In<typeof timesheets.remove>) {
  const self = await requireSelf(ctx)
  const rows = await requireOwn(ctx, self, ids)
  const open = rows.filter((row) => !row.removed_at)
  await requireRoomIn(
    ctx,
    self.id,
    open.map(({ day, minutes }) => ({ day, more: -minutes })),
  )

  await ctx.updateAll(
    'timesheets_entries',
    open.map((row) => ({ id: row.id, removed_at: ctx.now, version: row.version + 1 })),
  )
  await ctx.record(timesheets.events.removed, self.id, { who: self.name, count: open.length })

  return { ids: open.map((row) => row.id) }
}

export async function restore(ctx: Ctx, { ids }: In<typeof timesheets.restore>) {
  const self = await requireSelf(ctx)
  const gone = (await requireOwn(ctx, self, ids)).filter((row) => row.removed_at)
  await requireRoomIn(
    ctx,
    self.id,
    gone.map(({ day, minutes }) => ({ day, more: minutes })),
  )

  await ctx.updateAll(
    'timesheets_entries',
    gone.map((row) => ({ id: row.id, removed_at: null, version: row.version + 1 })),
  )
  await ctx.record(timesheets.events.restored, self.id, { who: self.name, count: gone.length })

  return { ids: gone.map((row) => row.id) }
}
