import type { Source } from './draft.ts'

export const attributes = [
  ...(['key', 'title', 'words', 'stage', 'type', 'assignee', 'email', 'labels', 'starts', 'due'] as const),
  ...([
    'hours',
    'seconds',
    'points',
    'priority',
    'parent',
    'waits',
    'holds',
    'made',
    'changed',
    'done',
    'board',
    'comment',
  ] as const),
] as const
export type Attribute = (typeof attributes)[number]

/** What headings of exports mean; the first that fits counts. Sources: docs/imports.md and the tools’ own exports. */
const headings: [Attribute, RegExp][] = [
  ['key', /^(task id|issue key|item id|reference number|id|key|card id|number)$/i],
  ['title', /^(name|summary|title|task name|item|card name|task|subject)$/i],
  ['words', /^(notes|description|desc|details|body|updates?)$/i],
  ['stage', /^(section\/column|section|column|status|list|stage|state|group)$/i],
  ['type', /^(issue type|type|task type|work type)$/i],
  ['email', /^(assignee email|e-?mail|owner email)$/i],
  ['assignee', /^(assignee|assignees|assigned to|person|people|owner|members?|responsible)$/i],
  ['labels', /^(tags?|labels?|components?)$/i],
  [
    'starts',
    /^(start date|start|planned start date|starts?( on)?|custom field \(start date\)|timeline - start)$/i,
  ],
  ['due', /^(due date|due|planned completion date|deadline|date|timeline - end|end date)$/i],
  ['seconds', /^(original estimate|σ original estimate)$/i],
  ['hours', /^(estimated hours|planned hours|hours|effort|estimate( \(hours\))?|time estimate)$/i],
  ['points', /^(story points?|points|custom field \(story points?( estimate)?\))$/i],
  ['priority', /^(priority|urgency)$/i],
  ['parent', /^(parent task|parent( id| key| issue)?|custom field \(epic link\)|parent: reference number)$/i],
  [
    'waits',
    /^(blocked by( \(dependencies\))?|inward issue link \(blocks\)|depends on|predecessors?|waits for)$/i,
  ],
  ['holds', /^(blocking( \(dependencies\))?|outward issue link \(blocks\)|successors?)$/i],
  ['made', /^(created( at| date)?|entry date|creation log|date created)$/i],
  ['changed', /^(last modified|updated( at)?|last updated|last activity)$/i],
  ['done', /^(completed at|resolved|actual completion date|done( at| on)?|closed( at)?|completed date)$/i],
  ['board', /^(projects?|project name|project: name|board)$/i],
  ['comment', /^(comments?|comment \d+)$/i],
]

/** Columns that may come several times under one name. */
const several = new Set<Attribute>(['labels', 'assignee', 'comment', 'waits', 'holds'])

/** Headings that were given twice come with a number behind: ` (2)`. */
export const plain = (heading: string): string =>
  heading.trim().replace(/\s*[([_](\d+)[)\]]?$/, (all, n) => (Number(n) < 100 ? '' : all))

/** The attribute of each column, or null where it means nothing here. */
export function understand(columns: readonly string[]): (Attribute | null)[] {
  const taken = new Set<Attribute>()
  return columns.map((column) => {
    const found = headings.find(
      ([attribute, form]) => form.test(plain(column)) && (several.has(attribute) || !taken.has(attribute)),
    )
    if (found) taken.add(found[0])
    return found?.[0] ?? null
  })
}

/** Which tool wrote a table, by the headings only it has. */
export function sourceOf(columns: readonly string[]): Source {
  const names = new Set(columns.map((one) => plain(one).toLowerCase()))
  if (names.has('issue key') && names.has('summary')) return 'jira'
  if (names.has('section/column') && names.has('task id')) return 'asana'
  if (names.has('planned completion date') || names.has('project: name')) return 'workfront'
  if (
    names.has('name') &&
    names.has('status') &&
    (names.has('subitems') || names.has('item id') || names.has('person'))
  )
    return 'monday'
  return 'table'
}
