import {
  type Draft,
  emptyItem,
  type ForeignItem,
  manyLines,
  oneLine,
  placeKey,
  type Source,
} from './draft.ts'
import { type Attribute, plain } from './headings.ts'
import { type DayOrder, dayIn, minutesIn, momentIn, openDayIn, orderOf } from './when.ts'

type Row = { row: number; cells: readonly string[] }
type Table = { columns: readonly string[]; rows: readonly Row[] }

/** A table as a draft, its columns read as said. */
export function readTable(
  { columns, rows }: Table,
  means: readonly (Attribute | null)[],
  about: { source: Source; name: string; order?: DayOrder | undefined; usual?: DayOrder },
): Draft {
  const at = (attribute: Attribute): number[] =>
    means.flatMap((one, place) => (one === attribute ? [place] : []))
  const days = daysIn(rows, [...at('due'), ...at('starts'), ...at('made'), ...at('changed'), ...at('done')])
  const settled = about.order ?? orderOf(days)
  const order = settled ?? about.usual ?? 'day-first'
  const draft: Draft = {
    ...{ source: about.source, board: about.name, stages: [], items: [], rejects: [] },
    openDay: settled ? null : openDayIn(days),
  }
  const seen = new Set<string>()
  let group = ''
  for (const { row, cells } of rows) {
    if (isHeadingAgain(columns, cells)) continue
    const read = new Cells(cells, means)
    if (about.source === 'monday' && cells.slice(1).every((cell) => cell.trim() === '')) {
      group = oneLine(cells[0] ?? '', 40)
      continue
    }
    const item = itemOf(read, row, order, about.source)
    const why = whyReject(item, seen)
    if (why) draft.rejects.push({ row, why })
    else draft.items.push(group ? { ...item, labels: [...new Set([...item.labels, group])] } : item)
    seen.add(item.key)
    if (read.one('board')) draft.board = oneLine(read.one('board').split(',')[0]!, 80)
  }
  draft.stages = [...new Set(draft.items.map((one) => one.stage).filter(Boolean))]
  return draft
}

const isHeadingAgain = (columns: readonly string[], cells: readonly string[]): boolean =>
  columns.length > 1 && columns.every((column, at) => plain(column) === (cells[at] ?? '').trim())

const daysIn = (rows: readonly Row[], places: readonly number[]): string[] =>
  rows.flatMap(({ cells }) => places.map((at) => cells[at] ?? ''))

function whyReject(item: ForeignItem, seen: ReadonlySet<string>): string | null {
  if (item.title === '') return 'It has no title.'
  if (seen.has(item.key)) return `Its id ${item.key} is in the file twice.`
  return null
}

class Cells {
  constructor(
    private readonly cells: readonly string[],
    private readonly means: readonly (Attribute | null)[],
  ) {}
  all(attribute: Attribute): string[] {
    return this.means
      .flatMap((one, at) => (one === attribute ? [(this.cells[at] ?? '').trim()] : []))
      .filter(Boolean)
  }
  one(attribute: Attribute): string {
    return this.all(attribute)[0] ?? ''
  }
}

const parts = (cells: readonly string[], by: RegExp): string[] =>
  cells
    .flatMap((cell) => cell.split(by))
    .map((one) => one.trim())
    .filter(Boolean)

function itemOf(cells: Cells, row: number, order: DayOrder, source: Source): ForeignItem {
  const done = momentIn(cells.one('done'), order)
  const starts = dayIn(cells.one('starts'), order)
  const due = dayIn(cells.one('due'), order)
  const points = Number(cells.one('points').replace(',', '.') || Number.NaN)
  return {
    ...emptyItem,
    ...{ key: cells.one('key') || placeKey(row), row, title: oneLine(cells.one('title'), 300) },
    words: manyLines(cells.all('words').join('\n\n'), 50_000),
    stage: oneLine(cells.one('stage'), 60),
    type: oneLine(cells.one('type'), 60),
    assignees: assigneesOf(cells),
    labels: [...new Set(parts(cells.all('labels'), /[,;|]/).map((one) => oneLine(one, 40)))].slice(0, 30),
    // An end before its beginning is the export’s mistake: the end is what people work towards.
    startsOn: starts && due && starts > due ? null : starts,
    dueOn: due,
    estimateMinutes:
      minutesIn(cells.one('hours')) ??
      minutesIn(cells.one('seconds'), source === 'jira' ? 'seconds' : 'hours'),
    points: Number.isFinite(points) && points >= 0 && points <= 10_000 ? points : null,
    priority: oneLine(cells.one('priority'), 40),
    parentKey: cells.one('parent') || null,
    ...{ waitsFor: othersIn(cells.all('waits')), holdsUp: othersIn(cells.all('holds')) },
    ...{
      madeAt: momentIn(cells.one('made'), order),
      changedAt: momentIn(cells.one('changed'), order),
      doneAt: done,
    },
    comments: cells.all('comment').map((text) => commentOf(text, order)),
  }
}

/** Ids or titles of other items: each cell whole, for a title may hold a comma, and its parts. */
const othersIn = (cells: readonly string[]): string[] => [...new Set([...cells, ...parts(cells, /[,;\n]/)])]

function assigneesOf(cells: Cells): ForeignItem['assignees'] {
  const emails = parts(cells.all('email'), /[,;]/)
  const names = parts(cells.all('assignee'), emails.length > 1 ? /[,;]/ : /[;,]/)
  const many = Math.max(names.length, emails.length)
  return Array.from({ length: Math.min(many, 30) }, (_, at) => ({
    ...{
      name: oneLine(names[at] ?? emails[at] ?? '', 120),
      email: (emails[at] ?? '').toLowerCase().slice(0, 254),
    },
  }))
}

/** Jira writes `12/Mar/24 9:41 AM;who;what`; others the text alone. */
function commentOf(text: string, order: DayOrder): ForeignItem['comments'][number] {
  const [when = '', by = '', ...rest] = text.split(';')
  const at = rest.length > 0 ? momentIn(when, order) : null
  return at
    ? { by: oneLine(by, 120), at, text: manyLines(rest.join(';'), 10_000) }
    : { by: '', at: '', text: manyLines(text, 10_000) }
}
