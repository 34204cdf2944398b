import type { ModelId, Report, ReportRow } from '../contract.ts'

type Found = Pick<Report, 'rows' | 'models' | 'by'>

export const wordOf = (dimension: string): string => dimension.replaceAll('_', ' ')

export const headingOf = (dimension: string): string =>
  wordOf(dimension).replace(/^./, (letter) => letter.toUpperCase())

export const pluralOf = (dimension: string): string =>
  /[^aeiou]y$/.test(dimension) ? `${wordOf(dimension).slice(0, -1)}ies` : `${wordOf(dimension)}s`

export const nameOf = ({ value, isUnattributed }: ReportRow, by: string): string =>
  isUnattributed ? 'Unattributed' : (value ?? `Without ${wordOf(by)}`)

/** Sales with a touch, the largest share by the model first. */
export const attributed = (rows: ReportRow[], model: ModelId): ReportRow[] =>
  rows.filter((row) => !row.isUnattributed).sort((a, b) => (b.share?.[model] ?? 0) - (a.share?.[model] ?? 0))

export const isUnsure = ({ ranks }: ReportRow): boolean => ranks !== null && ranks[0] !== ranks[1]

/** The same in a sentence, where a blank value would read as if there were none. */
const subjectOf = ({ value }: ReportRow, by: string): [subject: string, leads: string] =>
  value === null ? [`Touches without ${wordOf(by)}`, 'lead'] : [value, 'leads']

/** What the models say together: who leads under most of them, or that they do not agree. */
export function findingOf({ rows, models, by }: Found): string {
  const named = rows.filter((row) => !row.isUnattributed)
  const [only] = named
  if (!only) return rows.length > 0 ? 'No sale has a touch before it' : 'Attributed value'
  if (named.length === 1)
    return `Only ${only.value ?? `touches without ${wordOf(by)}`} ${only.value ? 'is' : 'are'} credited`
  const [leader, times] = leaderOf(named, models)
  if (times > models.length / 2) {
    const often = times === models.length ? `all ${times}` : `${times} of ${models.length}`
    return `${subjectOf(leader, by).join(' ')} under ${often} models`
  }
  const unsure = named.filter(isUnsure).length
  return `The rank of ${unsure === named.length ? 'all ' : ''}${unsure} ${pluralOf(by)} depends on the model`
}

function leaderOf(rows: ReportRow[], models: Report['models']): [ReportRow, number] {
  const firsts = models.map(({ id }) => attributed(rows, id)[0] as ReportRow)
  const led = rows.map((row): [ReportRow, number] => [row, firsts.filter((one) => one === row).length])
  return led.sort(([, a], [, b]) => b - a)[0] as [ReportRow, number]
}

/** What has to be said of a row besides its figures. */
export function remarksOf(row: ReportRow): string[] {
  return [
    ...(isUnsure(row) && row.ranks ? [`rank depends on the model (${row.ranks[0]}–${row.ranks[1]})`] : []),
    ...(row.isThin ? ['few sales'] : []),
  ]
}
