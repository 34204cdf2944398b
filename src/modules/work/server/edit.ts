import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { valueKeeper } from '../../fields/server/index.ts'
import { linkUpAll, parentsOf } from '../../trace/server/index.ts'
import { type Patch, priorities, work } from '../contract.ts'
import { changedMeanwhile, nameOf, toldOf, touchedValues, whyNotDays, whyNotPatch } from '../rules.ts'
import { keepAssignees, requirePeople } from './assigning.ts'
import { type Before, keepChange } from './changes.ts'
import { requireParent } from './parents.ts'
import { any, assigneesOf, requireChangeable } from './records.ts'
import type { ItemRow } from './tables.ts'
import { requireType } from './types.ts'

type Said = In<typeof work.edit>

export async function edit(ctx: Ctx, asked: Said) {
  const said = withTouched(asked)
  const rows = await requireChangeable(ctx, said.ids)
  await requireFits(ctx, rows, said)
  const assignees = await assigneesOf(
    ctx,
    rows.map((row) => row.id),
  )
  await requireUnchanged(rows, assignees, said)

  const befores = new Map(rows.map((row): [string, Before] => [row.id, { id: row.id }]))
  await keepColumns(ctx, rows, said, befores)
  await keepPeople(ctx, rows, assignees, said, befores)
  await keepServes(ctx, rows, said, befores)
  const changed = [...befores.values()].filter((one) => one.columns || one.assignees || one.serves)
  const changeId = await keepChange(ctx, changed)
  if (changed.length > 0)
    await ctx.record(work.events.edited, changed[0]!.id, {
      items: toldOf(rows.filter((row) => changed.some((one) => one.id === row.id)).map((row) => row.number)),
      count: changed.length,
      fields: fieldsOf(said),
    })

  return { changed: changed.length, changeId }
}

/** A page sends all of the organisation’s own fields: those that it left as they were are not said. */
function withTouched(said: Said): Said {
  const { patch, was } = said
  if (!patch.values || !was?.values) return said
  return { ...said, patch: { ...patch, values: touchedValues(patch.values, was.values) } }
}

const fieldsOf = (said: Said): string[] => [
  ...Object.keys(said.patch),
  ...(said.addLabels.length + said.removeLabels.length > 0 ? ['labels'] : []),
  ...(said.serves === undefined ? [] : ['serves']),
]

async function requireFits(ctx: Ctx, rows: readonly ItemRow[], { patch }: Said): Promise<void> {
  const objection = whyNotPatch(patch, rows.length)
  if (objection) throw invalid(objection)
  if (patch.typeId) await requireType(ctx, patch.typeId)
  if (patch.assigneeIds) await requirePeople(ctx, patch.assigneeIds)
  if (patch.parentId)
    await requireParent(
      ctx,
      rows.map((row) => row.id),
      patch.parentId,
    )
  for (const row of rows) {
    const startsOn = patch.startsOn === undefined ? row.starts_on : patch.startsOn
    const dueOn = patch.dueOn === undefined ? row.due_on : patch.dueOn
    const wrong = whyNotDays(startsOn, dueOn)
    if (wrong) throw invalid(`${nameOf(row)}: ${wrong}`, [{ field: 'dueOn', message: wrong }])
  }
}

/** Fields merge; of the same field the second is asked. */
function requireUnchanged(
  rows: readonly ItemRow[],
  assignees: ReadonlyMap<string, string[]>,
  said: Said,
): void {
  if (!said.was) return
  for (const row of rows) {
    const meanwhile = changedMeanwhile(said.patch, said.was, saidOf(row, assignees.get(row.id) ?? []))
    if (meanwhile.length > 0)
      throw conflict(
        `Somebody changed ${meanwhile.join(', ')} of W-${row.number} while you did. Look at what it says now, and save again if yours should stand.`,
      )
  }
}

