import type { Writer } from '../warehouse.ts'
import { type ColumnType, type Guess, guess, saysNothing } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import { type Plain, proofSql, proveHere } from './prove.ts'
import { openTests, type Settled, settle, type Unsettled } from './settle.ts'
import type { Staged } from './sheet.ts'
import { cells, identifier } from './sql.ts'
import { isBlankSql } from './values.ts'

export type ColumnProfile = {
  index: number
  name: string
  /** Share of rows with something in the cell, 0–1. */
  filled: number
  /** Approximate count of different values. */
  distinct: number
  /** Up to five different values, in file order. */
  samples: string[]
  type: ColumnType
  format: ValueFormat
  unsettled?: Unsettled
  /** Whether reading the column may take the short way. */
  plain: Plain
}

/** Columns measured in one query; thousands at once would be a query of megabytes. */
const together = 200

type Cells = Record<string, string | null>
type Found = Record<string, number | string | null>

/** `filled` counts cells that say something. */
type Whole = { filled: number; distinct: number; plain: Plain }

/**
 * Looks at every column of a staging table: one pass over the whole for counts, for what only the whole column can
 * settle (day or month first, what a comma means) and for what makes reading it short; the rest from a sample of
 * about two thousand rows.
 */
export async function profile(db: Writer, staged: Staged): Promise<ColumnProfile[]> {
  const { sheet, rows } = staged
  const sample = await takeSample(db, staged)
  // A small table is its own sample; asking DuckDB again would cost more than counting.
  const isWhole = sample.length >= rows
  const columns = cells(sheet.columns.length).map((cell, at) => sampled(sheet.columns[at]!, cell, sample))
  const found = await measure(db, staged, columns, isWhole)
  const wholes = isWhole ? [] : columns.map(({ cell }) => wholeOf(found, cell, rows))
  const judged = columns.map((one, at) => ({ ...one, guess: again(one, wholes[at]) }))

  return settle(sheet, judged, found).map((settled, index) => {
    const { name, cell, values, guess: tried } = columns[index]!
    const whole = wholes[index] ?? wholeHere(sample, cell, settled)
    // What was proven was proven for the type that the sample suggested.
    const isProven = isWhole || (settled.type === tried.type && settled.format === tried.format)
    return {
      index,
      name,
      distinct: whole.distinct,
      filled: whole.filled / Math.max(1, rows),
      samples: [...new Set(values)].slice(0, 5),
      ...settled,
      plain: { ...whole.plain, value: whole.plain.value && isProven },
    }
  })
}

type Sampled = { name: string; cell: string; values: string[]; guess: Guess }

function sampled(name: string, cell: string, sample: Cells[]): Sampled {
  const values = sample
    .map((row) => row[cell] ?? null)
    .filter((value): value is string => !saysNothing(value))
  const share = new Set(values).size / Math.max(1, values.length)
  return { name, cell, values, guess: guess(name, values, share) }
}

/** A sample may show as different what repeats in the whole. */
const again = (one: Sampled, whole: Whole | undefined): Guess =>
  whole ? guess(one.name, one.values, whole.distinct / Math.max(1, whole.filled)) : one.guess

/** Blocks from the beginning, the middle and the end, so that a change of habit in mid-file is seen. */
async function takeSample(db: Writer, { table, rows }: Staged): Promise<Cells[]> {
  const block = 500
  const starts = rows <= block * 4 ? [0] : [0, 1, 2, 3].map((part) => Math.floor((part * (rows - block)) / 3))
  const size = starts.length === 1 ? block * 4 : block
  const blocks: Cells[] = []
  for (const start of starts)
    blocks.push(
      ...(await db.query<Cells>(
        `select * exclude (row_no) from ${identifier(table)} limit ${size} offset ${start}`,
      )),
    )
  return blocks
}

function wholeHere(sample: Cells[], cell: string, typed: Settled): Whole {
  const column = sample.map((row) => row[cell] ?? null)
  return {
    filled: column.filter((value) => !saysNothing(value)).length,
    distinct: new Set(column.filter((value) => value !== null)).size,
    plain: proveHere(column, typed, saysNothing),
  }
}

async function measure(
  db: Writer,
  { table }: Staged,
  columns: Sampled[],
  isCounted: boolean,
): Promise<Found> {
  const tests = columns.map(({ cell, guess: tried }) => [
    ...openTests(cell, tried),
    ...(isCounted ? [] : [...countSql(cell), ...proofSql(cell, tried)]),
  ])
  const found: Found = {}
  for (let from = 0; from < tests.length; from += together) {
    const asked = tests.slice(from, from + together).flat()
    if (asked.length === 0) continue
    const [row] = await db.query<Found>(`select ${asked.join(', ')} from ${identifier(table)}`)
    Object.assign(found, row)
  }
  return found
}

const countSql = (cell: string): string[] => [
  `count(*) filter (where not ${isBlankSql(cell)}) as ${cell}_filled`,
  `count(${cell}) as ${cell}_present`,
  `approx_count_distinct(${cell}) as ${cell}_distinct`,
]

function wholeOf(found: Found, cell: string, rows: number): Whole {
  const number = (name: string) => Number(found[`${cell}_${name}`])
  const filled = number('filled')
  return {
    filled,
    distinct: number('distinct'),
    plain: {
      text: filled === number('present') && number('edged') === 0,
      value: number('uncast') === 0,
      full: filled === rows,
    },
  }
}
