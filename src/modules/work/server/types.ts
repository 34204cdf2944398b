import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { type ItemType, work } from '../contract.ts'
import { requireBoard, requireVersion } from './boards.ts'
import { visibleItems } from './records.ts'
import type { TypeRow } from './tables.ts'

const toType = (row: TypeRow, items: number): ItemType => ({
  ...{ id: row.id, name: row.name, summary: row.summary, boardId: row.board_id, version: row.version },
  ...{ estimateMinutes: row.estimate_minutes, checklist: row.checklist, items },
  isRetired: row.retired_at !== null,
})

export async function types(ctx: Ctx) {
  const rows = await ctx.db.selectFrom('work_types').selectAll().orderBy('name').execute()
  const counts = await (await visibleItems(ctx))
    .select(['type_id', sql<number>`count(*)::int`.as('items')])
    .groupBy('type_id')
    .execute()
  const many = new Map(counts.map((row) => [row.type_id, row.items]))
  return { items: rows.map((row) => toType(row, many.get(row.id) ?? 0)) }
}

export async function requireType(ctx: Ctx, id: string): Promise<TypeRow> {
  const row = await ctx.db.selectFrom('work_types').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This item type')
  if (row.retired_at) throw conflict(`The item type ${row.name} is not used any more. Choose another.`)
  return row
}

/** The type of an item when nobody says, and no item is looked at for it: whoever adds one at the same time is not in the way. */
export async function usualType(ctx: Ctx): Promise<TypeRow | undefined> {
  const rows = await ctx.db
    .selectFrom('work_types')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.find((one) => one.id === 'wty_task') ?? rows[0]
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const { items } = await types(ctx)
  const same = items.find((one) => one.id !== self && one.name.toLowerCase() === name.toLowerCase())
  if (same && !same.isRetired) throw conflict(`There is an item type ${name} already.`)
}

export async function addType(ctx: Ctx, said: In<typeof work.addType>) {
  await refuseTakenName(ctx, said.name)
  if (said.boardId) await requireBoard(ctx, said.boardId)

  const row = await ctx.insert('work_types', {
    ...{ id: ctx.id('wty'), name: said.name, summary: said.summary, board_id: said.boardId },
    ...{ estimate_minutes: said.estimateMinutes, checklist: said.checklist, retired_at: null, version: 1 },
  })
  await ctx.record(work.events.typeAdded, row.id, { name: row.name })

  return toType(row, 0)
}

export async function changeType(ctx: Ctx, { id, version, ...said }: In<typeof work.changeType>) {
  const row = await ctx.db.selectFrom('work_types').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This item type')
  requireVersion(row, version, 'item type')
  if (said.name !== undefined) await refuseTakenName(ctx, said.name, id)
  if (said.boardId) await requireBoard(ctx, said.boardId)

  const { isRetired } = said
  await ctx.update('work_types', id, {
    ...{ name: said.name, summary: said.summary, board_id: said.boardId, version: version + 1 },
    ...{ estimate_minutes: said.estimateMinutes, checklist: said.checklist },
    ...(isRetired === undefined ? {} : { retired_at: isRetired ? ctx.now : null }),
  })
  await ctx.record(work.events.typeChanged, id, { name: said.name ?? row.name })

  return (await types(ctx)).items.find((one) => one.id === id)!
}
