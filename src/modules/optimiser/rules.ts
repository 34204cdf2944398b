import type { Metric } from '../../engine/query/catalogue.ts'
import {
  type Day,
  type FiscalCalendar,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
} from '../../methods/fiscal.ts'
import type { Limit } from './things.ts'

export * from './rules/learnt.ts'
export * from './rules/proposal.ts'
export * from './rules/words.ts'

/** Spend of which nobody says the channel. */
export const unknownChannel = 'No channel'

/** Why spend cannot be held against a metric; null where it can. */
export function whyNoOutcome(metric: Metric): string | null {
  if (!('counted' in metric) || !metric.additive)
    return `${metric.title} cannot be added up week by week. Choose an outcome that counts something or adds amounts.`
  if (metric.kind === 'activity' || metric.direction !== 'up')
    return `${metric.title} is nothing that spend should bring more of. Choose an outcome such as revenue, won value or leads.`
  if (metric.unit !== 'count' && metric.unit !== 'money')
    return `${metric.title} is neither an amount nor a count. Choose an outcome that is.`
  return null
}

/** From which day to which rows are known; `isByWeek` where each of them stands for a week. */
export type Reach = { first: Day; last: Day; isByWeek: boolean }

/** The weeks that everything is known of: from the first whole one of all to the last that is over. */
export function wholeWeeks(
  reaches: readonly Reach[],
  today: Day,
  calendar: FiscalCalendar,
): { from: Day; to: Day } | null {
  const firsts = reaches.map((one) => firstWhole(one, calendar).startsOn)
  const lasts = reaches.map((one) => lastWhole(one, calendar).endsOn)
  const over = periodOf(today, 'week', calendar)
  const ended = previousPeriod(over, calendar).endsOn
  const from = firsts.sort().at(-1)!
  const to = [...lasts, ended].sort()[0]!
  return from <= to ? { from, to } : null
}

function firstWhole({ first, isByWeek }: Reach, calendar: FiscalCalendar): Period {
  const week = periodOf(first, 'week', calendar)
  return isByWeek || week.startsOn === first ? week : nextPeriod(week, calendar)
}

function lastWhole({ last, isByWeek }: Reach, calendar: FiscalCalendar): Period {
  const week = periodOf(last, 'week', calendar)
  return isByWeek || week.endsOn === last ? week : previousPeriod(week, calendar)
}

/** A week without a number is no week in which nothing came. */
export function unknownWeeks(title: string, weeks: readonly Period[]): string | null {
  if (weeks.length === 0) return null
  const named = weeks.slice(0, 3).map((week) => week.startsOn)
  const more = weeks.length > 3 ? ` and ${weeks.length - 3} more` : ''
  return `${title} is not known for the week of ${named.join(', ')}${more}. Import it, or the weeks would count as if nothing had come.`
}

const weeksOfToday = 52

/** What is spent today: the average week of the last 52. */
export function todayOf(spend: readonly number[]): number {
  const last = spend.slice(-weeksOfToday)
  return last.length === 0 ? 0 : last.reduce((sum, one) => sum + one, 0) / last.length
}

/** How far a channel may move, as parts of what is spent today; its own limit before the common one. */
export function limitOf(name: string, limits: readonly Limit[], change: number): { lo: number; hi: number } {
  const own = limits.find(({ channel }) => channel === name)
  return own ? { lo: own.lo, hi: own.hi } : { lo: Math.max(0, 1 - change), hi: 1 + change }
}

/** Why limits cannot be kept; null where they can. */
export function whyNotLimits(limits: readonly Limit[], names: readonly string[]): string | null {
  const reversed = limits.find(({ lo, hi }) => lo > hi)
  if (reversed)
    return `The least of ${reversed.channel} is above its most: ${reversed.lo} to ${reversed.hi} of today’s spend. Swap them.`
  const unknown = limits.find(({ channel }) => !names.includes(channel))
  if (unknown) return `There is no fitted channel “${unknown.channel}”. Set limits for ${names.join(', ')}.`
  const twice = limits.find(({ channel }, at) => limits.findIndex((one) => one.channel === channel) < at)
  return twice ? `${twice.channel} has two limits. Keep one.` : null
}
