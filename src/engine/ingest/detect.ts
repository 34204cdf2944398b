import {
  blanks,
  type NumberFormat,
  numberShape,
  type TimeFormat,
  timeShapes,
  type ValueFormat,
} from './formats.ts'

export type ColumnType =
  | 'empty'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'email'
  | 'url'
  | 'id'
  | 'text'

export type Guess = { type: ColumnType; format: ValueFormat; ask?: 'day-or-month' | 'decimal-comma' }

/** Share of a sample that has to look like a type before the column is taken for it. */
const enough = 0.95

const shapes = {
  boolean: /^(true|false|yes|no|ja|nein|oui|non)$/i,
  email: /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/,
  url: /^(https?:\/\/|www\.)\S+$/i,
  whole: /^[+-]?\d+$/,
  code: /^(?=.*\d)[A-Za-z0-9_.:-]{6,64}$/,
}
const times = Object.entries(timeShapes).map(
  ([format, shape]) => [format as TimeFormat, new RegExp(shape)] as const,
)
const numbers = { point: new RegExp(numberShape('point')), comma: new RegExp(numberShape('comma')) }

/** Says whether a cell is blank, as `isBlankSql` does. */
export const saysNothing = (cell: string | null): boolean =>
  cell === null || blanks.includes(cell.trim().toLowerCase())

/**
 * What a column holds, judged from filled cells of a sample. `ask` names a question that the sample leaves open
 * and that only the whole column can settle: which of day and month comes first, or what a comma means.
 */
export function guess(name: string, sample: string[], distinctShare: number): Guess {
  if (sample.length === 0) return { type: 'empty', format: 'plain' }
  const texts = sample.map((cell) => cell.trim())
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  const looks = (shape: RegExp) => share((text) => shape.test(text)) >= enough

  if (looks(shapes.boolean)) return { type: 'boolean', format: 'plain' }
  if (looks(shapes.email)) return { type: 'email', format: 'plain' }
  if (looks(shapes.url)) return { type: 'url', format: 'plain' }
  const time = guessTime(name, texts, looks)
  if (time) return time
  if (isIdentifier(name, texts, distinctShare)) return { type: 'id', format: 'plain' }
  return guessNumber(texts, share) ?? { type: 'text', format: 'plain' }
}

function guessTime(name: string, texts: string[], looks: (shape: RegExp) => boolean): Guess | null {
  const found = times.find(([, shape]) => looks(shape))
  if (!found) return null
  const [format] = found
  if (format.startsWith('epoch') || format.startsWith('compact')) {
    // Numbers of the same length may be anything; only the name of the column tells.
    if (
      !/date|time|day|tag|datum|hour|stunde|created|modified|updated|timestamp|(^|[ _])(at|on|ts)$/i.test(
        name,
      )
    )
      return null
    return { type: format === 'compact' ? 'date' : 'time', format }
  }
  const timed = texts.some((text) => /\d:\d/.test(text))
  const guessed: Guess = { type: timed ? 'time' : 'date', format }
  return format === 'mdy' ? { ...guessed, ask: 'day-or-month' } : guessed
}

function isIdentifier(name: string, texts: string[], distinctShare: number): boolean {
  const whole = texts.every((text) => shapes.whole.test(text))
  if (
    /(^|[\s_-])(id|ids|key|guid|uuid)$|[a-z](Id|ID)$/.test(name) ||
    /(^|[\s_])(id|uuid|guid)([\s_]|$)/i.test(name)
  )
    return whole || texts.every((text) => !/\s/.test(text))
  if (whole) return texts.some((text) => /^0\d/.test(text)) || texts.every((text) => text.length > 15)
  const lengths = new Set(texts.map((text) => text.length))
  return (
    distinctShare > 0.5 &&
    texts.length > 3 &&
    lengths.size <= 2 &&
    texts.every((text) => shapes.code.test(text)) &&
    texts.some((text) => /[A-Za-z]/.test(text)) &&
    !texts.some((text) => numbers.point.test(text.toLowerCase()))
  )
}

function guessNumber(texts: string[], share: (test: (text: string) => boolean) => number): Guess | null {
  const clean = (text: string) => text.toLowerCase().replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
  const reads = (format: NumberFormat) =>
    share((text) => /\d/.test(text) && numbers[format].test(clean(text)))
  const point = reads('point')
  const comma = reads('comma')
  if (Math.max(point, comma) < enough) return null
  if (texts.every((text) => shapes.whole.test(text))) return { type: 'integer', format: 'point' }
  if (point > comma) return { type: numberType(texts, 'point'), format: 'point' }
  if (comma > point) return { type: numberType(texts, 'comma'), format: 'comma' }
  return { type: 'decimal', format: 'point', ask: 'decimal-comma' }
}

/** Whole numbers or fractions, given what the comma means. */
export function numberType(texts: string[], format: NumberFormat): ColumnType {
  const mark = format === 'point' ? '.' : ','
  return texts.some((text) => text.includes(mark) || /%|[a-z]$/i.test(text)) ? 'decimal' : 'integer'
}
