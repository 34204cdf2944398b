import type { Writer } from '../warehouse.ts'
import type { Sheet } from './sheet.ts'
import { cells, identifier, literal } from './sql.ts'

export type SetAside = { blank: number; comments: number; repeatedHeadings: number; totals: number }

/** Words that, alone in the first cell of one of the last rows, make it a total row. */
const totalWords =
  '(grand |sub)?totals?( *\\([0-9,. ]+.*\\))?|overall( total)?|gesamt(summe|ergebnis)?|summe|insgesamt|total général|totale?s?( general| generale)?|totaal|suma|итого|合計|合计|总计'

/** How many rows at the end may be total rows by their first word alone; an account may be called Total. */
const tail = 20

/**
 * Finds in `from` (row_no, c0…) what is no row of data: blank rows, `#` comments, headings repeated in mid-file,
 * total rows. Their row numbers and kinds go into `${table}_aside`, the total rows into `${table}_totals`.
 */
export async function setAside(db: Writer, sheet: Sheet, table: string, from: string): Promise<SetAside> {
  const aside = identifier(`${table}_aside`)
  const [{ last } = { last: 0 }] = await db.query<{ last: number }>(
    `select coalesce(max(row_no), 0) as last from ${from}`,
  )
  await db.run(
    `create temp table ${aside} as select * from (select row_no, case
       when ${blankTest(sheet)} then 'blank'
       when ${commentTest(sheet)} then 'comments'
       when ${headingTest(sheet)} then 'repeatedHeadings'
       when ${await totalTest(db, sheet, from, last)} then 'totals' end as kind
     from ${from} where ${suspects(sheet, last)}) where kind is not null`,
  )
  await db.run(
    `create temp table ${identifier(`${table}_totals`)} as
     select * from ${from} where row_no in (select row_no from ${aside} where kind = 'totals')`,
  )
  const found: SetAside = { blank: 0, comments: 0, repeatedHeadings: 0, totals: 0 }
  const counts = await db.query<{ kind: keyof SetAside; rows: number }>(
    `select kind, count(*) as rows from ${aside} group by kind`,
  )
  for (const { kind, rows } of counts) found[kind] = rows
  return found
}

/** A cheap look at the first cell that lets through every row the exact tests might take. */
function suspects(sheet: Sheet, last: number): string {
  const at = Math.max(0, sheet.columns.findIndex(isNamed))
  const marks = ['Total:', 'TOTAL:', 'total:'].map((word) => `starts_with(c0, '${word}')`)
  return `(c0 is null or c0 < '$' or c${at} = ${literal(sheet.columns[at]!)} or row_no > ${last - tail} or ${marks.join(' or ')})`
}

function blankTest(sheet: Sheet): string {
  return cells(sheet.columns.length)
    .map((cell) => `(${cell} is null or trim(${cell}) = '')`)
    .join(' and ')
}

function commentTest(sheet: Sheet): string {
  if (sheet.format !== 'csv') return 'false'
  const others = cells(sheet.columns.length).slice(1)
  const alone = others.map((cell) => `${cell} is null`).join(' and ') || 'true'
  return `(starts_with(c0, '#') and (starts_with(c0, '# ') or (${alone})))`
}

const isNamed = (column: string): boolean => !/^Column \d+$| \d+$/.test(column)

function headingTest(sheet: Sheet): string {
  if (sheet.format !== 'csv' || sheet.headingRow === 0) return 'false'
  const named = sheet.columns.map((column, at) => ({ column, at })).filter(({ column }) => isNamed(column))
  if (named.length === 0) return 'false'
  return `(${named
    .slice(0, 8)
    .map(({ column, at }) => `trim(c${at}) = ${literal(column)}`)
    .join(' and ')})`
}

async function totalTest(db: Writer, sheet: Sheet, name: string, last: number): Promise<string> {
  if (sheet.format === 'parquet' || sheet.columns.length < 2) return 'false'
  const numbers = cells(sheet.columns.length)
    .slice(1)
    .map((cell) => `coalesce(regexp_matches(${cell}, '^[^A-Za-z]*[0-9][^A-Za-z]*([A-Z]{3})?$'), false)`)
    .join(' or ')
  const marked = `(c0 is not null and (starts_with(lower(c0), 'total:') or
(row_no > ${last - tail} and regexp_full_match(lower(trim(c0)), '(${totalWords})( *[:-].*)?'))) and (${numbers}))`
  const sum = await sumRow(db, sheet, name, last)
  return sum ? `(${marked} or row_no = ${last})` : marked
}

/** True when the last row has no first cell, and every number in it is the sum of the rows above. */
async function sumRow(db: Writer, sheet: Sheet, name: string, last: number): Promise<boolean> {
  const [row] = await db.query<Record<string, string | null>>(`select * from ${name} where row_no = ${last}`)
  if (!row || row.c0 !== null) return false
  const numeric = cells(sheet.columns.length).filter((cell) => /^-?[\d,]+(\.\d+)?$/.test(row[cell] ?? ''))
  if (numeric.length === 0) return false
  const number = (cell: string) => `try_cast(replace(${cell}, ',', '') as decimal(28, 10))`
  const same = numeric.map(
    (cell) =>
      `abs(sum(${number(cell)}) filter (where row_no < ${last}) - sum(${number(cell)}) filter (where row_no = ${last})) < 0.005`,
  )
  const [verdict] = await db.query<{ rows: number; same: boolean | null }>(
    `select count(*) as rows, ${same.join(' and ')} as same from ${name}`,
  )
  return verdict!.rows > 3 && verdict!.same === true
}
