import {
  type Aim,
  type Allotted,
  allocateFor,
  marginal,
  quantile,
  response,
} from '../../../methods/response/index.ts'
import { roundedTogether } from '../../../methods/rounding.ts'
import { limitOf } from '../rules.ts'
import type { Limit } from '../things.ts'
import { eightInTen, isUntold, type Learnt } from './learnt.ts'

export type Proposed = {
  /** As the curves have it, and rounded together to whole minor units. */
  exact: number[]
  spend: number[]
  allotted: Allotted[]
  budget: number
  /** The marginal return of channels between their limits; null where none is. */
  multiplier: number | null
}

/** Channels with how far each may move. */
export const allottedOf = (learnt: Learnt, limits: readonly Limit[], change: number): Allotted[] =>
  learnt.channels.map((curve) => {
    const { lo, hi } = limitOf(curve.name, limits, change)
    return { curve, lo: lo * curve.today, hi: hi * curve.today }
  })

/** The spend that brings most, in whole minor units that add up to the budget; null where the aim cannot be met. */
export function proposedFor(allotted: Allotted[], aim: Aim, minor: number): Proposed | null {
  const found = allocateFor(allotted, aim)
  if (!found) return null
  const { spend } = found.allocation
  const steps = roundedTogether(spend, minor)
  const inside = allotted.flatMap(({ curve }, at) =>
    limitHit(allotted[at]!, spend[at]!, minor) === null ? [marginal(curve, spend[at]!)] : [],
  )
  return {
    exact: spend,
    spend: steps.map((one) => one * minor),
    allotted,
    budget: found.budget,
    multiplier: inside.length > 0 ? inside.reduce((sum, one) => sum + one, 0) / inside.length : null,
  }
}

/** Which of its limits a spend has come to. */
export function limitHit({ lo, hi }: Allotted, spend: number, minor: number): 'least' | 'most' | null {
  if (spend >= hi - minor) return 'most'
  return spend <= lo + minor ? 'least' : null
}

/** What is proposed beside today: on the curves, and over the redraws. */
export function gainOf({ channels, draws }: Learnt, spend: readonly number[]) {
  const difference = (curves: readonly Parameters<typeof response>[0][]) =>
    curves.reduce(
      (sum, curve, at) => sum + response(curve, spend[at]!) - response(curve, channels[at]!.today),
      0,
    )
  const gains = draws.map(({ curves }) => difference(curves))
  return {
    point: difference(channels),
    expected: gains.reduce((sum, one) => sum + one, 0) / Math.max(1, gains.length),
    downside: quantile(gains, 0.1),
    upside: quantile(gains, 0.9),
    likely: gains.filter((one) => one > 0).length / Math.max(1, gains.length),
  }
}

/** Of the grid that finds an allocation where curves bend upwards first: enough to tell where one swings. */
const steps = 120

/** Where the redraws, each by itself, would put every channel within the same limits. */
export function swings({ draws }: Learnt, { allotted, budget }: Proposed): { low: number; high: number }[] {
  const each = draws.map(({ curves }) => {
    const own = allotted.map((one, at) => ({ ...one, curve: curves[at]! }))
    return allocateFor(own, { mode: 'budget', budget }, steps)!.allocation.spend
  })
  return allotted.map((_, at) => eightInTen(each.map((spend) => spend[at]!)))
}

/** What to beware of before a channel's spend is changed. */
export const flagWords = {
  above: 'More than in any week seen: what it brings there is a guess.',
  below: 'Less than in any week seen: what is lost there is a guess.',
  untold: 'The weeks do not tell that it brings anything: try it before you rely on it.',
} as const

export function flagsOf(learnt: Learnt, at: number, spend: number): string[] {
  const { most, least, contribution } = learnt.channels[at]!
  return [
    ...(spend > most * (1 + 1e-9) ? [flagWords.above] : []),
    ...(spend < least * (1 - 1e-9) ? [flagWords.below] : []),
    ...(isUntold(learnt, at, contribution) ? [flagWords.untold] : []),
  ]
}
