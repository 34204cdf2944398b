import type { ReadTable } from '../../../engine/ingest/index.ts'
import type { Asked } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { kinds } from '../../costs/rules.ts'
import { directory } from '../../identity/server/index.ts'
import { type budget, Edit, LineInput } from '../contract.ts'
import { purposes, readAmount } from '../rules.ts'
import { headingOf, inFile, monthHeadings, type TextColumn, textColumns } from './export.ts'
import type { LineRow, YearRow } from './tables.ts'

type Added = Asked<typeof budget.addLines>['lines'][number]
export type Read = { edits: Edit[]; added: Added[]; unchanged: number }
type Cells = Map<string, string>
type Reading = { year: YearRow; owners: Map<string, string[]>; isWorkbook: boolean }

/** What the rows of a table change; every row is judged before any is written. Throws the first reason with its row. */
export async function readRows(ctx: Ctx, table: ReadTable, year: YearRow, lines: LineRow[]): Promise<Read> {
  const headings = table.columns.map((one) => one.trim().toLowerCase())
  requireHeadings(headings, year)
  const known = new Map(lines.map((line) => [line.id, line]))
  const reading = { year, owners: await ownersOf(ctx), isWorkbook: table.isWorkbook }
  const read: Read = { edits: [], added: [], unchanged: 0 }
  const seen = new Set<string>()
  const stale: string[] = []
  for (const { row, cells } of table.rows) {
    const found: Cells = new Map(headings.map((name, at) => [name, (cells[at] ?? '').trim()]))
    const id = found.get('id') ?? ''
    if (id === '') read.added.push(inRow(row, () => addedOf(found, reading)))
    else {
      if (seen.has(id)) throw invalid(`Row ${row}: the line ${id} is in the table twice.`)
      seen.add(id)
      const line = known.get(id)
      if (!line)
        throw invalid(
          `Row ${row}: the line ${id} is not in the budget of ${year.label}, or is not yours to see.`,
        )
      const change = inRow(row, () => editOf(found, line, reading))
      if (change && isStale(found, line)) stale.push(`“${line.name}” (row ${row})`)
      if (change) read.edits.push(change)
      else read.unchanged += 1
    }
  }
  if (stale.length > 0) throw conflict(staleWords(stale))
  return read
}

/** Whether a line was changed since the table was downloaded; a table without the column is taken as it is. */
function isStale(found: Cells, line: LineRow): boolean {
  const text = found.get('version') ?? ''
  return text !== '' && Number(text) !== line.version
}

function staleWords(stale: string[]): string {
  const shown = stale.slice(0, 5).join(', ')
  const more = stale.length > 5 ? ` and ${stale.length - 5} more` : ''
  return `Changed since this table was downloaded: ${shown}${more}. Download the budget again and repeat your changes; nothing was written.`
}

function requireHeadings(headings: string[], year: YearRow): void {
  if (!headings.includes('id') && !headings.includes('line'))
    throw invalid('The table has neither a column “id” nor “line”. Download the budget to see the headings.')
  const known = headingOf(year)
  const strange = headings.find((one) => /^(plan|forecast)\b/.test(one) && !known.includes(one))
  if (strange) throw invalid(`The column “${strange}” is no month of ${year.label}.`)
}

async function ownersOf(ctx: Ctx): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>()
  for (const { id, name, email } of (await directory(ctx)).rows.values())
    for (const said of [name, email]) owners.set(said, [...(owners.get(said) ?? []), id])
  return owners
}

/** A sentence that is thrown about a row names it. */
function inRow<T>(row: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Wrong ? invalid(`Row ${row}: ${error.message}`) : error
  }
}

class Wrong extends Error {}

function parsed<T>(
  schema: {
    safeParse(
      value: unknown,
    ):
      | { success: true; data: T }
      | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
  },
  value: unknown,
): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Wrong(`${issue?.path.join('.') ?? 'the row'} ${issue?.message ?? 'does not fit'}.`)
}

const fields: Record<Exclude<TextColumn, 'owner' | 'placeholder' | 'for'>, keyof Edit> = {
  area: 'area',
  programme: 'programme',
  campaign: 'campaign',
  line: 'name',
  kind: 'kind',
  channel: 'channel',
  currency: 'currency',
  note: 'note',
}

function saidIn(column: TextColumn, text: string, { owners }: Reading): Record<string, unknown> {
  if (column === 'placeholder') {
    if (!/^(yes|no|true|false|)$/i.test(text)) throw new Wrong(`placeholder is yes or no, not “${text}”.`)
    return { isPlaceholder: /^(yes|true)$/i.test(text) }
  }
  if (column === 'for') {
    if (text !== '' && !purposes.includes(text as never))
      throw new Wrong(`“${text}” is nothing a line is for; there are ${purposes.join(', ')}.`)
    return { purpose: text === '' ? null : text }
  }
  if (column === 'owner') {
    if (text === '') return { ownerId: null }
    const found = owners.get(text) ?? []
    if (found.length !== 1)
      throw new Wrong(
        found.length === 0
          ? `nobody is called “${text}”.`
          : `more than one person is called “${text}”; write the e-mail.`,
      )
    return { ownerId: found[0] }
  }
  if (column === 'kind' && !kinds.includes(text as never))
    throw new Wrong(`“${text}” is no kind of cost; there are ${kinds.join(', ')}.`)
  return { [fields[column]]: text }
}

function months(
  found: Cells,
  of: 'plan' | 'forecast',
  currency: string,
  { year, isWorkbook }: Reading,
): Record<string, number> {
  const cells: Record<string, number> = {}
  for (const [at, heading] of monthHeadings(year, of).entries()) {
    const text = found.get(heading)
    if (text === undefined) continue
    const minor = readAmount(text, currency, isWorkbook && /^-?\d+(\.\d+)?$/.test(text))
    if (typeof minor === 'string') throw new Wrong(`${heading}: ${minor}`)
    cells[at] = minor
  }
  return cells
}

/** What a row changes of its line; null when it says what the line says. */
function editOf(found: Cells, line: LineRow, reading: Reading): Edit | null {
  const change: Record<string, unknown> = {}
  for (const [column, read] of Object.entries(textColumns) as [TextColumn, (row: LineRow) => string][]) {
    const text = found.get(column)
    if (text === undefined || text === read(line).trim() || text === inFile(read(line)).trim()) continue
    Object.assign(change, saidIn(column, text, reading))
  }
  const currency = (change.currency as string | undefined) ?? line.currency
  for (const of of ['plan', 'forecast'] as const) {
    const cells = Object.entries(months(found, of, currency, reading))
    const others = cells.filter(([at, minor]) => Number(line[of][Number(at)]) !== minor)
    if (others.length > 0) change[of] = Object.fromEntries(others)
  }
  return Object.keys(change).length === 0
    ? null
    : parsed(Edit, { ...change, id: line.id, version: line.version })
}

const twelve = (cells: Record<string, number>): number[] =>
  Array.from({ length: 12 }, (_, at) => cells[at] ?? 0)

function addedOf(found: Cells, reading: Reading): Added {
  const said: Record<string, unknown> = {}
  for (const column of Object.keys(textColumns) as TextColumn[]) {
    const text = found.get(column) ?? ''
    if (text !== '') Object.assign(said, saidIn(column, text, reading))
  }
  const currency = (said.currency as string | undefined) ?? reading.year.currency
  const plan = twelve(months(found, 'plan', currency, reading))
  const forecast = twelve(months(found, 'forecast', currency, reading))
  return parsed(LineInput, { ...said, plan, forecast })
}
