import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { work } from '../contract.ts'
import { requireChangeableItem } from './records.ts'
import type { ItemRow } from './tables.ts'

const most = 200

export async function checklistOf(ctx: Ctx, itemId: string) {
  const rows = await ctx.db
    .selectFrom('work_checks')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    list: row.list,
    isDone: row.done_at !== null,
    place: row.place,
  }))
}

export async function addCheck(ctx: Ctx, { id, text }: In<typeof work.addCheck>) {
  const item = await requireChangeableItem(ctx, id)
  const known = await checklistOf(ctx, item.id)
  if (known.length >= most)
    throw conflict(`A checklist has ${most} lines at most. Make parts of the item instead.`)

  await ctx.insert('work_checks', {
    ...{ id: ctx.id('chk'), item_id: item.id, text, done_at: null, done_by: null },
    place: (known.at(-1)?.place ?? -1) + 1,
  })
  return told(ctx, item)
}

export async function changeCheck(ctx: Ctx, { id, text, isDone }: In<typeof work.changeCheck>) {
  const item = await itemOf(ctx, id)
  const done =
    isDone === undefined ? {} : { done_at: isDone ? ctx.now : null, done_by: isDone ? ctx.actor.name : null }
  await ctx.update('work_checks', id, { text, ...done })
  return told(ctx, item)
}

export async function removeCheck(ctx: Ctx, { id }: In<typeof work.removeCheck>) {
  const item = await itemOf(ctx, id)
  await ctx.delete('work_checks', id)
  return told(ctx, item)
}

async function itemOf(ctx: Ctx, checkId: string): Promise<ItemRow> {
  const row = await ctx.db.selectFrom('work_checks').selectAll().where('id', '=', checkId).executeTakeFirst()
  if (!row) throw missing('This line of the checklist')
  return requireChangeableItem(ctx, row.item_id)
}

async function told(ctx: Ctx, item: ItemRow) {
  await ctx.record(work.events.checked, item.id, { item: `W-${item.number}` })
  return { items: await checklistOf(ctx, item.id) }
}
