import type { Day } from '../../../methods/fiscal.ts'
import type { ImprovementState } from '../things/review.ts'

type Improved = {
  state: ImprovementState
  before_value: number | null
  after_value: number | null
  why_none: string | null
}

/** A change of the process is adopted once it is known what it changed, or said why that cannot be known. */
export function whyNotAdopt({ before_value, after_value, why_none }: Omit<Improved, 'state'>): string | null {
  if (before_value === null)
    return why_none ? null : 'Measure how it was before, or say why there is no measure.'
  return after_value === null ? 'Measure how it is now, so that everybody sees what it changed.' : null
}

/** Why an improvement cannot become something, or null. */
export function whyNotMove(row: Improved, next: ImprovementState, reason: string): string | null {
  if (row.state === next) return `It is ${next} already.`
  if (next === 'adopted') return whyNotAdopt(row)
  if (next !== 'dropped') return null
  if (reason.length < 3) return 'Say why it is dropped, so that nobody tries it again for nothing.'
  return row.before_value === null && !row.why_none
    ? 'Measure how it was before, or say why there is no measure.'
    : null
}

/** Before comes before after; what is settled is measured no more. */
export function whyNotMeasure(row: Improved, when: 'before' | 'after'): string | null {
  if (row.state === 'adopted' || row.state === 'dropped')
    return `It is ${row.state}; its measure stays as it is. Take it up again first.`
  if (when === 'before')
    return row.after_value === null ? null : 'It was measured afterwards already; the first measure stays.'
  return row.before_value === null ? 'There is no measure from before to hold it against.' : null
}

/** A review ends in changes of the process, or says why there are none. */
export const whyNotClose = (changes: number, whyNone: string): string | null =>
  changes > 0 || whyNone.length >= 3
    ? null
    : 'A review ends in a change of the process. Add one, or say why there is none.'

export const isLateReview = (row: { state: string; due_on: Day }, today: Day): boolean =>
  row.state === 'open' && row.due_on < today

export const isLateImprovement = (row: { state: ImprovementState; due_on: Day }, today: Day): boolean =>
  (row.state === 'idea' || row.state === 'running') && row.due_on < today
