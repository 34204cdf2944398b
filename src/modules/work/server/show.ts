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

/** What stands elsewhere of these items, read for all of them at once. */
async function restOf(ctx: Ctx, ids: readonly string[]) {
  const chains = await chainsOf(ctx, ids.map(refOf))
  const nameOf = await namesOf(
    ctx,
    ids.flatMap((id) => chains.parentOf(refOf(id)) ?? []),
  )
  const assignees = await assigneesOf(ctx, ids)
  const [checks, waits] = [await checksOf(ctx, ids), await waitsOf(ctx, ids)]
  const badges = await ctx.use(workPorts).badges(ctx, ids)
  const fields = await definitionsOf(ctx, ['item'])
  const { rows: people } = await directory(ctx)
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? 'Somebody who left' })
  return {
    leadsUp: (id: string) => chains.leadsUp(refOf(id)),
    servedBy(id: string): Item['serves'] {
      const parent = chains.parentOf(refOf(id))
      return parent ? { kind: parent.kind, id: parent.id, name: nameOf(parent) } : null
    },
    assignees: (id: string) => (assignees.get(id) ?? []).map(named),
    checks: (id: string) => checks.get(id) ?? noChecks,
    waits: (id: string) => waits.get(id) ?? 0,
    badges: (id: string) => badges.get(id) ?? [],
    seen: (values: unknown) => seenValues(ctx, fields, values as Record<string, never>),
  }
}

/** Lists have thousands: an item is one literal, whose groups the build makes plain. */
const toOne = (row: Shown, rest: Awaited<ReturnType<typeof restOf>>): Item => ({
  ...{ id: row.id, number: row.number, title: row.title, boardId: row.board_id, stageId: row.stage_id },
  ...{ rank: row.rank, typeId: row.type_id, parentId: row.parent_id, labels: row.labels },
  ...{ startsOn: row.starts_on, dueOn: row.due_on, estimateMinutes: row.estimate_minutes },
  points: row.points === null ? null : Number(row.points),
  ...{ relevance: row.relevance, priority: priorities[row.priority]!, arrival: row.arrival },
  ...{ notVision: row.not_vision, isApproved: row.approved_at !== null },
  ...{ enteredAt: row.entered_at.toISOString(), startedAt: iso(row.started_at), doneAt: iso(row.done_at) },
  ...{ madeAt: row.made_at.toISOString(), changedAt: row.changed_at.toISOString() },
  ...{ assignees: rest.assignees(row.id), serves: rest.servedBy(row.id), isVision: rest.leadsUp(row.id) },
  ...{ checks: rest.checks(row.id), waitsFor: rest.waits(row.id), badges: rest.badges(row.id) },
  values: rest.seen(row.field_values),
})

/** The rows as the asker may see them, in their order. */
export async function toItems(ctx: Ctx, rows: readonly Shown[]): Promise<Item[]> {
  if (rows.length === 0) return []
  const rest = await restOf(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => toOne(row, rest))
}

export const toItem = async (ctx: Ctx, row: Shown): Promise<Item> => (await toItems(ctx, [row]))[0]!
