import type { Writer } from '../warehouse.ts'
import { type ColumnType, type Guess, guess, saysNothing } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import type { Staged } from './sheet.ts'
import { cells, identifier, literal } from './sql.ts'
import { isBlankSql } from './values.ts'

export type Unsettled = {
  question: 'day-or-month' | 'decimal-comma'
  choices: ValueFormat[]
  /** A cell that can be read both ways. */
  example: string
}

export type ColumnProfile = {
  index: number
  name: string
  /** Share of rows with something in the cell, 0–1. */
  filled: number
  /** Approximate count of different values. */
  distinct: number
  /** Up to five different values, in file order. */
  samples: string[]
  /** Least and greatest text as DuckDB orders text; null where the column is empty. */
  min: string | null
  max: string | null
  type: ColumnType
  format: ValueFormat
  unsettled?: Unsettled
}

type Whole = { filled: number; distinct: number; min: string | null; max: string | null }

/**
 * Looks at every column of a staging table: two passes over the whole for counts and for what only the whole column
 * can settle (day or month first, what a comma means), the rest from a sample of about two thousand rows.
 */
export async function profile(db: Writer, staged: Staged): Promise<ColumnProfile[]> {
  const { sheet } = staged
  const names = cells(sheet.columns.length)
  const sample = await takeSample(db, staged)
  const whole = await measure(db, staged, names)
  const guesses = names.map((cell, index) => {
    const values = sample
      .map((row) => row[cell] ?? null)
      .filter((value): value is string => !saysNothing(value))
    const counted = whole[index]!
    return {
      values,
      guess: guess(sheet.columns[index]!, values, counted.distinct / Math.max(1, counted.filled)),
    }
  })
  const settled = await settle(
    db,
    staged,
    guesses.map(({ guess }) => guess),
  )
  return guesses.map(({ values }, index) => ({
    index,
    name: sheet.columns[index]!,
    ...whole[index]!,
    filled: whole[index]!.filled / Math.max(1, staged.rows),
    samples: [...new Set(values)].slice(0, 5),
    ...settled[index]!,
  }))
}

/** Blocks from the beginning, the middle and the end, so that a change of habit in mid-file is seen. */
async function takeSample(db: Writer, { table, rows }: Staged): Promise<Record<string, string | null>[]> {
  const block = 500
  const starts = rows <= block * 4 ? [0] : [0, 1, 2, 3].map((part) => Math.floor((part * (rows - block)) / 3))
  const size = starts.length === 1 ? block * 4 : block
  const blocks: Record<string, string | null>[] = []
  for (const start of starts)
    blocks.push(
      ...(await db.query<Record<string, string | null>>(
        `select * exclude (row_no) from ${identifier(table)} limit ${size} offset ${start}`,
      )),
    )
  return blocks
}

async function measure(db: Writer, { table }: Staged, names: string[]): Promise<Whole[]> {
  const figures = names.map(
    (
      cell,
    ) => `count(*) filter (where not ${isBlankSql(cell)}) as ${cell}_filled, approx_count_distinct(${cell}) as ${cell}_distinct,
      min(${cell}) as ${cell}_min, max(${cell}) as ${cell}_max`,
  )
  const [row] = await db.query<Record<string, number | string | null>>(
    `select ${figures.join(', ')} from ${identifier(table)}`,
  )
  return names.map((cell) => ({
    filled: Number(row![`${cell}_filled`]),
    distinct: Number(row![`${cell}_distinct`]),
    min: row![`${cell}_min`] as string | null,
    max: row![`${cell}_max`] as string | null,
  }))
}

type Settled = { type: ColumnType; format: ValueFormat; unsettled?: Unsettled }

async function settle(db: Writer, { table }: Staged, guesses: Guess[]): Promise<Settled[]> {
  const open = guesses.flatMap(({ ask }, at) => (ask ? [{ ask, cell: `c${at}` }] : []))
  if (open.length === 0) return guesses
  const tests = open.map(({ ask, cell }) => (ask === 'day-or-month' ? dayTests(cell) : commaTests(cell)))
  const [row] = await db.query<Record<string, number | string | null>>(
    `select ${tests.join(', ')} from ${identifier(table)}`,
  )
  return guesses.map((guessed, at) => {
    if (!guessed.ask) return guessed
    const seen = { first: Number(row![`c${at}_first`]), second: Number(row![`c${at}_second`]) }
    return answer(guessed, seen, String(row![`c${at}_example`] ?? ''))
  })
}

/** `first`: cells whose first figure can only be a day; `second`: cells whose second one can. */
function dayTests(cell: string): string {
  const figure = (group: number) =>
    `try_cast(regexp_extract(${cell}, '^\\s*([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]', ${group}) as utinyint)`
  return `count(*) filter (where ${figure(1)} > 12) as ${cell}_first,
    count(*) filter (where ${figure(2)} > 12) as ${cell}_second,
    any_value(${cell}) filter (where ${figure(1)} <> ${figure(2)}) as ${cell}_example`
}

/** `first`: cells in which the comma must be a thousands mark; `second`: cells in which it must be the decimal mark. */
function commaTests(cell: string): string {
  const matches = (shape: string) => `regexp_matches(${cell}, ${literal(shape)})`
  return `count(*) filter (where ${matches(',[0-9]{3},[0-9]{3}|,[0-9]{3}\\.[0-9]|^[^0-9]*0\\.[0-9]|\\.[0-9]{1,2}([^0-9]|$)|\\.[0-9]{4}')}) as ${cell}_first,
    count(*) filter (where ${matches('\\.[0-9]{3}\\.[0-9]{3}|\\.[0-9]{3},[0-9]|^[^0-9]*0,[0-9]|,[0-9]{1,2}([^0-9]|$)|,[0-9]{4}')}) as ${cell}_second,
    any_value(${cell}) filter (where ${matches('[.,]')}) as ${cell}_example`
}

function answer(guessed: Guess, seen: { first: number; second: number }, example: string): Settled {
  const dates = guessed.ask === 'day-or-month'
  const [first, second]: [ValueFormat, ValueFormat] = dates ? ['dmy', 'mdy'] : ['point', 'comma']
  const type = guessed.type
  if (seen.first !== seen.second && Math.min(seen.first, seen.second) === 0)
    return { type, format: seen.first > 0 ? first : second }
  if (example === '' && dates) return { type, format: 'mdy' }
  // A column that contradicts itself is asked about too; the reading that suits more of it is proposed.
  const format = seen.first > seen.second ? first : seen.second > seen.first ? second : guessed.format
  return { type, format, unsettled: { question: guessed.ask!, choices: [first, second], example } }
}
