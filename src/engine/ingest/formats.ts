/** How numbers of a column are written: `1,234.5` or `1.234,5`. */
export type NumberFormat = 'point' | 'comma'

/**
 * How times of a column are written:
 * iso `2024-03-09T14:05:00Z`, `2024/03/09 14:05` · mdy `3/9/2024 2:05 PM` · dmy `9.3.2024` · compact `20240309` ·
 * compact-hour `2024030914` · day-name `9/Mar/24 2:05 PM` · name-day `Mar 9, 2024` · epoch-s, epoch-ms ·
 * excel: days since 1899-12-30.
 */
export type TimeFormat =
  | 'iso'
  | 'mdy'
  | 'dmy'
  | 'compact'
  | 'compact-hour'
  | 'day-name'
  | 'name-day'
  | 'epoch-s'
  | 'epoch-ms'
  | 'excel'

/** `plain` says that the text stands for itself. */
export type ValueFormat = NumberFormat | TimeFormat | 'plain'

const currency =
  'usd|eur|gbp|inr|jpy|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|ron|brl|mxn|zar|cny|sgd|hkd|ils|try|aed|sar|krw|thb|idr|myr|php|vnd|uah|clp|cop|ars|rs\\.?'
const money = `(?:${currency}|[a-z]{0,2}[$€£¥₹₩₺₽])`

/**
 * The shape of a number in lower case with single plain spaces, in the syntax RE2 and JavaScript share.
 * Groups: 1 what stands before (bracket, sign), 2 whole part, 3 fraction with its mark, 4 magnitude, 5 what stands behind.
 */
export function numberShape(format: NumberFormat): string {
  const [group, mark] = format === 'point' ? ["[, '’]", '\\.'] : ["[. '’]", ',']
  const whole = `[0-9]{1,3}(?:${group}[0-9]{2,3})*${group}[0-9]{3}|[0-9]*`
  return `^(\\(?[-−+]? ?${money}? ?[-−+]?)(${whole})(${mark}[0-9]*)? ?(k|tsd\\.?|m|mn|mm|mio\\.?|mill?ion|b|bn|mrd\\.?|billion)? ?((?:%|${money})? ?-?\\)?)$`
}

const clock = '(?:[T ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)? ?(?:[AaPp]\\.?[Mm]\\.?)?)?'
const offset = '(?: ?(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?'

/** The shape of each way to write a time, in the syntax RE2 and JavaScript share; mdy and dmy look alike. */
export const timeShapes: Record<Exclude<TimeFormat, 'excel' | 'dmy'>, string> = {
  iso: `^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}${clock}${offset}$`,
  mdy: `^[0-9]{1,2}([-/.])[0-9]{1,2}[-/.](?:[0-9]{2}|[0-9]{4})${clock}${offset}$`,
  'day-name': `^[0-9]{1,2}[-/. ]+[A-Za-z]{3,9}[-/., ]+(?:[0-9]{2}|[0-9]{4})${clock}$`,
  'name-day': `^[A-Za-z]{3,9}\\.? [0-9]{1,2},? [0-9]{4}${clock}$`,
  'compact-hour': '^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])$',
  compact: '^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$',
  'epoch-s': '^1[0-9]{9}(?:\\.[0-9]+)?$',
  'epoch-ms': '^1[0-9]{12}$',
}

/** What stands for “nothing” in exports, in lower case and trimmed. `(not set)` and `none` are answers, not blanks. */
export const blanks = ['', '-', '--', '—', '–', 'n/a', '#n/a', 'na', 'null', 'nan', 'undefined']
