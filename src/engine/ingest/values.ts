import type { AttributeType } from '../model.ts'
import { blanks, type NumberFormat, type TimeFormat, type ValueFormat } from './formats.ts'
import { decimalSql, integerSql } from './numbers.ts'
import type { Plain } from './prove.ts'
import { literal } from './sql.ts'
import { dateSql, fromZone, timeSql } from './times.ts'

/** The DuckDB type that holds each attribute type. */
export const duckType: Record<AttributeType, string> = {
  text: 'VARCHAR',
  id: 'VARCHAR',
  email: 'VARCHAR',
  domain: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DECIMAL(28, 10)',
  boolean: 'BOOLEAN',
  date: 'DATE',
  time: 'TIMESTAMP',
}

const isNumberFormat = (format: ValueFormat | undefined): format is NumberFormat =>
  format === 'point' || format === 'comma'

/**
 * SQL that turns a VARCHAR expression into the attribute's type (`duckType`). NULL where it is blank and where it is
 * filled but unreadable; tell the two apart with `isBlankSql`. Times are UTC; text without an offset is in `zone`
 * (an IANA name). A format that does not suit the type is ignored: numbers fall back to `1,234.5`, times to ISO.
 */
export function valueSql(
  expr: string,
  type: AttributeType,
  format: ValueFormat | undefined,
  options: { zone: string; scale?: 'micros'; plain?: Plain | undefined },
): string {
  const short = options.scale ? null : plainSql(expr, type, options)
  if (short) return short
  const number: NumberFormat = isNumberFormat(format) ? format : 'point'
  const time: TimeFormat = !format || format === 'plain' || isNumberFormat(format) ? 'iso' : format
  switch (type) {
    case 'integer':
      return integerSql(expr, number)
    case 'decimal':
      return decimalSql(expr, number, options.scale)
    case 'date':
      return dateSql(expr, time, options.zone)
    case 'time':
      return timeSql(expr, time, options.zone)
    case 'boolean':
      return booleanSql(expr)
    case 'email':
      return emailSql(options.plain?.text ? expr : `trim(${expr})`)
    case 'domain':
      return domainSql(expr)
    default:
      return `case when not ${isBlankSql(expr)} then trim(${expr}) end`
  }
}

/** The short way, where every cell of the column is known to allow it. */
function plainSql(
  expr: string,
  type: AttributeType,
  { zone, plain }: { zone: string; plain?: Plain | undefined },
): string | null {
  if (type === 'text' || type === 'id') return plain?.text ? expr : null
  if (!plain?.value) return null
  if (type === 'email') return `lower(${expr})`
  if (type === 'integer') return `try_cast(${expr} as bigint)`
  if (type === 'decimal') return `try_cast(${expr} as decimal(28, 10))`
  if (type === 'time') return fromZone(`try_cast(${expr} as timestamp)`, zone)
  if (type === 'date') return `cast(try_cast(${expr} as timestamp) as date)`
  return null
}

/**
 * SQL that is true where a text says nothing: NULL, spaces, `-`, `--`, `n/a`, `null` and their like (`blanks`).
 * `(not set)`, `none` and `unknown` are answers of the source and stay.
 */
export function isBlankSql(expr: string): string {
  const list = (texts: string[]) => texts.map(literal).join(', ')
  const trimmed = `lower(trim(${expr}, ${literal(' \t\r\n\u00a0')}))`
  const firsts = [
    ...new Set(blanks.flatMap((blank) => [blank.charAt(0), blank.charAt(0).toUpperCase()])),
  ].filter(Boolean)
  // CASE spares the trimming to all but the few that could need it; trimming is what would cost.
  return `(case when ${expr} is null then true when strlen(${expr}) > 12 then false
    when ${expr} < '!' or starts_with(${expr}, '\u00a0') or ${expr}[1] in (${list(firsts)}) then ${trimmed} in (${list(blanks)}) else false end)`
}

/** SQL that is true where a text is one e-mail address. */
export const isEmailSql = (text: string): string =>
  `regexp_full_match(${text}, '[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+')`

const emailSql = (text: string): string => `case when ${isEmailSql(text)} then lower(${text}) end`

function booleanSql(expr: string): string {
  const text = `lower(trim(${expr}))`
  return `case when ${text} in ('true', 't', 'yes', 'y', '1', '1.0', 'wahr', 'ja', 'vrai', 'oui', 'sí', 'si', 'verdadero', 'x') then true
    when ${text} in ('false', 'f', 'no', 'n', '0', '0.0', 'falsch', 'nein', 'faux', 'non', 'falso') then false end`
}

function domainSql(expr: string): string {
  const host = `regexp_extract(lower(trim(${expr})), '^(?:[a-z]+://)?(?:[^/@]*@)?(?:www\\.)?([^/?#:]+)', 1)`
  return `case when regexp_full_match(${host}, '[^\\s.]+(\\.[^\\s.]+)+') then rtrim(${host}, '.') end`
}
