import { type ColumnType, type Guess, numberType } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import type { Sheet } from './sheet.ts'
import { literal } from './sql.ts'

export type Unsettled = {
  question: 'day-or-month' | 'decimal-comma'
  choices: ValueFormat[]
  /** A cell that can be read both ways. */
  example: string
}

export type Settled = { type: ColumnType; format: ValueFormat; unsettled?: Unsettled }

/** A column's sample and what it suggests. */
export type Column = { values: string[]; guess: Guess }

/**
 * Answers what samples left open from what `openTests` found in whole columns; where a column cannot tell, from its neighbours, since one export
 * writes all its dates and numbers the same way; a comma between cells leaves only the point for fractions.
 * What nothing can tell is `unsettled`.
 */
export function settle(
  sheet: Sheet,
  columns: Column[],
  found: Record<string, number | string | null>,
): Settled[] {
  const answers: Settled[] = columns.map(({ guess }, at) => {
    const seen = { first: Number(found[`c${at}_first`]), second: Number(found[`c${at}_second`]) }
    return guess.ask ? answer(guess, seen, String(found[`c${at}_example`] ?? '')) : guess
  })
  const commaBetweenCells = sheet.format === 'csv' && sheet.csv?.delimiter === ','
  return answers.map((given, at) => {
    const values = columns[at]!.values
    const asked = columns[at]!.guess.ask
    const settled = given.unsettled ? fromNeighbours(given, answers, commaBetweenCells) : given
    return asked === 'decimal-comma'
      ? { ...settled, type: numberType(values, settled.format === 'comma' ? 'comma' : 'point') }
      : settled
  })
}

function fromNeighbours(given: Settled, all: Settled[], commaBetweenCells: boolean): Settled {
  const { question, choices } = given.unsettled!
  const certain = all.filter(
    (other) =>
      !other.unsettled &&
      choices.includes(other.format) &&
      (question === 'day-or-month' || other.type === 'decimal'),
  )
  const formats = new Set(certain.map(({ format }) => format))
  if (formats.size === 1) return { type: given.type, format: [...formats][0]! }
  if (formats.size === 0 && question === 'decimal-comma' && commaBetweenCells)
    return { type: given.type, format: 'point' }
  return given
}

/** Aggregates over a column that answer what its sample left open; none where nothing is. */
export function openTests(cell: string, { ask }: Guess): string[] {
  if (!ask) return []
  return [ask === 'day-or-month' ? dayTests(cell) : commaTests(cell)]
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
  if (example === '') return { type, format: guessed.format }
  // A column that contradicts itself is asked about too; the reading that suits more of it is proposed.
  const format = seen.first > seen.second ? first : seen.second > seen.first ? second : guessed.format
  return { type, format, unsettled: { question: guessed.ask!, choices: [first, second], example } }
}