const saidOf = (row: ItemRow, assigneeIds: string[]): Patch => ({
  ...{ title: row.title, words: row.words, typeId: row.type_id, parentId: row.parent_id, assigneeIds },
  ...{ labels: row.labels, startsOn: row.starts_on, dueOn: row.due_on, arrival: row.arrival },
  ...{ estimateMinutes: row.estimate_minutes, relevance: row.relevance, notVision: row.not_vision },
  ...{ points: row.points === null ? null : Number(row.points), priority: priorities[row.priority]! },
  values: row.field_values as Record<string, unknown>,
})

const columnsOf = (patch: Patch) => ({
  ...{ title: patch.title, words: patch.words, type_id: patch.typeId, parent_id: patch.parentId },
  ...{ labels: patch.labels && [...new Set(patch.labels)], starts_on: patch.startsOn, due_on: patch.dueOn },
  ...{ estimate_minutes: patch.estimateMinutes, relevance: patch.relevance, arrival: patch.arrival },
  ...{ points: patch.points, not_vision: patch.notVision },
  priority: patch.priority === undefined ? undefined : priorities.indexOf(patch.priority),
})

type Befores = Map<string, Before>

async function keepColumns(ctx: Ctx, rows: readonly ItemRow[], said: Said, befores: Befores): Promise<void> {
  const columns = columnsOf(said.patch)
  const keep = said.patch.values && (await valueKeeper(ctx, 'item'))
  const patches = []
  for (const row of rows) {
    const labels = labelsOf(row, said)
    const before = row.field_values as never
    const values = keep?.({ before, said: said.patch.values as never })
    patches.push({
      id: row.id,
      ...columns,
      ...(labels ? { labels } : {}),
      ...(values ? { field_values: values } : {}),
    })
  }
  await ctx.updateAll('work_items', patches as never)
  const after = await ctx.db
    .selectFrom('work_items')
    .selectAll()
    .where('id', '=', any(rows.map((row) => row.id)))
    .execute()
  const now = new Map(after.map((row) => [row.id, row as unknown as Record<string, unknown>]))
  const touched = rows.filter((row) => noteColumns(befores.get(row.id)!, row, now.get(row.id)!))
  await ctx.updateAll(
    'work_items',
    touched.map((row) => ({ id: row.id, changed_at: ctx.now })),
  )
}

function noteColumns(before: Before, was: ItemRow, now: Record<string, unknown>): boolean {
  const different = Object.entries(was).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name]),
  )
  if (different.length === 0) return false
  before.columns = Object.fromEntries(
    different.map(([name, value]) => [name, { was: value, now: now[name] }]),
  )
  return true
}

function labelsOf(row: ItemRow, { addLabels, removeLabels }: Said): string[] | null {
  if (addLabels.length + removeLabels.length === 0) return null
  const kept = new Set([...row.labels, ...addLabels])
  for (const label of removeLabels) kept.delete(label)
  if (kept.size > 30) throw invalid(`W-${row.number} would have more than 30 labels. Take some away first.`)
  return [...kept]
}

async function keepPeople(
  ctx: Ctx,
  rows: readonly ItemRow[],
  assignees: ReadonlyMap<string, string[]>,
  said: Said,
  befores: Befores,
): Promise<void> {
  const now = said.patch.assigneeIds && [...new Set(said.patch.assigneeIds)]
  if (!now) return
  const changed = rows.filter((row) => (assignees.get(row.id) ?? []).join() !== now.join())
  for (const row of changed) befores.get(row.id)!.assignees = { was: assignees.get(row.id) ?? [], now }
  await keepAssignees(ctx, new Map(changed.map((row) => [row.id, now])))
}

async function keepServes(ctx: Ctx, rows: readonly ItemRow[], said: Said, befores: Befores): Promise<void> {
  const now = said.serves
  if (now === undefined) return
  const parents = await parentsOf(
    ctx.db,
    'item',
    rows.map((row) => row.id),
  )
  const others = rows.filter(({ id }) => {
    const was = parents.get(id)
    return was?.kind !== now?.kind || was?.id !== now?.id
  })
  await linkUpAll(
    ctx,
    'item',
    others.map((row) => row.id),
    now,
  )
  for (const { id } of others) befores.get(id)!.serves = { was: parents.get(id) ?? null, now }
}
