import { isBlankSql, literal, type Plain, type ValueFormat, valueSql } from '../../../engine/ingest/index.ts'
import { type AttributeType, type ObjectName, objects } from '../../../engine/model.ts'
import type { Only, Part, Term } from '../sources/index.ts'

/** A column of the sheet: how its text is read, and whether every cell can be read the short way. */
export type Cell = { sql: string; format?: ValueFormat; plain?: { type: string; holds: Plain } }

/** A staged sheet as the compiler sees it: where each heading lies and how its text is to be read. */
export type StagedColumns = {
  table: string
  column(heading: string): Cell
  zone: string
  /** First and last day printed above the heading. */
  period: { first: string; last: string } | null
}

export type CompiledPart = {
  object: ObjectName
  /**
   * The staged sheet with the part worked out, one layer upon another, so that no expression holds another one many
   * times over: planning such a statement takes longer than running it. Beside the sheet’s own columns it has
   * `row_key` (the row’s name within its source; its whole content where no key attribute is filled) and `reason`
   * (NULL where the row is good, else the sentence why it is rejected).
   */
  from: string
  /** The same over the total rows of the sheet, all of them. */
  totals: string
  /** Attribute → its column in `from`, of its warehouse type. */
  values: Record<string, string>
  hasName: boolean
  /** True where no attribute of the key is mapped: every row is named by its content. */
  isNamedByContent: boolean
  /** False where the columns are known to be such that no row can be rejected. */
  mayReject: boolean
  /** What tells the latest of several rows with one name, over the staged sheet: its time, then its text. */
  latest: { time: string; text: string } | null
  /** Attributes whose text can be filled yet unreadable: attribute → condition over `from`, and the text itself. */
  unreadable: Record<string, string>
  cells: Record<string, string>
  /** Which rows of the sheet the part takes. */
  takes: string
}

/** Turn a part of a mapping into SQL over the staged sheet. */
export function compilePart(part: Part, sheet: StagedColumns): CompiledPart {
  const object = objects[part.object]
  const texts: string[] = []
  const read: string[] = []
  const values: Record<string, string> = {}
  const unreadable: Record<string, string> = {}
  const certain = new Set<string>()
  const cells: Record<string, string> = {}
  for (const [name, term] of Object.entries(part.attributes)) {
    const { type } = object.attributes[name]!
    const raw = rawOf(term, sheet)
    const cell = isWorkedOut(term) ? `r_${name}` : raw.sql
    if (isWorkedOut(term)) texts.push(`${raw.sql} as ${cell}`)
    const plain = plainFor(raw, type)
    const value = valueSql(cell, type, raw.format, {
      zone: sheet.zone,
      ...('scale' in term ? { scale: term.scale } : {}),
      plain,
    })
    if (!isWorkedOut(term) && plain?.full && (canFail(type) ? plain.value : plain.text)) certain.add(name)
    values[name] = `v_${name}`
    read.push(`${value} as v_${name}`)
    cells[name] = cell
    if (canFail(type) && !plain?.value) unreadable[name] = `not ${isBlankSql(cell)} and v_${name} is null`
  }
  const keys = object.key.filter((name) => values[name])
  const where = part.only ? filter(part.only, sheet) : 'true'
  const layers = (
    table: string,
  ) => `(select *, ${keySql(object.key, values)} as row_key, ${reasonSql(part.object, values, unreadable)} as reason
    from (select ${['*', ...read].join(', ')} from (select ${['*', ...texts].join(', ')} from ${table})))`
  return {
    object: part.object,
    from: layers(`${sheet.table} where ${where}`),
    totals: layers(`${sheet.table}_totals`),
    values,
    hasName: keys.length > 0 && !object.repeats,
    isNamedByContent: keys.length === 0,
    mayReject: !object.required.every((any: readonly string[]) => any.some((name) => certain.has(name))),
    latest: part.latest ? latestOf(sheet.column(part.latest), sheet.zone) : null,
    unreadable,
    cells,
    takes: where,
  }
}

const latestOf = ({ sql, format }: Cell, zone: string) => ({
  time: valueSql(sql, 'time', format, { zone }),
  text: sql,
})

