/** The most rows that are pasted at once. */
export const mostPasted = 2000

const separators = ['\t', ';', ',']

/** Cells of one line; a cell in quotes may hold the separator, and two quotes are one. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at]!
    if (letter === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') isQuoted = !isQuoted
    else if (letter === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  return [...cells, cell.trim()]
}

type Pasted = { item: string; inputs: Record<string, number | null> }
type Read = { rows: Pasted[]; refused: null } | { rows: null; refused: string }

const refuse = (refused: string): Read => ({ rows: null, refused })

/**
 * Rows of a table as it is copied from a sheet: the first line names the inputs, the first column the item by its number
 * (`W-214`). An empty cell leaves what is known; “n/a” takes it away. Everything is refused where one cell is not a number.
 */
export function readPaste(text: string, known: readonly string[]): Read {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2) return refuse('Paste a line of names and a line for each item below it.')
  if (lines.length - 1 > mostPasted)
    return refuse(`${lines.length - 1} lines are too many at once. Paste ${mostPasted} at most.`)
  const separator = separators.find((one) => lines[0]!.includes(one)) ?? ','
  const [first, ...names] = cellsOf(lines[0]!, separator).map((name) => name.toLowerCase())
  if (first !== 'item') return refuse(`The first column is called “${first}”; call it “item”.`)
  const used = names.map((name, at) => ({ name, at: at + 1 })).filter((one) => known.includes(one.name))
  if (used.length === 0)
    return refuse(
      `No column is an input of the model. It asks for ${known.map((one) => `“${one}”`).join(', ')}.`,
    )
  return rowsOf(lines.slice(1), separator, used)
}

type Column = { name: string; at: number }

function rowsOf(lines: readonly string[], separator: string, columns: readonly Column[]): Read {
  const rows: Pasted[] = []
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(line, separator)
    const inputs: Pasted['inputs'] = {}
    for (const { name, at: column } of columns) {
      const cell = cells[column] ?? ''
      if (cell === '') continue
      const value = cell.toLowerCase() === 'n/a' ? null : Number(cell.replace(/^(-?\d+),(\d+)$/, '$1.$2'))
      if (value !== null && !Number.isFinite(value))
        return refuse(
          `Line ${at + 2}: “${cell.slice(0, 40)}” under “${name}” is not a number. Nothing was taken.`,
        )
      inputs[name] = value
    }
    if (Object.keys(inputs).length > 0) rows.push({ item: cells[0]!, inputs })
  }
  return rows.length > 0 ? { rows, refused: null } : refuse('No cell below the names holds a number.')
}
