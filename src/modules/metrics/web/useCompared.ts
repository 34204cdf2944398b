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
