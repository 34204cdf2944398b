export * from './rules/draft.ts'
export { type Attribute, attributes, sourceOf, understand } from './rules/headings.ts'
export { readTable } from './rules/table.ts'
export { readTrello, TrelloBoard } from './rules/trello.ts'
export { countWaits, waitsOf } from './rules/waits.ts'
export type { DayOrder } from './rules/when.ts'

const urgent = /^(urgent|critical|blocker|highest|p0|p1|asap)/i
const high = /^(high|major|p2)/i
const low = /^(low|minor|lowest|trivial|p4|p5)/i

/** How urgent another tool calls it, in our words. */
export function priorityOf(text: string): 'urgent' | 'high' | 'normal' | 'low' {
  if (urgent.test(text)) return 'urgent'
  if (high.test(text)) return 'high'
  return low.test(text) ? 'low' : 'normal'
}

/** Why a file is none that work can be read from, in words. */
export const unreadable =
  'This is no export that work can be read from. Hand in a board of Trello as JSON, or a CSV or XLSX of Asana, Jira, Monday, Workfront, or any table with a column of titles.'
