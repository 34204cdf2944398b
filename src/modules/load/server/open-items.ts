import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { visibleBoards } from '../../work/server/index.ts'
import { median } from '../rules.ts'

/** An open item with what is left of it; its title is hidden where the asker may not see its board. */
export type Open = {
  id: string
  number: number
  title: string
  typeId: string
  type: string
  labels: string[]
  priority: number
  startsOn: string | null
  dueOn: string | null
  scale: 'department' | 'enterprise'
  /** What is left of the estimate, in minutes. */
  minutes: number
  isGuessed: boolean
  assignees: string[]
  isHidden: boolean
}

const halfADay = 240

async function usualByType(ctx: Ctx): Promise<Map<string, { name: string; minutes: number }>> {
  const types = await ctx.db.selectFrom('work_types').select(['id', 'name', 'estimate_minutes']).execute()
  const done = await ctx.db
    .selectFrom('work_items')
    .select(['type_id', 'estimate_minutes'])
    .where('done_at', 'is not', null)
    .where('removed_at', 'is', null)
    .where('estimate_minutes', '>', 0)
    .execute()
  const byType = new Map<string, number[]>()
  for (const one of done) {
    const known = byType.get(one.type_id)
    if (known) known.push(one.estimate_minutes!)
    else byType.set(one.type_id, [one.estimate_minutes!])
  }
  return new Map(
    types.map((one) => [
      one.id,
      { name: one.name, minutes: median(byType.get(one.id) ?? []) ?? one.estimate_minutes ?? halfADay },
    ]),
  )
}

/** All open items, whoever asks: figures are of all work, names of what may be seen. */
export async function openItems(ctx: Ctx): Promise<Open[]> {
  const rows = await ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .leftJoin('timesheets_entries as entry', (join) =>
      join.onRef('entry.item_id', '=', 'item.id').on('entry.removed_at', 'is', null),
    )
    .select(['item.id', 'item.number', 'item.title', 'item.type_id', 'item.labels', 'item.priority'])
    .select(['item.starts_on', 'item.due_on', 'item.estimate_minutes', 'board.scale', 'board.id as board_id'])
    .select(sql<number>`coalesce(sum(entry.minutes), 0)::int`.as('spent'))
    .where('item.done_at', 'is', null)
    .where('item.removed_at', 'is', null)
    .where('board.archived_at', 'is', null)
    .groupBy(['item.id', 'board.id'])
    .orderBy('item.number')
    .execute()
  const usual = await usualByType(ctx)
  const seen = new Set((await visibleBoards(ctx)).map((one) => one.id))
  const people = await assigneesOfOpen(ctx)
  return rows.map((row) => {
    const type = usual.get(row.type_id)!
    const isHidden = !seen.has(row.board_id)
    return {
      ...{ id: row.id, number: isHidden ? 0 : row.number, typeId: row.type_id, type: type.name, isHidden },
      ...{ title: isHidden ? 'An item you do not see' : row.title, labels: row.labels, scale: row.scale },
      ...{ priority: row.priority, startsOn: row.starts_on, dueOn: row.due_on },
      minutes: Math.max(0, (row.estimate_minutes ?? type.minutes) - row.spent),
      ...{ isGuessed: row.estimate_minutes === null, assignees: people.get(row.id) ?? [] },
    }
  })
}

async function assigneesOfOpen(ctx: Ctx): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .selectFrom('work_assignees as has')
    .innerJoin('work_items as item', 'item.id', 'has.item_id')
    .select(['has.item_id', 'has.person_id'])
    .where('item.done_at', 'is', null)
    .where('item.removed_at', 'is', null)
    .orderBy('has.place')
    .execute()
  const all = new Map<string, string[]>()
  for (const row of rows) {
    const known = all.get(row.item_id)
    if (known) known.push(row.person_id)
    else all.set(row.item_id, [row.person_id])
  }
  return all
}
