import { type NumberFormat, numberShape } from './formats.ts'
import { literal } from './sql.ts'

/**
 * SQL for the DECIMAL(28,10) in a text: thousands marks, currencies, `%` (12 % is 12), magnitudes (`$1.2m`),
 * brackets for negatives. NULL where it cannot be read. `micros` divides by a million, exactly.
 */
export function decimalSql(expr: string, format: NumberFormat, scale?: 'micros'): string {
  const shift = scale === 'micros' ? ` || 'e-6'` : ''
  const plain = `try_cast(${expr}${shift} as decimal(28, 10))`
  // Where the comma is the mark, `1.234` is a thousand and must not be taken as it stands.
  const fast = format === 'point' ? plain : `case when not contains(${expr}, '.') then ${plain} end`
  return `coalesce(${fast}, ${written(expr, format, scale)})`
}

/** SQL for the BIGINT in a text; NULL where there is a fraction. */
export function integerSql(expr: string, format: NumberFormat): string {
  const value = decimalSql(expr, format)
  return `case when ${value} % 1 = 0 then try_cast(${value} as bigint) end`
}

function written(expr: string, format: NumberFormat, scale?: 'micros'): string {
  const text = `lower(trim(regexp_replace(${expr}, '[\\s\\x{00a0}\\x{202f}\\x{2009}]+', ' ', 'g')))`
  const shape = literal(numberShape(format))
  const part = (group: number) => `regexp_extract(${text}, ${shape}, ${group})`
  const sign = `case when regexp_matches(${part(1)} || ${part(5)}, '[(−-]') then '-' else '' end`
  const whole = `regexp_replace(${part(2)}, '[^0-9]', '', 'g')`
  const fraction = `replace(${part(3)}, ',', '.')`
  return `case when regexp_matches(${text}, '[0-9]') then
    try_cast(${sign} || ${whole} || ${fraction} || ${exponent(part(4), scale)} as decimal(28, 10)) end`
}

function exponent(magnitude: string, scale?: 'micros'): string {
  const less = scale === 'micros' ? 6 : 0
  return `case when ${magnitude} = '' then 'e-${less}' when ${magnitude} in ('k', 'tsd', 'tsd.') then 'e${3 - less}'
    when ${magnitude}[1] = 'm' and ${magnitude} not in ('mrd', 'mrd.') then 'e${6 - less}' else 'e${9 - less}' end`
}
