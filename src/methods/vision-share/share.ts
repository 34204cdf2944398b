import { randomFrom } from '../random.ts'
import { type Entry, isVision, type Unit, workOf } from './entries.ts'

export type Share = {
  unit: Unit
  vision: number
  total: number
  /** 0 to 1; null where nothing was worked. */
  share: number | null
  /** The 80 % limits; null where fewer than four person-weeks are too few to tell. */
  interval: { low: number; high: number } | null
  personWeeks: number
  /** The sentence that says the target is missed beyond chance, or null. */
  alarm: string | null
}

const leastPersonWeeks = 4
const resamples = 1000
const [lowerEnd, upperEnd] = [0.1, 0.9]

export type Asked = { current: ReadonlySet<string>; unit: Unit; seed: number; target?: number }

/** What one person did in one week. */
type PersonWeek = { vision: number; total: number }

/**
 * The share of work that leads up to a goal of the current vision, with limits from a bootstrap of person-weeks: what
 * one person does in a week hangs together, so whole ones are drawn. The alarm sounds when the upper limit is under the
 * target (90 % unless said). Throws RangeError for an amount below 0.
 */
export function visionShare(entries: readonly Entry[], { current, unit, seed, target = 0.9 }: Asked): Share {
  const weeks = personWeeks(workOf(entries), current)
  const [vision, total] = [sum(weeks, 'vision'), sum(weeks, 'total')]
  const share = total === 0 ? null : Math.min(1, vision / total)
  const interval = weeks.length < leastPersonWeeks ? null : bootstrap(weeks, randomFrom(seed))
  const isMissed = interval !== null && interval.high < target
  const alarm = isMissed
    ? `At most ${percent(interval.high)} goes to the vision, and ${percent(target)} is the target; 9 in 10 times it is less.`
    : null
  return { unit, vision, total, share, interval, personWeeks: weeks.length, alarm }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const sum = (weeks: readonly PersonWeek[], what: keyof PersonWeek): number =>
  weeks.reduce((all, one) => all + one[what], 0)

/** In an order of their own, so that the order of entries does not move the limits. */
function personWeeks(work: readonly Entry[], current: ReadonlySet<string>): PersonWeek[] {
  const byKey = new Map<string, PersonWeek>()
  for (const one of work) {
    const key = JSON.stringify([one.person, one.week])
    const known = byKey.get(key) ?? { vision: 0, total: 0 }
    if (isVision(one, current)) known.vision += one.amount
    known.total += one.amount
    byKey.set(key, known)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week)
}

function bootstrap(weeks: readonly PersonWeek[], random: () => number): { low: number; high: number } {
  const shares = new Float64Array(resamples)
  for (let resample = 0; resample < resamples; resample += 1) {
    let [vision, total] = [0, 0]
    for (let draw = 0; draw < weeks.length; draw += 1) {
      const week = weeks[Math.floor(random() * weeks.length)]!
      vision += week.vision
      total += week.total
    }
    shares[resample] = Math.min(1, vision / total)
  }
  shares.sort()
  const at = (share: number) => shares[Math.min(resamples - 1, Math.ceil(share * resamples) - 1)]!
  return { low: at(lowerEnd), high: at(upperEnd) }
}

export type Slice = { category: string; amount: number; share: number; isUnlinked: boolean }

/** What work that hangs on no item is called. */
export const unlinked = 'Not linked to an item'
const unnamed = 'Other work'

/**
 * What is not vision, by category, the most first; shares are of all work, so that with the vision share they make up 1.
 */
export function restOf(entries: readonly Entry[], current: ReadonlySet<string>): Slice[] {
  const work = workOf(entries)
  const total = work.reduce((all, one) => all + one.amount, 0)
  const byCategory = new Map<string, Slice>()
  for (const one of work.filter((entry) => !isVision(entry, current))) {
    const isUnlinked = one.item === null
    const category = isUnlinked ? unlinked : (one.category ?? unnamed)
    const slice = byCategory.get(category) ?? { category, amount: 0, share: 0, isUnlinked }
    slice.amount += one.amount
    byCategory.set(category, slice)
  }
  return [...byCategory.values()]
    .map((slice) => ({ ...slice, share: slice.amount / total }))
    .sort((a, b) => b.amount - a.amount || (a.category < b.category ? -1 : 1))
}
