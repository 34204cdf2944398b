import type { Item } from '../../contract.ts'

/** What the board shows; every condition that is given holds. */
export type Filter = {
  q: string
  who: string
  type: string
  label: string
  priority: string
  vision: string
  late: string
}
export const filterNames = ['q', 'who', 'type', 'label', 'priority', 'vision', 'late'] as const

export const isLate = (item: Pick<Item, 'dueOn' | 'doneAt'>, today: string): boolean =>
  item.dueOn !== null && item.doneAt === null && item.dueOn < today

const visionOf = (item: Item): string => (item.isVision ? 'yes' : item.notVision ? 'not' : 'open')

const holds = (item: Item, filter: Filter, words: string[], today: string): boolean =>
  (!filter.who ||
    (filter.who === 'nobody'
      ? item.assignees.length === 0
      : item.assignees.some((one) => one.id === filter.who))) &&
  (!filter.type || item.typeId === filter.type) &&
  (!filter.label || item.labels.includes(filter.label)) &&
  (!filter.priority || item.priority === filter.priority) &&
  (!filter.vision || visionOf(item) === filter.vision) &&
  (!filter.late || isLate(item, today)) &&
  words.every((word) => `w-${item.number} ${item.title.toLowerCase()}`.includes(word))

/** The items that a filter lets through, in the browser. */
export function filtered(items: readonly Item[], filter: Filter, today: string): Item[] {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => holds(item, filter, words, today))
}

export const isFiltered = (filter: Filter): boolean => filterNames.some((name) => filter[name] !== '')

/** Days an item has stood in its stage. */
export const daysThere = (item: Item, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(item.enteredAt)) / 86_400_000))
