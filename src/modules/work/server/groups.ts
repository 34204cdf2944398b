import { type RawBuilder, sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { directory } from '../../identity/server/index.ts'
import { type Grouping, priorities, relevances, type work } from '../contract.ts'
import { stagesOf, visibleBoards } from './boards.ts'
import { asking } from './list.ts'
import { types } from './types.ts'

type Known = { key: string; name: string }

const keys: Record<Grouping, RawBuilder<string>> = {
  board: sql`board_id`,
  stage: sql`stage_id`,
  type: sql`type_id`,
  relevance: sql`relevance`,
  priority: sql`(array[${sql.join(priorities)}]::text[])[priority + 1]`,
  assignee: sql`coalesce((select person_id from work_assignees a where a.item_id = work_items.id order by place limit 1), 'nobody')`,
}

async function stageGroups(ctx: Ctx): Promise<Known[]> {
  const boards = await visibleBoards(ctx, false)
  const stages = await stagesOf(
    ctx,
    boards.map((one) => one.id),
  )
  return boards.flatMap((board) =>
    stages
      .filter((one) => one.board_id === board.id)
      .map((one) => ({ key: one.id, name: `${board.name}: ${one.name}` })),
  )
}

async function peopleGroups(ctx: Ctx): Promise<Known[]> {
  const { rows } = await directory(ctx)
  return [
    { key: 'nobody', name: 'Nobody assigned' },
    ...[...rows.values()].map(({ id, name }) => ({ key: id, name })),
  ]
}

const relevanceNames = { now: 'Act now', ahead: 'Plan ahead', background: 'Background' }
const priorityNames = { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' }

/** The groups that there can be, in their order. */
async function known(ctx: Ctx, group: Grouping): Promise<Known[]> {
  switch (group) {
    case 'board':
      return (await visibleBoards(ctx, false)).map(({ id, name }) => ({ key: id, name }))
    case 'stage':
      return stageGroups(ctx)
    case 'assignee':
      return peopleGroups(ctx)
    case 'type':
      return (await types(ctx)).items.map(({ id, name }) => ({ key: id, name }))
    case 'priority':
      return priorities.map((key) => ({ key, name: priorityNames[key] }))
    case 'relevance':
      return relevances.map((key) => ({ key, name: relevanceNames[key] }))
  }
}

export async function groupOrder(ctx: Ctx, group: Grouping): Promise<RawBuilder<number>> {
  const order = (await known(ctx, group)).map((one) => one.key)
  return sql`array_position(${order}::text[], ${keys[group]})`
}

export async function groups(ctx: Ctx, { group, ...which }: In<typeof work.groups>) {
  const query = await asking(ctx, which as Parameters<typeof asking>[1])
  const rows = await query
    .select([keys[group].as('key'), sql<number>`count(*)::int`.as('items')])
    .groupBy(sql`1`)
    .execute()
  const many = new Map(rows.map((row) => [row.key, row.items]))
  const all = await known(ctx, group)
  return { items: all.flatMap((one) => (many.has(one.key) ? [{ ...one, items: many.get(one.key)! }] : [])) }
}
