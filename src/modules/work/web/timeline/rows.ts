import type { Item } from '../../contract.ts'

export type Row = { key: string; heading: string; many: number } | { key: string; item: Item }
export const lanes = ['board', 'goal', 'assignee'] as const
export type Lane = (typeof lanes)[number]

const laneOf = (lane: Lane, item: Item, boards: ReadonlyMap<string, string>): string => {
  if (lane === 'board') return boards.get(item.boardId) ?? 'A board'
  if (lane === 'assignee') return item.assignees[0]?.name ?? 'Nobody assigned'
  return item.serves ? item.serves.name || 'What you may not see' : 'Serves nothing yet'
}

/** Items under their headings, each lane in the order of its days. */
export function rowsOf(items: readonly Item[], lane: Lane, boards: ReadonlyMap<string, string>): Row[] {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const name = laneOf(lane, item, boards)
    const known = found.get(name)
    if (known) known.push(item)
    else found.set(name, [item])
  }
  return [...found]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([heading, own]) => [
      { key: `heading ${heading}`, heading, many: own.length },
      ...own.map((item) => ({ key: item.id, item })),
    ])
}
