import type { Ctx } from '../../../kernel/ctx.ts'
import { definitionsOf, seenValues } from '../../fields/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { chainsOf, readableNames } from '../../trace/server/index.ts'
import { type Item, priorities } from '../contract.ts'
import { workPorts } from './ports.ts'
import { assigneesOf, checksOf, waitsOf } from './records.ts'
import type { ItemRow } from './tables.ts'

type Ref = { kind: string; id: string }
const refOf = (id: string): Ref => ({ kind: 'item', id })

/** The names of what items are linked up to, as far as the asker may read them. */
async function namesOf(ctx: Ctx, parents: readonly Ref[]): Promise<(ref: Ref) => string> {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, id } of parents) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(id))
  const names = new Map<string, Map<string, string>>()
  for (const [kind, theirs] of byKind) names.set(kind, await readableNames(ctx, kind, [...theirs]))
  return ({ kind, id }) => names.get(kind)?.get(id) ?? ''
}

/** What a list shows of the row itself. */
export const shownColumns = [
  ...(['id', 'number', 'title', 'board_id', 'stage_id', 'rank', 'type_id', 'parent_id', 'labels'] as const),
  ...(['starts_on', 'due_on', 'estimate_minutes', 'points', 'relevance', 'priority', 'arrival'] as const),
  ...(['not_vision', 'field_values', 'approved_at', 'entered_at', 'started_at', 'done_at'] as const),
  ...(['made_at', 'changed_at'] as const),
]
type Shown = Pick<ItemRow, (typeof shownColumns)[number]>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const noChecks = { done: 0, all: 0 }

/** The rows as the asker may see them, in their order. Lists have thousands: each item is made in one piece. */
export async function toItems(ctx: Ctx, rows: readonly Shown[]): Promise<Item[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const chains = await chainsOf(ctx, ids.map(refOf))
  const nameOf = await namesOf(
    ctx,
    ids.flatMap((id) => chains.parentOf(refOf(id)) ?? []),
  )
  const assignees = await assigneesOf(ctx, ids)
  const checks = await checksOf(ctx, ids)
  const waits = await waitsOf(ctx, ids)
  const badges = await ctx.use(workPorts).badges(ctx, ids)
  const fields = await definitionsOf(ctx, ['item'])
  const { rows: people } = await directory(ctx)
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? 'Somebody who left' })
  return rows.map((row) => {
    const parent = chains.parentOf(refOf(row.id))
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      boardId: row.board_id,
      stageId: row.stage_id,
      rank: row.rank,
      typeId: row.type_id,
      parentId: row.parent_id,
      assignees: (assignees.get(row.id) ?? []).map(named),
      labels: row.labels,
      startsOn: row.starts_on,
      dueOn: row.due_on,
      estimateMinutes: row.estimate_minutes,
      points: row.points === null ? null : Number(row.points),
      relevance: row.relevance,
      priority: priorities[row.priority]!,
      arrival: row.arrival,
      serves: parent ? { kind: parent.kind, id: parent.id, name: nameOf(parent) } : null,
      isVision: chains.leadsUp(refOf(row.id)),
      notVision: row.not_vision,
      checks: checks.get(row.id) ?? noChecks,
      waitsFor: waits.get(row.id) ?? 0,
      isApproved: row.approved_at !== null,
      enteredAt: row.entered_at.toISOString(),
      startedAt: iso(row.started_at),
      doneAt: iso(row.done_at),
      madeAt: row.made_at.toISOString(),
      changedAt: row.changed_at.toISOString(),
      values: seenValues(ctx, fields, row.field_values as Record<string, never>),
      badges: badges.get(row.id) ?? [],
    }
  })
}

export const toItem = async (ctx: Ctx, row: Shown): Promise<Item> => (await toItems(ctx, [row]))[0]!
