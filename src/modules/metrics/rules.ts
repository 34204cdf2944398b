export type Letter = 'A' | 'B' | 'C' | 'D'

/** One thing that a figure's confidence rests on, and what would raise it where it is not the best. */
export type Signal = { name: string; grade: Letter; says: string; raise: string | null }
export type Confidence = { grade: Letter; signals: Signal[] }

const letters: Letter[] = ['A', 'B', 'C', 'D']

/** A grade by three limits, the best first; `isLess` where less is better. */
const letterFor = (value: number, limits: [number, number, number], isLess = false): Letter =>
  letters[limits.findIndex((limit) => (isLess ? value <= limit : value >= limit))] ?? 'D'

const percent = (share: number): string => `${(share * 100).toFixed(share > 0.995 && share < 1 ? 2 : 0)} %`

/** Days since the newest import behind a figure whose period still runs. */
export function freshness(days: number): Signal {
  const grade = letterFor(days, [7, 31, 92], true)
  const said = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
  return signal('freshness', grade, `The newest file behind it landed ${said}.`, 'Import a newer export.')
}

/** Share of the rows that have the date which places them in the period. */
export const dated = (share: number): Signal =>
  signal(
    'dates',
    letterFor(share, [0.99, 0.95, 0.8]),
    `${percent(share)} of its rows have the date it counts by.`,
    'Export the date as well, or fill it in the source: rows without it are in no period.',
  )

/** Share of the period's rows that have a value for a dimension it is filtered by. */
export const filled = (dimension: string, share: number): Signal =>
  signal(
    dimension,
    letterFor(share, [0.95, 0.85, 0.6]),
    `${percent(share)} of the rows have a value for ${dimension.replaceAll('_', ' ')}.`,
    `Fill ${dimension.replaceAll('_', ' ')} in the source, or map it in the vocabulary.`,
  )

/** How many cases a share or an average rests on. */
export const sample = (cases: number): Signal =>
  signal(
    'cases',
    letterFor(cases, [400, 100, 30]),
    `It rests on ${cases.toLocaleString('en')} cases.`,
    'Take a longer period or fewer conditions.',
  )

/** Share of sales that no touch led to, as far as anybody recorded one. */
export const unattributed = (share: number): Signal =>
  signal(
    'unattributed',
    letterFor(share, [0.05, 0.15, 0.3], true),
    `${percent(share)} of the sales have no touch before them.`,
    'Import the touches that are missing, and contact roles that say who took part.',
  )

const signal = (name: string, grade: Letter, says: string, raise: string): Signal => ({
  name,
  grade,
  says,
  raise: grade === 'A' ? null : raise,
})

/** As good as its weakest part; of nothing there is no confidence. */
export function confidence(signals: Signal[]): Confidence | null {
  const [worst] = signals.map((one) => one.grade).sort((a, b) => letters.indexOf(b) - letters.indexOf(a))
  return worst ? { grade: worst, signals } : null
}
