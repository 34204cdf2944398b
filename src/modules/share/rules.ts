import { type Entry, restOf, visionShare } from '../../methods/vision-share.ts'
import type { dutyNames } from '../availability/rules.ts'

/** What somebody did on an item or a duty, in minutes. */
export type Worked = {
  personId: string
  week: string
  minutes: number
  itemId: string | null
  duty: keyof typeof dutyNames | null
  source: 'entries' | 'stages' | 'plan'
  isVision: boolean
}

const current = new Set(['vision'])
const toEntry = (one: Worked): Entry => ({
  ...{ person: one.personId, week: one.week, amount: one.minutes, item: one.itemId, kind: 'work' },
  goals: one.isVision ? ['vision'] : [],
})

/** The share with its limits, told in minutes. */
export function figureOf(all: readonly Worked[], { seed, percent }: { seed: number; percent: number }) {
  const found = visionShare(all.map(toEntry), { current, unit: 'hours', seed, target: percent / 100 })
  return {
    ...{ share: found.share, low: found.interval?.low ?? null, high: found.interval?.high ?? null },
    ...{ vision: found.vision, total: found.total, alarm: found.alarm, personWeeks: found.personWeeks },
  }
}

export const shareOf = (all: readonly Worked[]): number | null => {
  const total = all.reduce((sum, one) => sum + one.minutes, 0)
  const vision = all.reduce((sum, one) => sum + (one.isVision ? one.minutes : 0), 0)
  return total === 0 ? null : vision / total
}

/** What is not vision by names; shares are of all work. */
export function slicesOf(all: readonly Worked[], nameOf: (one: Worked) => string) {
  const entries = all.map((one) => ({ ...toEntry(one), item: one.itemId ?? 'none', category: nameOf(one) }))
  return restOf(entries, current).map(({ category, amount, share }) => ({
    ...{ name: category, minutes: amount, share },
  }))
}

/** Is a share of these people for somebody, who leads some of them? */
export const isTold = (people: readonly string[], isLed: (id: string) => boolean): boolean =>
  people.length >= 5 || (people.length > 0 && people.every(isLed))

const oneDigit = (value: number): string =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(1)}`

export const pointsInWords = (points: number): string =>
  Math.abs(points) < 0.05 ? 'no point worth naming' : `${oneDigit(points)} points`

const tenths = (share: number): number => Math.round(share * 1000)
/** Points between two shares as both are shown, so that what is announced is what one reads on the meter. */
export const pointsBetween = (before: number, after: number): number => (tenths(after) - tenths(before)) / 10

export const percentInWords = (share: number): string => `${(share * 100).toFixed(1)} %`
