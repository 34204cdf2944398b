import type { ColumnProfile } from '../../../engine/ingest/index.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { ImportStatus } from '../contract.ts'
import { openRequirements } from '../rules.ts'
import { columnsRead, recognise } from '../sources/index.ts'
import { type CompiledPart, compilePart } from './compile.ts'
import { joinsOf } from './joins.ts'
import { skippedNotes, undatedNotes, unreadable } from './notes.ts'
import { columnsFor, type StagedSheet, settledBySiblings } from './staging.ts'
import type { MappingValue, NoteValue, Understood } from './tables.ts'
import { totalNotes } from './totals.ts'

export type Verdict = {
  status: ImportStatus
  source: string | null
  title: string
  reason: string | null
  objects: string[]
  rows: number
  mapping: MappingValue | null
  understood: Understood
  notes: NoteValue[]
}

const sampleRows = 20

/** What a sheet is, as far as its headings and values tell; `given` is a mapping a person chose or corrected. */
export async function inspect(
  db: Writer,
  one: StagedSheet,
  zone: string,
  given?: MappingValue,
): Promise<Verdict> {
  const { sheet, staged, columns } = one
  const headings = { file: sheet.file, headings: sheet.columns, preamble: sheet.preamble }
  const found = recognise({
    ...headings,
    columns: columns.map((column) => ({ ...column, name: sheet.columns[column.index] ?? '' })),
  })
  const base = {
    rows: staged.rows,
    understood: await describe(db, one),
    notes: skippedNotes(one),
    source: null,
    objects: [],
    mapping: null,
  }
  if (!given && found.verdict === 'known-not-used')
    return {
      ...base,
      status: 'not_used',
      title: found.title,
      reason: found.reason,
      understood: { ...base.understood, declaration: found.declaration },
    }
  const mapping =
    given ?? (found.verdict === 'mapped' ? found.mapping : found.verdict === 'unknown' ? found.guesses : null)
  if (!mapping)
    return {
      ...base,
      status: 'unknown',
      title: 'Not recognised',
      reason: found.verdict === 'unknown' ? found.reason : null,
    }

  const isGuess = !given && found.verdict === 'unknown'
  const unsettled = [
    ...openRequirements(mapping),
    ...lostColumns(mapping, sheet.columns),
    ...questions(mapping, columns, sheet.columns),
  ]
  const checked =
    unsettled.length > 0
      ? { willReject: [], duplicates: 0, notes: [], joins: [] }
      : await check(db, one, mapping, zone)
  const read = columnsRead(mapping)
  return {
    ...base,
    status: isGuess ? 'unknown' : unsettled.length > 0 ? 'unsettled' : 'ready',
    source: mapping.source,
    title: mapping.title,
    reason:
      isGuess && found.verdict === 'unknown'
        ? found.reason
        : unsettled.length > 0
          ? `To settle first: ${unsettled.join('; ')}.`
          : null,
    objects: mapping.parts.map((part) => part.object),
    mapping,
    notes: [...base.notes, ...checked.notes],
    understood: {
      ...base.understood,
      unsettled,
      unused: sheet.columns.filter((heading) => !read.has(heading)),
      confidence: found.verdict === 'mapped' ? found.confidence : null,
      declaration: found.verdict === 'mapped' ? found.declaration : null,
      willReject: checked.willReject,
      duplicates: checked.duplicates,
      joins: checked.joins,
    },
  }
}

async function describe(db: Writer, { sheet, staged, columns }: StagedSheet): Promise<Understood> {
  const cells = sheet.columns.map((_, index) => `left(c${index}, 200) as c${index}`).join(', ')
  const sample = await db.query(`select ${cells} from ${staged.table} order by row_no limit ${sampleRows}`)
  return {
    columns: columns.map((column) => ({
      name: sheet.columns[column.index] ?? '',
      type: column.type,
      filled: column.filled,
      distinct: column.distinct,
      samples: column.samples,
      unsettled: column.unsettled
        ? { question: column.unsettled.question, example: column.unsettled.example }
        : null,
    })),
    unsettled: [],
    unused: [],
    confidence: null,
    declaration: null,
    sample: sample.map((row) => Object.values(row) as (string | null)[]),
    willReject: [],
    duplicates: 0,
    joins: [],
  }
}

const lostColumns = (mapping: MappingValue, headings: string[]): string[] =>
  [...columnsRead(mapping)]
    .filter((heading) => !headings.includes(heading))
    .map((heading) => `the file has no column “${heading}”`)

/** Questions about columns the mapping reads and that neither the column, its siblings nor a person has answered. */
function questions(mapping: MappingValue, columns: ColumnProfile[], headings: string[]): string[] {
  const read = columnsRead(mapping)
  return columns.flatMap((column) => {
    const heading = headings[column.index] ?? ''
    if (!column.unsettled || !read.has(heading) || mapping.answers?.[heading]) return []
    if (settledBySiblings(columns, column)) return []
    return column.unsettled.question === 'day-or-month'
      ? [`in “${heading}”, is ${column.unsettled.example} day first or month first?`]
      : [`in “${heading}”, does ${column.unsettled.example} use a decimal comma or a decimal point?`]
  })
}

async function check(db: Writer, one: StagedSheet, mapping: MappingValue, zone: string) {
  const columns = columnsFor(one, mapping, zone)
  const parts = mapping.parts.map((part) => compilePart(part as never, columns))
  const willReject = []
  const notes: NoteValue[] = await totalNotes(db, one, parts)
  notes.push(...undatedNotes(mapping))
  const joins: Understood['joins'] = []
  let duplicates = 0
  for (const part of parts) {
    const asked = checks(part)
    const [row] =
      asked.length > 0
        ? await db.query<Record<string, number>>(`select ${asked.join(', ')} from ${part.from}`)
        : []
    for (const name of Object.keys(part.unreadable))
      if (row?.[`u_${name}`])
        notes.push({
          kind: 'warning',
          says: `${unreadable(row[`u_${name}`] ?? 0)} of ${part.object}.${name} cannot be read and ${row[`u_${name}`] === 1 ? 'stays' : 'stay'} blank.`,
        })
    duplicates += row?.duplicates ?? 0
    joins.push(...(await joinsOf(db, part, mapping.source)))
    if (row?.rejected) willReject.push(...(await reasons(db, part)))
  }
  return { willReject, duplicates, notes, joins }
}

/** What must be counted before anything is known of the rows; nothing where the columns are known to be clean. */
const checks = (part: CompiledPart): string[] => [
  ...(part.mayReject ? ['count(*) filter (where reason is not null) as rejected'] : []),
  ...(part.hasName ? ['count(row_key) - count(distinct row_key) as duplicates'] : []),
  ...Object.entries(part.unreadable).map(
    ([name, condition]) => `count(*) filter (where ${condition}) as "u_${name}"`,
  ),
]

const reasons = (db: Writer, part: CompiledPart) =>
  db.query<{ reason: string; rows: number }>(
    `select reason, count(*) as rows from ${part.from} group by 1 having reason is not null order by 2 desc limit 10`,
  )
