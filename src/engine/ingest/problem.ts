export type Place = { file: string; sheet?: string | null; row?: number; column?: string }

/**
 * A file, or a place in it, that cannot be read. The message is a whole sentence: what, where, how to mend it.
 * `row` is the row a spreadsheet would show; `column` the heading or its number.
 */
export class FileProblem extends Error {
  readonly code = 'invalid'
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null

  constructor(place: Place, what: string, mend: string) {
    super(`${where(place)}: ${what} ${mend}`.trim())
    this.name = 'FileProblem'
    this.file = place.file
    this.sheet = place.sheet ?? null
    this.row = place.row ?? null
    this.column = place.column ?? null
  }
}

function where({ file, sheet, row, column }: Place): string {
  const parts = [file]
  if (sheet) parts.push(`sheet “${sheet}”`)
  if (row !== undefined) parts.push(`row ${row}`)
  if (column !== undefined) parts.push(`column ${column}`)
  return parts.join(', ')
}
