import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { addDays } from '../../../methods/fiscal.ts'
import { toMoney } from '../../../methods/money.ts'
import type { CurveShown, Fitted, optimiser } from '../contract.ts'
import { eightInTen, isUntold, type Learnt, pointsOf, shapeWords, sorted, todayOf } from '../rules.ts'
import { findFit } from './fits.ts'
import { type FitRow, toRun } from './tables.ts'
import { weeksOf } from './weeks.ts'

export async function readiness(ctx: Ctx, { metric }: In<typeof optimiser.readiness>) {
  const weeks = await weeksOf(ctx, metric)
  const { told, left } = sorted(weeks.channels)
  const reasons = new Map(left.map(({ name, reason }) => [name, reason]))
  return {
    metric: about(weeks.metric, weeks.outcomeCurrency),
    weeks: {
      count: weeks.periods.length,
      from: weeks.periods[0]?.startsOn ?? null,
      to: weeks.periods.at(-1)?.endsOn ?? null,
    },
    refused: weeks.refused,
    channels: [...told, ...left].map(({ name, spend, total }) => ({
      name,
      spend: total,
      today: toMoney(todayOf(spend), weeks.currency),
      leftAlone: reasons.get(name) ?? null,
    })),
    notices: weeks.notices,
  }
}

type About = { id: string; title: string; unit: string }
const about = ({ id, title, unit }: About, currency: string | null) => ({ id, title, unit, currency })

/** A finished fit, what it learnt, and whether the weeks still say the same. */
export async function requireLearnt(ctx: Ctx, id: string) {
  const row = await findFit(ctx.db, id)
  if (!row) throw missing('This fit')
  if (row.state !== 'done' || row.result === null)
    throw conflict('This fit has no curves: it is still running, or it was stopped. Ask for a new one.')
  const known = ctx.use(catalogue).metrics.get(row.metric)
  const metric = about(
    known ?? { id: row.metric, title: row.metric, unit: 'count' },
    row.result.outcomeCurrency,
  )
  const isStale = !known || (await weeksOf(ctx, row.metric)).signature !== row.signature
  return { row: row as FitRow & { result: Learnt }, learnt: row.result, metric, isStale }
}

export async function show(ctx: Ctx, { id }: In<typeof optimiser.show>): Promise<Fitted> {
  const { row, learnt, metric, isStale } = await requireLearnt(ctx, id)
  const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)
  return {
    run: toRun(row),
    metric,
    currency: learnt.currency,
    weeks: { count: learnt.weeks.length, from: learnt.weeks[0]!, to: addDays(learnt.weeks.at(-1)!, 6) },
    isStale,
    family: learnt.family,
    rSquared: learnt.rSquared,
    isTold: learnt.isTold,
    outcome: total(learnt.outcome),
    baseline: total(learnt.baseline),
    curves: learnt.channels.map((_, at) => toCurve(learnt, at)),
    leftAlone: leftAloneOf(learnt),
    series: learnt.weeks.map((week, t) => ({
      week,
      outcome: learnt.outcome[t]!,
      fitted: learnt.fitted[t]!,
      baseline: learnt.baseline[t]!,
    })),
    notices: learnt.notices,
  }
}

export const leftAloneOf = ({ leftAlone, currency }: Learnt) =>
  leftAlone.map(({ name, today, reason }) => ({ name, reason, today: toMoney(today, currency) }))

function toCurve(learnt: Learnt, at: number): CurveShown {
  const channel = learnt.channels[at]!
  const money = (amount: number) => toMoney(amount, learnt.currency)
  const interval = eightInTen(learnt.draws.map(({ totals }) => totals[at]!))
  const outcome = learnt.outcome.reduce((sum, one) => sum + one, 0)
  const { spend, contribution } = channel
  return {
    name: channel.name,
    says: shapeWords(channel, learnt.currency),
    alpha: channel.alpha,
    today: money(channel.today),
    observed: { least: money(channel.least), most: money(channel.most) },
    points: pointsOf(learnt, at),
    spend: money(spend),
    contribution,
    contributionInterval: interval,
    share: outcome > 0 ? contribution / outcome : 0,
    returned: spend > 0 ? contribution / spend : null,
    returnedInterval: spend > 0 ? { low: interval.low / spend, high: interval.high / spend } : null,
    notices: isUntold(learnt, at, contribution)
      ? ['The weeks do not tell that it brings anything: some redraws find next to nothing.']
      : [],
  }
}
