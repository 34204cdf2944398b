import { isBlankSql, type ValueFormat, valueSql } from '../../../engine/ingest/index.ts'
import { type AttributeType, type ObjectName, objects } from '../../../engine/model.ts'
import type { Only, Part, Term } from '../sources/index.ts'

/** A staged sheet as the compiler sees it: where each heading lies and how its text is to be read. */
export type StagedColumns = {
  table: string
  column(heading: string): { sql: string; format?: ValueFormat }
  zone: string
  /** First and last day printed above the heading. */
  period: { first: string; last: string } | null
}

export type CompiledPart = {
  object: ObjectName
  /** Attribute → expression of its warehouse type. */
  values: Record<string, string>
  where: string
  /** NULL where the row is good, else the sentence why it is rejected. */
  reason: string
  /** The row’s name within its source; its whole content where no key attribute is filled. */
  key: string
  hasName: boolean
  latest: string | null
  /** Attributes whose text can be filled yet unreadable: attribute → condition. */
  unreadable: Record<string, string>
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Turn a part of a mapping into SQL over the staged sheet. */
export function compilePart(part: Part, sheet: StagedColumns): CompiledPart {
  const object = objects[part.object]
  const values: Record<string, string> = {}
  const unreadable: Record<string, string> = {}
  for (const [name, term] of Object.entries(part.attributes)) {
    const { type } = object.attributes[name]!
    const raw = rawOf(term, sheet)
    values[name] = valueSql(raw.sql, type, raw.format, {
      zone: sheet.zone,
      ...('scale' in term ? { scale: term.scale } : {}),
    })
    if (canFail(type)) unreadable[name] = `not ${isBlankSql(raw.sql)} and (${values[name]}) is null`
  }
  const keys = object.key.filter((name) => values[name])
  const content = `hash(${Object.values(values).join(', ')})`
  const name =
    keys.length > 0
      ? `nullif(concat_ws(chr(31), ${keys.map((key) => `cast(${values[key]} as varchar)`).join(', ')}), '')`
      : 'null'
  const nameIsWhole = object.key.length === 1 && keys.length === 1
  return {
    object: part.object,
    values,
    where: part.only ? filter(part.only, sheet) : 'true',
    reason: reasonSql(part.object, values, unreadable),
    key: nameIsWhole
      ? `coalesce(${name}, ${content}::varchar)`
      : keys.length > 0
        ? name
        : `${content}::varchar`,
    hasName: keys.length > 0 && !object.repeats,
    latest: part.latest ? sheet.column(part.latest).sql : null,
    unreadable,
  }
}

function rawOf(term: Term, sheet: StagedColumns): { sql: string; format?: ValueFormat } {
  if ('constant' in term) return { sql: text(term.constant) }
  if ('columns' in term)
    return {
      sql: `concat_ws(${text(term.join)}, ${term.columns.map((one) => `nullif(trim(${sheet.column(one).sql}), '')`).join(', ')})`,
    }
  if ('first' in term) return { ...sheet.column(term.first[0]!), sql: firstFilled(term.first, sheet) }
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
  return text(which === 'first-day' ? sheet.period.first : sheet.period.last)
}

function translated(
  sql: string,
  values: Record<string, string>,
  otherwise: 'keep' | 'blank' = 'keep',
): string {
  const cases = Object.entries(values).map(
    ([from, to]) => `when ${text(from.trim().toLowerCase())} then ${text(to)}`,
  )
  return `case lower(trim(${sql})) ${cases.join(' ')} else ${otherwise === 'keep' ? sql : 'null'} end`
}

function filter(only: Only, sheet: StagedColumns): string {
  const { sql } = sheet.column(only.column)
  if ('filled' in only) return `${only.filled ? 'not ' : ''}${isBlankSql(sql)}`
  return `lower(trim(coalesce(${sql}, ''))) in (${only.in.map((one) => text(one.trim().toLowerCase())).join(', ')})`
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
    if (mapped.length === 0) return [`when true then ${text(`no column is mapped to ${any.join(' or ')}`)}`]
    const isMissing = mapped.map((name) => `(${values[name]}) is null`).join(' and ')
    const cannotRead = mapped.filter((name) => unreadable[name]).map((name) => unreadable[name])
    return [
      ...(cannotRead.length > 0
        ? [
            `when ${isMissing} and (${cannotRead.join(' or ')}) then ${text(`${mapped.join(' and ')} cannot be read`)}`,
          ]
        : []),
      `when ${isMissing} then ${text(`${mapped.join(' and ')} is blank`)}`,
    ]
  })
  return `case ${cases.join(' ')} end`
}
