import type { Writer } from '../warehouse.ts'
import { type ColumnType, guess, saysNothing } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import { type Plain, prove, proveHere } from './prove.ts'
import { settle, type Unsettled } from './settle.ts'
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
  /** Least and greatest text as DuckDB orders text; null where the column is empty. */
  min: string | null
  max: string | null
  type: ColumnType
  format: ValueFormat
  unsettled?: Unsettled
  /** Whether reading the column may take the short way. */
  plain: Plain
}

/** Columns measured in one query; thousands at once would be a query of megabytes. */
const together = 200

/** `present` counts cells that are not NULL, `filled` those that say something. */
type Whole = { filled: number; present: number; distinct: number; min: string | null; max: string | null }

/**
 * Looks at every column of a staging table: two passes over the whole for counts and for what only the whole column
 * can settle (day or month first, what a comma means), the rest from a sample of about two thousand rows.
 */
export async function profile(db: Writer, staged: Staged): Promise<ColumnProfile[]> {
  const { sheet } = staged
  const names = cells(sheet.columns.length)
  const sample = await takeSample(db, staged)
  // A small table is its own sample; asking DuckDB again would cost more than counting.
  const whole =
    sample.length >= staged.rows ? names.map((cell) => count(sample.map((row) => row[cell] ?? null))) : []
  for (let from = whole.length; from < names.length; from += together)
    whole.push(...(await measure(db, staged, names.slice(from, from + together))))
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
  const settled = await settle(db, staged, guesses)
  const plain: Plain[] =
    sample.length >= staged.rows
      ? settled.map((one, at) =>
          proveHere(
            sample.map((row) => row[names[at]!] ?? null),
            one,
            saysNothing,
          ),
        )
      : []
  const proofs = settled.map((one, at) => ({ ...one, filled: whole[at]!.filled === whole[at]!.present }))
  for (let from = plain.length; from < names.length; from += together)
    plain.push(...(await prove(db, staged.table, proofs.slice(from, from + together), from)))
  return guesses.map(({ values }, index) => ({
    index,
    name: sheet.columns[index]!,
    distinct: whole[index]!.distinct,
    min: whole[index]!.min,
    max: whole[index]!.max,
    filled: whole[index]!.filled / Math.max(1, staged.rows),
    samples: [...new Set(values)].slice(0, 5),
    ...settled[index]!,
    plain: plain[index]!,
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

function count(column: (string | null)[]): Whole {
  const present = column.filter((value) => value !== null)
  const sorted = [...new Set(present)].sort()
  const filled = present.filter((value) => !saysNothing(value)).length
  return {
    filled,
    present: present.length,
    distinct: sorted.length,
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
  }
}

async function measure(db: Writer, { table }: Staged, names: string[]): Promise<Whole[]> {
  const figures = names.map(
    (
      cell,
    ) => `count(*) filter (where not ${isBlankSql(cell)}) as ${cell}_filled, count(${cell}) as ${cell}_present, approx_count_distinct(${cell}) as ${cell}_distinct,
      min(${cell}) as ${cell}_min, max(${cell}) as ${cell}_max`,
  )
  const [row] = await db.query<Record<string, number | string | null>>(
    `select ${figures.join(', ')} from ${identifier(table)}`,
  )
  return names.map((cell) => ({
    filled: Number(row![`${cell}_filled`]),
    present: Number(row![`${cell}_present`]),
    distinct: Number(row![`${cell}_distinct`]),
    min: row![`${cell}_min`] as string | null,
    max: row![`${cell}_max`] as string | null,
  }))
}
