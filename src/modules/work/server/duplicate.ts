import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { usableValues } from '../../fields/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import { priorities, type work } from '../contract.ts'
import { addItem } from './add.ts'
import { checklistOf } from './checks.ts'
import { assigneesOf, requireItem } from './records.ts'
import { toItem } from './show.ts'

/** Its assignees who still work here. */
async function whoIsHere(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await directory(ctx)
  const ids = (await assigneesOf(ctx, [id])).get(id) ?? []
  return ids.filter((one) => rows.get(one)?.disabled_at === null)
}

export async function duplicate(ctx: Ctx, { id }: In<typeof work.duplicate>) {
  const row = await requireItem(ctx, id)
  const lines = (await checklistOf(ctx, row.id)).map((one) => one.text)
  const said = {
    ...{ title: row.title, words: row.words, typeId: row.type_id, boardId: row.board_id },
    ...{ parentId: row.parent_id, labels: row.labels, startsOn: row.starts_on, dueOn: row.due_on },
    ...{ estimateMinutes: row.estimate_minutes, points: row.points === null ? null : Number(row.points) },
    ...{ relevance: row.relevance, priority: priorities[row.priority]!, arrival: row.arrival },
    ...{ notVision: row.not_vision, assigneeIds: await whoIsHere(ctx, row.id) },
    values: await usableValues(ctx, 'item', row.field_values as Record<string, never>),
    serves: (await parentsOf(ctx.db, 'item', [row.id])).get(row.id) ?? null,
  }

  return toItem(ctx, await addItem(ctx, said, lines))
}
