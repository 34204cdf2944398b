import { type Day, daysBetween, type Period } from '../../../methods/fiscal.ts'
import { type Incidence, incidence } from '../../../methods/incidence.ts'
import { type Arrivals, chancesAhead } from '../../../methods/landing.ts'
import type { Counts } from '../../../methods/survival.ts'
import type { Landing, LandingQuarter, OpenOpportunity } from '../routes/landing.ts'
import { printed } from './words.ts'

const fewestDecided = 30
const fewestWon = 10

type Decided = { won: number; lost: number }

export function decidedIn(counts: readonly Counts[]): Decided {
  const sum = (cause: string) => counts.reduce((total, one) => total + (one.exits[cause] ?? 0), 0)
  return { won: sum('won'), lost: sum('lost') }
}

const isEnough = ({ won, lost }: Decided): boolean => won + lost >= fewestDecided && won >= fewestWon

/** Why the past is too short to land by, or null. */
export function whyNotLand({ won, lost }: Decided): string | null {
  if (isEnough({ won, lost })) return null
  return `A landing is learnt from at least ${fewestDecided} decided opportunities with an opening day, ${fewestWon} of them won; there are ${won + lost}, ${won} won.`
}

/** Days in a stage from which on the further course is looked at by itself. */
export const stageAges = [0, 3, 6, 9, 12, 15, 18, 21, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 270, 365]

type Past = { opened: readonly Counts[]; stages: ReadonlyMap<string, ReadonlyMap<number, readonly Counts[]>> }
export type Curves = {
  opened: Incidence
  /** By stage: curves of those who were in it longer than so many days, counted from then on; ages ascending. */
  stages: ReadonlyMap<string, { age: number; curve: Incidence }[]>
}

/** One curve of winning and losing since opening, and those of each stage with enough of a past. */
export function curvesOf(past: Past): Curves {
  const stages = [...past.stages].map(([stage, ages]) => {
    const told = [...ages].filter(([, counts]) => isEnough(decidedIn(counts))).sort(([a], [b]) => a - b)
    return [stage, told.map(([age, counts]) => ({ age, curve: incidence(counts) }))] as const
  })
  return { opened: incidence(past.opened), stages: new Map(stages.filter(([, curves]) => curves.length > 0)) }
}

type Standing = { stage: string | null; stage_days: number | null; opened_days: number | null }
type Spans = readonly (readonly [from: number, to: number])[]

/** The chance of being won in each span: by stage and days in it where that is known, else by days since it opened. */
export function chancesOf({ opened, stages }: Curves, one: Standing, spans: Spans) {
  const age = one.stage_days
  const known = one.stage !== null && age !== null ? stages.get(one.stage) : undefined
  const curve = known?.findLast((from) => from.age <= (age as number))
  if (curve && age !== null)
    return { basis: 'stage' as const, age, chances: chancesAhead(curve.curve, 'won', 0, spans) }
  const since = one.opened_days
  const basis = since === null ? ('unknown' as const) : ('opened' as const)
  return { basis, age: since, chances: chancesAhead(opened, 'won', since ?? 0, spans) }
}

/** Days from a day to within each period, as spans. */
export const spansFrom = (on: Day, periods: readonly Period[]): (readonly [number, number])[] =>
  periods.map(({ startsOn, endsOn }) => [
    Math.max(0, daysBetween(on, startsOn) - 1),
    Math.max(0, daysBetween(on, endsOn)),
  ])

const much = 0.5

/** Said where one open opportunity makes most of what is expected: the likely range then holds all of it, or none. */
export function dominating(
  quarters: readonly Pick<LandingQuarter, 'label' | 'mean'>[],
  open: readonly Pick<OpenOpportunity, 'name' | 'key' | 'amount' | 'thisQuarter' | 'nextQuarter'>[],
  currency: string,
): string[] {
  return quarters.flatMap(({ label, mean }, at) => {
    const part = (one: (typeof open)[number]) => one.amount * (at === 0 ? one.thisQuarter : one.nextQuarter)
    const largest = open.reduce<(typeof open)[number] | null>(
      (most, one) => (most === null || part(one) > part(most) ? one : most),
      null,
    )
    if (!largest || mean <= 0 || part(largest) / mean < much) return []
    const chance = printed(part(largest) / largest.amount, 'ratio')
    return [
      `${label}: one open opportunity of ${printed(largest.amount, 'money', currency)} (${largest.name ?? largest.key}) makes ${printed(part(largest) / mean, 'ratio')} of what is expected. It is won whole, with a chance of ${chance}, or not at all, so the middle of the range may lie far from the mean.`,
    ]
  })
}