/** What is known of a column holds for an attribute only where both mean the same kind of value. */
function plainFor({ plain }: Cell, type: AttributeType): Plain | undefined {
  if (!plain) return undefined
  const fits = {
    integer: ['integer'],
    decimal: ['integer', 'decimal'],
    time: ['date', 'time'],
    date: ['date', 'time'],
    email: ['email'],
  }[type as string]
  return { ...plain.holds, value: plain.holds.value && (fits?.includes(plain.type) ?? false) }
}

const isWorkedOut = (term: Term): boolean =>
  'columns' in term || 'first' in term || 'values' in term || 'when' in term

function keySql(key: readonly string[], values: Record<string, string>): string {
  const keys = key.filter((name) => values[name])
  if (keys.length === 0) return 'null::varchar'
  if (key.length === 1) return values[keys[0]!]!
  // Parts without a value keep their place, else (a, –, b) would have the name of (a, b, –).
  const parts = key.map((name) => (values[name] ? `coalesce(cast(${values[name]} as varchar), '')` : `''`))
  return `nullif(concat_ws(chr(31), ${parts.join(', ')}), repeat(chr(31), ${key.length - 1}))`
}

function rawOf(term: Term, sheet: StagedColumns): Cell {
  if ('constant' in term) return { sql: literal(term.constant) }
  if ('columns' in term)
    return {
      sql: `concat_ws(${literal(term.join)}, ${term.columns.map((one) => `nullif(trim(${sheet.column(one).sql}), '')`).join(', ')})`,
    }
  if ('first' in term) {
    const { format } = sheet.column(term.first[0]!)
    return { sql: firstFilled(term.first, sheet), ...(format ? { format } : {}) }
  }
  if ('preamble' in term) return { sql: period(term.preamble, sheet) }
  const column = sheet.column(term.column)
  if ('values' in term) return { sql: translated(column.sql, term.values, term.otherwise) }
  if ('when' in term)
    return { ...column, sql: `case when ${filter(term.when, sheet)} then ${column.sql} end` }
  return column
}

const firstFilled = (headings: string[], sheet: StagedColumns): string =>
  `coalesce(${headings.map((one) => `case when not ${isBlankSql(sheet.column(one).sql)} then ${sheet.column(one).sql} end`).join(', ')})`

function period(which: 'first-day' | 'last-day', sheet: StagedColumns): string {
  if (!sheet.period) return 'null::varchar'
  return literal(which === 'first-day' ? sheet.period.first : sheet.period.last)
}

function translated(
  sql: string,
  values: Record<string, string>,
  otherwise: 'keep' | 'blank' = 'keep',
): string {
  const cases = Object.entries(values).map(
    ([from, to]) => `when ${literal(from.trim().toLowerCase())} then ${literal(to)}`,
  )
  return `case lower(trim(${sql})) ${cases.join(' ')} else ${otherwise === 'keep' ? sql : 'null'} end`
}

function filter(only: Only, sheet: StagedColumns): string {
  const { sql } = sheet.column(only.column)
  if ('filled' in only) return `${only.filled ? 'not ' : ''}${isBlankSql(sql)}`
  return `lower(trim(coalesce(${sql}, ''))) in (${only.in.map((one) => literal(one.trim().toLowerCase())).join(', ')})`
}

const canFail = (type: AttributeType): boolean => !['text', 'id'].includes(type)

/** The first requirement that a row does not meet, in words. */
function reasonSql(
  object: ObjectName,
  values: Record<string, string>,
  unreadable: Record<string, string>,
): string {
  const cases = objects[object].required.flatMap((any) => {
    const mapped = any.filter((name) => values[name])
    if (mapped.length === 0)
      return [`when true then ${literal(`no column is mapped to ${any.join(' or ')}`)}`]
    const isMissing = mapped.map((name) => `(${values[name]}) is null`).join(' and ')
    const cannotRead = mapped.filter((name) => unreadable[name]).map((name) => unreadable[name])
    return [
      ...(cannotRead.length > 0
        ? [
            `when ${isMissing} and (${cannotRead.join(' or ')}) then ${literal(`${mapped.join(' and ')} cannot be read`)}`,
          ]
        : []),
      `when ${isMissing} then ${literal(`${mapped.join(' and ')} is blank`)}`,
    ]
  })
  return `case ${cases.join(' ')} end`
}
