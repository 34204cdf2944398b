import { daysBetween } from '../../../methods/days.ts'
import { usePeriod } from '../../../ui/period/usePeriod.ts'

const comparisons = { previous: 'previous', year: 'year_ago', none: undefined } as const

/** The period of the page and what it is held against, as `metrics.query` takes them. */
export function useCompared() {
  const period = usePeriod()
  const compare = period.compare ? comparisons[period.comparison] : undefined
  return { ...period.range, ...(compare ? { compare } : {}) }
}

/** For links between pages that share the period: whatever else stands in the address stays behind. */
export const keepsPeriod = ({ period, compare }: Record<string, string | undefined>) => ({ period, compare })

type Against = { label: string; endsOn: string }

/** What a figure is held against; a period that still runs only against as many days of it, which is said. */
export function comparedLabel(
  { label, endsOn }: Against,
  counted: { from: string; to: string } | null | undefined,
): string {
  if (!counted || counted.to >= endsOn) return label
  const days = daysBetween(counted.from, counted.to) + 1
  return `${label}, first ${days === 1 ? 'day' : `${days} days`}`
}
