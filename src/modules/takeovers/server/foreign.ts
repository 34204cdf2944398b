import type { Ctx } from '../../../kernel/ctx.ts'
import type { Stage } from '../../work/contract.ts'
import type { Brought } from '../../work/server/index.ts'
import { type ForeignItem, personKey, priorityOf } from '../rules.ts'

/** What is known before items are made: which stage, person, type and id each name stands for. */
export type Landing = {
  stages: ReadonlyMap<string, string>
  all: readonly Stage[]
  people: ReadonlyMap<string, string>
  types: ReadonlyMap<string, string>
  usualType: string
  ids: ReadonlyMap<string, string>
}

/** Parents before their parts; who is part of a circle, or of what is not in the file, is part of nothing. */
export function withParentsFirst(items: readonly ForeignItem[]): ForeignItem[] {
  const known = new Map(items.flatMap((item) => [[item.key, item] as const, [item.title, item] as const]))
  for (const item of items) known.set(item.key, item)
  const depths = new Map<string, number>()
  const depthOf = (item: ForeignItem, path: Set<string>): number => {
    const parent = item.parentKey ? known.get(item.parentKey) : undefined
    if (!parent || path.has(parent.key) || path.size > 4) return 0
    return depths.get(item.key) ?? 1 + depthOf(parent, new Set([...path, parent.key]))
  }
  for (const item of items) depths.set(item.key, depthOf(item, new Set([item.key])))
  const placed = items.map((item) => {
    const parent = item.parentKey ? known.get(item.parentKey) : undefined
    const isAbove = parent && depths.get(parent.key)! < depths.get(item.key)!
    return { ...item, parentKey: isAbove ? parent.key : null }
  })
  return placed.sort((a, b) => depths.get(a.key)! - depths.get(b.key)!)
}

export function toBrought(ctx: Ctx, item: ForeignItem, boardId: string, landing: Landing): Brought {
  const madeAt = at(item.madeAt) ?? ctx.now
  const changedAt = at(item.changedAt) ?? at(item.doneAt) ?? madeAt
  return {
    ...{ id: landing.ids.get(item.key)!, boardId, title: item.title, words: item.words, changedAt },
    typeId: landing.types.get(item.type.toLowerCase()) ?? landing.usualType,
    parentId: item.parentKey ? (landing.ids.get(item.parentKey) ?? null) : null,
    ...{ labels: item.labels.slice(0, 30), lists: item.lists, startsOn: item.startsOn, dueOn: item.dueOn },
    ...{ estimateMinutes: item.estimateMinutes, points: item.points, priority: priorityOf(item.priority) },
    ...{ arrival: 'planned', relevance: 'ahead' },
    assigneeIds: [...new Set(item.assignees.flatMap((one) => landing.people.get(personKey(one)) ?? []))],
    checks: item.checks.slice(0, 200).map(({ list, text, isDone }) => ({
      ...{ list, text, doneAt: isDone ? changedAt : null, doneBy: null },
    })),
    stays: staysOf(item, stageOf(item, landing), madeAt, landing),
  }
}

const at = (text: string | null): Date | null => {
  const moment = text ? new Date(text) : null
  return moment && !Number.isNaN(moment.getTime()) ? moment : null
}

/** Where it stood over there; what is done there is done here. */
function stageOf(item: ForeignItem, { stages, all }: Landing): Stage {
  const own = all.find((one) => one.id === stages.get(item.stage)) ?? all[0]!
  if (!item.doneAt || own.kind === 'done') return own
  return all.find((one) => one.kind === 'done') ?? own
}

/** One stay after the other from its beginning; moves between columns that are not here are passed over. */
function staysOf(item: ForeignItem, last: Stage, madeAt: Date, { stages }: Landing): Brought['stays'] {
  const stays: Brought['stays'] = []
  const enter = (stageId: string, when: Date, by: string) => {
    const before = stays.at(-1)
    if (before?.stageId === stageId) return
    stays.push({ stageId, enteredAt: before && when < before.enteredAt ? before.enteredAt : when, by })
  }
  const first = item.moves[0] ? stages.get(item.moves[0].from) : undefined
  if (first) enter(first, madeAt, item.moves[0]!.by)
  for (const move of item.moves) {
    const to = stages.get(move.to)
    if (to) enter(to, at(move.at) ?? madeAt, move.by)
  }
  enter(
    last.id,
    at(item.doneAt) ?? (stays.length > 0 ? stays.at(-1)!.enteredAt : madeAt),
    item.assignees[0]?.name ?? '',
  )
  return stays
}
