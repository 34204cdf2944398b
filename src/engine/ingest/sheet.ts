export type Limits = {
  /** Longest cell, in characters. */
  cell: number
  columns: number
  /** Longest record, in characters; keeps an unclosed quotation mark from filling the memory. */
  record: number
  /** Most bytes a compressed file may unfold into. */
  unpacked: number
  /** Most times larger than itself a compressed file may unfold. */
  ratio: number
  /** Most members of a zip or worksheets of a workbook. */
  members: number
}

const MB = 1024 * 1024

export const defaultLimits: Limits = {
  cell: MB,
  columns: 5_000,
  record: 16 * MB,
  unpacked: 64 * 1024 * MB,
  ratio: 200,
  members: 1_000,
}

/** How the text of a CSV is to be read; settled when the file is opened. */
export type Dialect = {
  delimiter: string
  /** True: DuckDB may read the file as it is. False: it is copied record by record first. */
  direct: boolean
  /** True: a copy of ours whose first column is the row number (worksheets). */
  numbered: boolean
  /** Rows with more filled cells than the heading, counted while copying. */
  wider: number
}

/** One table inside an uploaded file. */
export type Sheet = {
  /** Name of the uploaded file. */
  file: string
  /** Worksheet, member of a zip, or array of a JSON object; null where the file is the table. */
  sheet: string | null
  /** Where the readable text lies; the upload itself or a copy in the work folder. */
  path: string
  format: 'csv' | 'json' | 'ndjson' | 'parquet'
  /** Headings made unique, in file order. */
  columns: string[]
  /** Lines above the heading, without blank ones. */
  preamble: string[]
  /** Row of the heading, counted from 1; 0 where the file has none. */
  headingRow: number
  workdir: string
  limits: Limits
  csv?: Dialect
}

export type Skipped = {
  blank: number
  comments: number
  repeatedHeadings: number
  /** Rows that are kept but had filled cells beyond the last heading. */
  wider: number
  rejected: number
}

export type Staged = {
  table: string
  sheet: Sheet
  rows: number
  /** Rows put into `${table}_totals`. */
  totals: number
  skipped: Skipped
  /** The first hundred rows that could not be read; their number is `skipped.rejected`. */
  rejects: { row: number; reason: string }[]
}