const steps = 6

/** The chances of what opens evenly from one day (in days from now) to another. */
export function chancesOfNew(
  curve: Incidence,
  [from, to]: readonly [number, number],
  spans: Spans,
): number[] {
  const days = Array.from({ length: steps }, (_, step) => from + ((step + 0.5) * (to - from)) / steps)
  const each = days.map((opens) =>
    chancesAhead(
      curve,
      'won',
      0,
      spans.map(([start, end]) => [Math.max(0, start - opens), Math.max(0, end - opens)] as const),
    ),
  )
  return spans.map((_, at) => each.reduce((sum, chances) => sum + chances[at]!, 0) / steps)
}

export type NewMonth = { period: Period; point: number; lo80: number; hi80: number }

const z80 = 1.2816

/** What is still to open in each month, of the running one only the days that are left. */
export function arrivalsOf(months: readonly NewMonth[], on: Day, curve: Incidence, spans: Spans): Arrivals[] {
  return months.map(({ period, point, lo80, hi80 }) => {
    const whole = daysBetween(period.startsOn, period.endsOn) + 1
    const from = Math.max(0, daysBetween(on, period.startsOn) - 1)
    const to = Math.max(0, daysBetween(on, period.endsOn))
    const share = Math.min(1, (to - from) / whole)
    const spread = (hi80 - lo80) / (2 * z80)
    return {
      expected: point * share,
      spread: spread * share,
      chances: chancesOfNew(curve, [from, to], spans),
    }
  })
}

type Known = NonNullable<Landing['assumptions']>

/** What must be true to reach the target, each way by itself with all else as it is. */
export function pathTo(
  target: number,
  { mean, already, fromOpen, fromNew }: Pick<LandingQuarter, 'mean' | 'already' | 'fromOpen' | 'fromNew'>,
  known: Pick<Known, 'winRate' | 'averageValue' | 'medianDays'>,
  chanceInTime: number,
  currency: string,
): NonNullable<LandingQuarter['path']> {
  const gap = Math.max(0, target - mean)
  const each = chanceInTime * known.averageValue
  const opportunities = gap === 0 ? 0 : each > 0 ? Math.ceil(gap / each) : null
  const toCome = fromOpen + fromNew
  const factor = gap === 0 ? 1 : toCome > 0 ? (target - already) / toCome : null
  const winRate = factor !== null && known.winRate * factor <= 1 ? known.winRate * factor : null
  const averageValue = factor === null ? null : known.averageValue * factor
  const path = { gap, opportunities, winRate, averageValue }
  return { ...path, says: pathWords(path, known, currency) }
}

function pathWords(
  path: { gap: number; opportunities: number | null; winRate: number | null; averageValue: number | null },
  known: Pick<Known, 'winRate' | 'averageValue' | 'medianDays'>,
  currency: string,
): string {
  if (path.gap === 0) return 'What is won, open and expected reaches the target.'
  const ways = [
    path.opportunities === null
      ? null
      : `${path.opportunities.toLocaleString('en')} more opportunities opened in the days left, at the current win rate, value and time to close`,
    path.winRate === null
      ? null
      : `a win rate of ${printed(path.winRate, 'ratio')} instead of ${printed(known.winRate, 'ratio')}`,
    path.averageValue === null
      ? null
      : `an average value of ${printed(path.averageValue, 'money', currency)} instead of ${printed(known.averageValue, 'money', currency)}`,
  ].filter((one) => one !== null)
  const missing = `${printed(path.gap, 'money', currency)} are missing`
  return ways.length > 0
    ? `${missing}: it takes ${ways.join(', or ')}.`
    : `${missing}, and nothing that opens now is usually won in time (${known.medianDays ?? 'unknown'} days to close).`
}
