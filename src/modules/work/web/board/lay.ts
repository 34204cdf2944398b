import { ranksBetween } from '../../../../kernel/rank.ts'
import type { Item, Stage } from '../../contract.ts'

/** The same in every browser: by rank, then by number; what is done stands with the newest first. */
export const inOrder = (a: Item, b: Item): number =>
  a.rank === b.rank ? a.number - b.number : a.rank < b.rank ? -1 : 1
const newestFirst = (a: Item, b: Item): number =>
  a.enteredAt === b.enteredAt ? b.number - a.number : a.enteredAt < b.enteredAt ? 1 : -1
const orderOf = (stage: Pick<Stage, 'kind'>) => (stage.kind === 'done' ? newestFirst : inOrder)

export const laneKinds = ['assignee', 'priority', 'type', 'serves', 'label'] as const
export type LaneKind = (typeof laneKinds)[number]
export type Lane = { key: string; name: string; count: number; cells: ReadonlyMap<string, Item[]> }

type Named = { key: string; name: string }
export type NameOf = { type: (id: string) => string; priority: (value: Item['priority']) => string }

const none: Named = { key: '', name: 'None' }

/** The lanes that an item stands in: in several where it has several assignees or labels. */
function lanesOf(item: Item, kind: LaneKind, names: NameOf): Named[] {
  if (kind === 'priority') return [{ key: item.priority, name: names.priority(item.priority) }]
  if (kind === 'type') return [{ key: item.typeId, name: names.type(item.typeId) }]
  if (kind === 'serves')
    return item.serves
      ? [{ key: `${item.serves.kind} ${item.serves.id}`, name: item.serves.name || `A ${item.serves.kind}` }]
      : [{ ...none, name: 'Linked to nothing' }]
  if (kind === 'label')
    return item.labels.length > 0
      ? item.labels.map((label) => ({ key: label, name: label }))
      : [{ ...none, name: 'No label' }]
  return item.assignees.length > 0
    ? item.assignees.map(({ id, name }) => ({ key: id, name }))
    : [{ ...none, name: 'Nobody' }]
}

const priorityOrder = ['urgent', 'high', 'normal', 'low']

function lanesInOrder(a: Named, b: Named): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1
  const [left, right] = [priorityOrder.indexOf(a.key), priorityOrder.indexOf(b.key)]
  return left >= 0 && right >= 0 ? left - right : a.name.localeCompare(b.name)
}

/** Items in lanes and columns; without a kind in one lane that has no name. */
export function layOut(
  items: readonly Item[],
  stages: readonly Stage[],
  kind: LaneKind | null,
  names: NameOf,
): Lane[] {
  const lanes = new Map<string, Named & { items: Item[] }>()
  if (!kind) lanes.set('', { ...none, items: [...items] })
  else
    for (const item of items)
      for (const lane of lanesOf(item, kind, names)) {
        const known = lanes.get(lane.key)
        if (known) known.items.push(item)
        else lanes.set(lane.key, { ...lane, items: [item] })
      }
  return [...lanes.values()].sort(lanesInOrder).map(({ key, name, items: own }) => ({
    ...{ key, name, count: own.length, cells: cellsOf(own, stages) },
  }))
}

function cellsOf(items: readonly Item[], stages: readonly Stage[]): Map<string, Item[]> {
  const cells = new Map<string, Item[]>(stages.map((stage) => [stage.id, []]))
  for (const item of items) cells.get(item.stageId)?.push(item)
  for (const stage of stages) cells.get(stage.id)?.sort(orderOf(stage))
  return cells
}

/** Items as they will stand behind another (null: at the top; undefined: at the end) in a stage. */
export function placed(
  items: readonly Item[],
  moving: readonly Item[],
  stage: Stage,
  afterId: string | null | undefined,
): Map<string, Item> {
  const ids = new Set(moving.map((one) => one.id))
  const others = items.filter((one) => one.stageId === stage.id && !ids.has(one.id)).sort(inOrder)
  const at = afterId === undefined ? others.length : others.findIndex((one) => one.id === afterId) + 1
  const ranks = ranksBetween(
    others[at - 1]?.rank ?? null,
    others[at]?.rank ?? null,
    moving.length,
    Math.random,
  )
  const now = new Date().toISOString()
  return new Map(
    moving.map((item, place) => [
      item.id,
      {
        ...item,
        ...{ stageId: stage.id, boardId: item.boardId, rank: ranks[place]! },
        ...(item.stageId === stage.id ? {} : { enteredAt: now }),
        doneAt: stage.kind === 'done' ? (item.doneAt ?? now) : null,
      },
    ]),
  )
}
