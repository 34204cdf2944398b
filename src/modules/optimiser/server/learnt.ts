import { type Learnt, sorted, todayOf } from '../rules.ts'
import type { Answer } from './fit-worker.ts'
import type { Weeks } from './weeks.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

const tooMuch =
  'The curves say that spend brought more than came in all, so they credit it with what else was at work. Do not move money by them.'

/** What is kept of a fit. */
export function learntOf(weeks: Weeks, { fit, draws }: Answer, notices: string[]): Learnt {
  const { told, left } = sorted(weeks.channels)
  const fitted = fit.baseline.map((value, t) => value + sum(fit.channels.map((one) => one.contribution[t]!)))
  return {
    currency: weeks.currency,
    outcomeCurrency: weeks.outcomeCurrency,
    weeks: weeks.periods.map(({ startsOn }) => startsOn),
    family: fit.family,
    rSquared: fit.rSquared,
    isTold: fit.isTold,
    outcome: weeks.outcome,
    baseline: fit.baseline,
    fitted,
    channels: fit.channels.map(({ contribution, ...curve }, at) => {
      const { spend, total } = told[at]!
      return {
        ...curve,
        spend: total.amount,
        today: todayOf(spend),
        least: Math.min(...spend),
        most: Math.max(...spend),
        contribution: sum(contribution),
      }
    }),
    leftAlone: left.map(({ name, spend, reason }) => ({ name, today: todayOf(spend), reason })),
    draws: draws.map(({ curves, totals }) => ({ curves, totals })),
    notices: sum(fit.baseline) < 0 ? [...notices, tooMuch] : notices,
  }
}
