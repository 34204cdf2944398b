/** What an export of another tool says, whatever its format: read, not yet landed. */
export type Draft = {
  source: Source
  board: string
  /** Columns of the board over there, in their order. */
  stages: string[]
  items: ForeignItem[]
  rejects: { row: number; why: string }[]
  /** A day as it is written there, where nothing says whether its day or its month comes first. */
  openDay: string | null
}

export const sources = ['trello', 'asana', 'jira', 'monday', 'workfront', 'table'] as const
export type Source = (typeof sources)[number]

/** As one says it in a sentence: “Taken over from a table”. */
export const sourceNames: Record<Source, string> = {
  ...{ trello: 'Trello', asana: 'Asana', jira: 'Jira', monday: 'Monday', workfront: 'Workfront' },
  table: 'a table',
}

/** A person as the other tool knows them. */
export type ForeignPerson = { name: string; email: string }

export type ForeignItem = {
  /** What names it over there; by it a second takeover knows it again. */
  key: string
  row: number
  title: string
  words: string
  stage: string
  type: string
  assignees: ForeignPerson[]
  labels: string[]
  startsOn: string | null
  dueOn: string | null
  estimateMinutes: number | null
  points: number | null
  priority: string
  parentKey: string | null
  /** Ids or titles of what it waits for, and of what waits for it. */
  waitsFor: string[]
  holdsUp: string[]
  madeAt: string | null
  changedAt: string | null
  doneAt: string | null
  /** Names of its checklists, those without lines, too. */
  lists: string[]
  checks: { list: string; text: string; isDone: boolean }[]
  comments: { by: string; at: string; text: string }[]
  /** Between which stages it went, the oldest first. */
  moves: { at: string; from: string; to: string; by: string }[]
  /** What else happened over there, in words. */
  happened: { by: string; at: string; words: string }[]
  path: string | null
}

/** What names a row that has no id over there: its place, in this file alone. */
export const placeKey = (row: number): string => `row ${row}`
export const hasOwnKey = ({ key, row }: Pick<ForeignItem, 'key' | 'row'>): boolean => key !== placeKey(row)

export const emptyItem: Omit<ForeignItem, 'key' | 'row' | 'title'> = {
  ...{ words: '', stage: '', type: '', assignees: [], labels: [], startsOn: null, dueOn: null },
  ...{
    estimateMinutes: null,
    points: null,
    priority: '',
    parentKey: null,
    waitsFor: [],
    holdsUp: [],
    madeAt: null,
    changedAt: null,
  },
  ...{ doneAt: null, lists: [], checks: [], comments: [], moves: [], happened: [], path: null },
}

const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** Text of elsewhere on one line, without what could hide or turn around what people read. */
export const oneLine = (text: string, most: number): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(turning, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)

/** The same over several lines. */
export const manyLines = (text: string, most: number): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(turning, '')
    .trim()
    .slice(0, most)

/** Everybody who is named, each once, with how often. */
export function peopleOf(draft: Draft): (ForeignPerson & { items: number })[] {
  const found = new Map<string, ForeignPerson & { items: number }>()
  for (const item of draft.items)
    for (const person of item.assignees) {
      const known = found.get(personKey(person))
      if (known) known.items += 1
      else found.set(personKey(person), { ...person, items: 1 })
    }
  return [...found.values()]
}

export const personKey = ({ name, email }: ForeignPerson): string => (email || name).trim().toLowerCase()

const done =
  /^(done|completed?|closed|resolved|finished|shipped|live|erledigt|fertig|released?|cancell?ed|won.?t do)$/i
const waiting =
  /^(to ?do|backlog|open|new|inbox|ideas?|planned|not started|ready|requests?|selected for development|triage)$/i

/** What kind of stage a column is likely to be, by its name; a person may say otherwise. */
export function kindOf(stage: string): 'waiting' | 'active' | 'done' {
  const words = stage.replace(/[^\p{L}\p{M}'’]+/gu, ' ').trim()
  if (done.test(words) || (words === '' && ticked.test(stage))) return 'done'
  return waiting.test(words) ? 'waiting' : 'active'
}
const ticked = /[\u2705\u2713\u2714\u2611]/
