import type { Filter } from '../../../engine/query/query.ts'
import {
  type Day,
  type FiscalCalendar,
  type Period,
  periodOf,
  periodsBetween,
} from '../../../methods/fiscal.ts'

/** The quarters that make up a stretch of days, the one that holds `on` where none is said; none where they do not fit. */
export function quartersOf(
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
  on: Day,
  calendar: FiscalCalendar,
): Period[] {
  if (!from && !to) return [periodOf(on, 'quarter', calendar)]
  if (!from || !to || from > to) return []
  const quarters = periodsBetween(from, to, 'quarter', calendar)
  return quarters[0]?.startsOn === from && quarters.at(-1)?.endsOn === to ? quarters : []
}

/** `FY2027 Q2`, or the first and the last of several. */
export function spanLabel(quarters: readonly Period[]): string {
  const labels = quarters.map((one) => one.label)
  return labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : (labels[0] ?? '')
}

type Asked = { quarters: readonly Period[]; on: Day; where: readonly Filter[] }

/** Why open pipeline cannot be held against any target, or null. */
export function whyNotCover({ quarters, on, where }: Asked): string | null {
  const last = quarters.at(-1)
  if (!last) return 'Targets are set by quarter: choose a quarter, or a period made of whole quarters.'
  if (last.endsOn < on)
    return `${spanLabel(quarters)} is over: coverage looks at a period that runs or is to come.`
  if (where.some((one) => one.dimension !== 'currency'))
    return 'A target is set for all bookings, not for a part of them: lift the filters to see the coverage.'
  return null
}

/** The one currency that the conditions ask for, whether or not anything is in it. */
export function currencyAsked(where: readonly Filter[]): string | null {
  const [value, ...more] = where.flatMap((one) =>
    one.dimension === 'currency' && (one.is === 'in' || one.is === 'exactly') ? one.values : [],
  )
  return value && more.length === 0 ? value.toUpperCase() : null
}

/** Why there is nothing to hold the pipeline against: a quarter has no target. */
export const whyNotTargeted = (unset: readonly Period[]): string | null =>
  unset.length > 0 ? `No target is set for ${unset.map((one) => one.label).join(', ')}.` : null

/** Why the open pipeline is worth nothing that could be said. */
export const whyNotValued = (open: number | null, count: number): string | null =>
  open === null ? `None of the ${count.toLocaleString('en')} open opportunities says its amount.` : null

/** Open pipeline for each unit of the target, and of what is still to be won of it; the latter null once it is reached. */
export function covered(open: number, target: number, won: number) {
  return { coverage: open / target, ofRest: won < target ? open / (target - won) : null }
}
