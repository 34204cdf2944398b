import type { Ctx } from '../../../kernel/ctx.ts'
import { definitionsOf, seenValues } from '../../fields/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { parentsOf, reaching, readableNames } from '../../trace/server/index.ts'
import { type Item, priorities } from '../contract.ts'
import { workPorts } from './ports.ts'
import { assigneesOf, checksOf, waitsOf } from './records.ts'
import type { ItemRow } from './tables.ts'

type Ref = { kind: string; id: string }

/** What these items are linked up to, with its name as far as the asker may read it. */
async function servesOf(ctx: Ctx, ids: string[]): Promise<Map<string, Item['serves']>> {
  const parents = await parentsOf(ctx.db, 'item', ids)
  const byKind = new Map<string, string[]>()
  for (const { kind, id } of parents.values()) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  const names = new Map<string, Map<string, string>>()
  for (const [kind, theirs] of byKind) names.set(kind, await readableNames(ctx, kind, theirs))
  const named = ({ kind, id }: Ref) => ({ kind, id, name: names.get(kind)?.get(id) ?? '' })
  return new Map([...parents].map(([id, parent]) => [id, named(parent)]))
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** The rows as the asker may see them, in their order. */
export async function toItems(ctx: Ctx, rows: readonly ItemRow[]): Promise<Item[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const { rows: people } = await directory(ctx.db)
  const serves = await servesOf(ctx, ids)
  const leadsUp = await reaching(
    ctx,
    ids.map((id) => ({ kind: 'item', id })),
  )
  const [assignees, checks, waits] = [
    await assigneesOf(ctx, ids),
    await checksOf(ctx, ids),
    await waitsOf(ctx, ids),
  ]
  const badges = await ctx.use(workPorts).badges(ctx, ids)
  const fields = await definitionsOf(ctx, ['item'])
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? 'Somebody who left' })
  return rows.map((row) => ({
    ...ofRow(row),
    assignees: (assignees.get(row.id) ?? []).map(named),
    serves: serves.get(row.id) ?? null,
    isVision: leadsUp({ kind: 'item', id: row.id }),
    checks: checks.get(row.id) ?? { done: 0, all: 0 },
    waitsFor: waits.get(row.id) ?? 0,
    values: seenValues(ctx, fields, row.field_values as Record<string, never>),
    badges: badges.get(row.id) ?? [],
  }))
}

const ofRow = (row: ItemRow) => ({
  ...{ id: row.id, number: row.number, title: row.title, boardId: row.board_id, stageId: row.stage_id },
  ...{ rank: row.rank, typeId: row.type_id, parentId: row.parent_id, labels: row.labels },
  ...{ startsOn: row.starts_on, dueOn: row.due_on, estimateMinutes: row.estimate_minutes },
  points: row.points === null ? null : Number(row.points),
  ...{ relevance: row.relevance, priority: priorities[row.priority]!, arrival: row.arrival },
  ...{ notVision: row.not_vision, isApproved: row.approved_at !== null },
  ...{ enteredAt: row.entered_at.toISOString(), startedAt: iso(row.started_at), doneAt: iso(row.done_at) },
  ...{ madeAt: row.made_at.toISOString(), changedAt: row.changed_at.toISOString() },
})

export const toItem = async (ctx: Ctx, row: ItemRow): Promise<Item> => (await toItems(ctx, [row]))[0]!
