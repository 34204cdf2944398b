import type { ColumnProfile } from '../../../engine/ingest/index.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { ImportStatus } from '../contract.ts'
import { openRequirements } from '../rules.ts'
import { columnsRead, type Recognition, recognise } from '../sources/index.ts'
import { check, unchecked } from './check.ts'
import { skippedNotes } from './notes.ts'
import { type StagedSheet, settledBySiblings } from './staging.ts'
import type { MappingValue, NoteValue, Understood } from './tables.ts'
import { nameNotes, unusedNotes } from './unused.ts'

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
  const found = recognised(one)
  const understood = { ...(await describe(db, one)), ...recognition(found) }
  const base: Base = { rows: one.staged.rows, understood, notes: skippedNotes(one) }

  if (given) return mapped(db, one, zone, base, given)
  if (found.verdict === 'known-not-used') return notUsed(base, found)
  if (found.verdict === 'mapped') return unlessVain(await mapped(db, one, zone, base, found.mapping))
  if (!found.guesses) return unknown(base, found.reason)
  const guessed = await mapped(db, one, zone, base, found.guesses)
  return { ...guessed, status: 'unknown', reason: found.reason }
}

type Base = Pick<Verdict, 'rows' | 'understood' | 'notes'>

const recognised = ({ sheet, columns }: StagedSheet): Recognition =>
  recognise({
    file: sheet.file,
    headings: sheet.columns,
    preamble: sheet.preamble,
    columns: columns.map((column) => ({ ...column, name: sheet.columns[column.index] ?? '' })),
  })

const recognition = (found: Recognition) =>
  found.verdict === 'mapped' ? { confidence: found.confidence, declaration: found.declaration } : {}

const unmapped = { source: null, objects: [], mapping: null }

const notUsed = (
  base: Base,
  { declaration, title, reason }: Extract<Recognition, { verdict: 'known-not-used' }>,
): Verdict => ({
  ...base,
  ...unmapped,
  status: 'not_used',
  title,
  reason,
  understood: { ...base.understood, declaration },
})

const unknown = (base: Base, reason: string): Verdict => ({
  ...base,
  ...unmapped,
  status: 'unknown',
  title: 'Not recognised',
  reason,
})

/** What would come of the sheet by a mapping; its rows are checked once nothing is left to settle. */
async function mapped(
  db: Writer,
  one: StagedSheet,
  zone: string,
  base: Base,
  mapping: MappingValue,
): Promise<Verdict> {
  const headings = one.sheet.columns
  const unsettled = [
    ...openRequirements(mapping),
    ...lostColumns(mapping, headings),
    ...questions(mapping, one.columns, headings),
  ]
  const isSettled = unsettled.length === 0
  const { notes, usable, stops, ...checked } = isSettled ? await check(db, one, mapping, zone) : unchecked
  const vain = isSettled && usable === 0 ? whyVain(checked.willReject) : null
  const objection = stops.length > 0 ? whyStopped(stops) : vain
  const read = columnsRead(mapping)
  const unused = headings.filter((heading) => !read.has(heading))
  const left = [...unusedNotes(unused), ...(await nameNotes(db, one, mapping, unused))]
  return {
    rows: base.rows,
    status: isSettled && !objection ? 'ready' : 'unsettled',
    source: mapping.source,
    title: mapping.title,
    reason: isSettled ? objection : `To settle first: ${unsettled.join('; ')}.`,
    objects: mapping.parts.map((part) => part.object),
    mapping,
    notes: [...base.notes, ...notes, ...left],
    understood: { ...base.understood, ...checked, unsettled: [...unsettled, ...stops], unused },
  }
}

const whyStopped = (stops: string[]): string =>
  `Nothing of it lands as it is: ${stops.join('; ')}. Mend the file and hand it in again.`

/** Nothing would land: the mapping is wrong, or the file holds nothing of use. */
const whyVain = (willReject: Understood['willReject']): string =>
  willReject.length > 0
    ? `Every row would be rejected: ${willReject.map(({ reason }) => reason).join('; ')}. Map the right columns, or export the file with them.`
    : 'No row is about what this mapping takes.'

/** A file we know by its headings and that has nothing to land is set aside, with the reason. */
const unlessVain = (verdict: Verdict): Verdict =>
  verdict.status === 'unsettled' && verdict.understood.unsettled.length === 0
    ? { ...verdict, status: 'not_used' }
    : verdict

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
