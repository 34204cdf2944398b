import {
  type Curve,
  type Draw,
  type Fit,
  inseparable,
  quantile,
  response,
  type Weekly,
  whyLeftAlone,
} from '../../../methods/response/index.ts'
import { unknownChannel } from '../rules.ts'

/** What is kept of a fit: numbers only, so that it can be shown again after the weeks have changed. */
export type Learnt = {
  currency: string
  outcomeCurrency: string | null
  weeks: string[]
  family: Fit['family']
  rSquared: number
  /** Whether the curves say more than level, trend and season do by themselves. */
  isTold: boolean
  outcome: number[]
  baseline: number[]
  fitted: number[]
  channels: LearntChannel[]
  leftAlone: { name: string; today: number; reason: string }[]
  /** A curve for each channel in each redraw, and what it brought in all. */
  draws: Pick<Draw, 'curves' | 'totals'>[]
  notices: string[]
}

type LearntChannel = Curve & {
  name: string
  alpha: number
  /** What was spent in the weeks seen, an average week of the last 52, the least and the most of a week. */
  spend: number
  today: number
  least: number
  most: number
  contribution: number
}

type Named = Weekly['channels'][number]

/** Channels whose response can be told, and those that are left alone with the reason. */
export function sorted<T extends Named>(
  channels: readonly T[],
): { told: T[]; left: (T & { reason: string })[] } {
  const judged = channels.map((one) => ({
    one,
    reason:
      one.name === unknownChannel ? 'nobody says which channel it was spent on' : whyLeftAlone(one.spend),
  }))
  return {
    told: judged.flatMap(({ one, reason }) => (reason === null ? [one] : [])),
    left: judged.flatMap(({ one, reason }) => (reason === null ? [] : [{ ...one, reason }])),
  }
}

/** Channels that move together, in a sentence each. */
export const togetherWords = (weekly: Weekly): string[] =>
  inseparable(weekly).map(
    ({ a, b }) =>
      `${a} and ${b} were nearly always spent on together, so what one brings may be told of the other. Vary one alone for some weeks to tell them apart.`,
  )

const tenth = 0.1

/** Where eight of ten values lie. */
export const eightInTen = (values: readonly number[]): { low: number; high: number } => ({
  low: quantile(values, tenth),
  high: quantile(values, 1 - tenth),
})

/** Whether some redraws find hardly any response: then the curve may be nothing. */
export function isUntold({ draws }: Pick<Learnt, 'draws'>, at: number, contribution: number): boolean {
  const { low } = eightInTen(draws.map(({ totals }) => totals[at]!))
  return contribution <= 0 || low < contribution / 10
}

const points = 41
/** How far beyond the most seen a curve is drawn. */
const beyond = 1.3

/** A channel's curve over even spends a week, with where eight in ten redraws put it. */
export function pointsOf({ channels, draws }: Pick<Learnt, 'channels' | 'draws'>, at: number) {
  const channel = channels[at]!
  const end = Math.max(channel.most, channel.today) * beyond
  return Array.from({ length: points }, (_, n) => {
    const spend = (end * n) / (points - 1)
    const drawn = draws.map(({ curves }) => response(curves[at]!, spend))
    const wide = { low95: quantile(drawn, 0.025), high95: quantile(drawn, 0.975) }
    return { spend, outcome: response(channel, spend), ...eightInTen(drawn), ...wide }
  })
}
