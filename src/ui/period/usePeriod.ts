import { useMemo } from 'react'
import { useOrganisation } from '../port/Ports.tsx'
import { useUrl } from '../useUrl.ts'
import { type Comparison, defaultPeriod, type Period, readPeriod } from './period.ts'

export type UsePeriod = Period & {
  comparison: Comparison
  /** First and last day as routes take them; nothing for all time. */
  range: { from?: string; to?: string }
  set: (id: string) => void
  setComparison: (comparison: Comparison) => void
}

/** Today in the organisation's zone, as a calendar day. */
export const todayIn = (timeZone: string, now = new Date()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  )

/** The day it is where the organisation is. */
export const useToday = (): string => todayIn(useOrganisation().timeZone)

/** The period all insight pages share, kept in the URL as `?period=` and `?compare=`. */
export function usePeriod(): UsePeriod {
  const { fiscal, timeZone } = useOrganisation()
  const [id, set] = useUrl('period', defaultPeriod)
  const [chosen, setComparison] = useUrl('compare', 'previous')
  const comparison: Comparison = chosen === 'year' || chosen === 'none' ? chosen : 'previous'
  const today = todayIn(timeZone)

  return useMemo(() => {
    const period = readPeriod(id, today, fiscal, comparison)
    const range = id === 'all' ? {} : { from: period.startsOn, to: period.endsOn }
    return { ...period, comparison, range, set, setComparison }
  }, [id, today, fiscal, comparison, set, setComparison])
}
