import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { minorDigits, toMoney } from '../../../methods/money.ts'
import { type Aim as MethodAim, marginal, response } from '../../../methods/response/index.ts'
import type { Aim, optimiser, Proposal, ProposedRow } from '../contract.ts'
import {
  allottedOf,
  flagsOf,
  gainOf,
  type Learnt,
  limitHit,
  type Proposed,
  proposalWords,
  proposedFor,
  swings,
  whyNotLimits,
} from '../rules.ts'
import { leftAloneOf, requireLearnt } from './show.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

export async function propose(ctx: Ctx, aim: In<typeof optimiser.propose>): Promise<Proposal> {
  const { learnt, metric, isStale } = await requireLearnt(ctx, aim.id)
  const objection = whyNotLimits(
    aim.limits,
    learnt.channels.map(({ name }) => name),
  )
  if (objection) throw invalid(objection)
  const minor = 10 ** -minorDigits(learnt.currency)
  const allotted = allottedOf(learnt, aim.limits, aim.change)
  const proposed = proposedFor(allotted, methodAim(aim, learnt, minor), minor)
  if (!proposed)
    throw conflict(
      `Even with every channel at its least, ${metric.title.toLowerCase()} per ${learnt.currency} stays below ${aim.least}. Ask for less, or let channels go lower.`,
    )

  const money = (amount: number) => toMoney(amount, learnt.currency)
  const today = learnt.channels.map((one) => one.today)
  const bring = (spend: readonly number[]) =>
    sum(learnt.channels.map((curve, at) => response(curve, spend[at]!)))
  const asked = aim.mode === 'budget' && aim.budgetMinor !== undefined ? aim.budgetMinor * minor : null
  const answer = {
    isStale,
    metric,
    budget: {
      today: money(sum(today)),
      asked: asked === null ? null : money(asked),
      proposed: money(sum(proposed.spend)),
    },
    outcome: { today: bring(today), proposed: bring(proposed.spend) },
    gain: gainOf(learnt, proposed.spend),
    marginal: proposed.multiplier,
    rows: rowsOf(learnt, proposed, minor),
    leftAlone: leftAloneOf(learnt),
  }
  return { ...answer, says: proposalWords(answer) }
}

function methodAim(aim: Aim, { channels }: Learnt, minor: number): MethodAim {
  if (aim.mode === 'budget') {
    const today = sum(channels.map((one) => one.today))
    return { mode: 'budget', budget: aim.budgetMinor === undefined ? today : aim.budgetMinor * minor }
  }
  if (aim.least === undefined)
    throw invalid('Say how much a unit of spend must bring at least.', [
      { field: 'least', message: 'is needed' },
    ])
  return { mode: aim.mode, least: aim.least }
}

function rowsOf(learnt: Learnt, proposed: Proposed, minor: number): ProposedRow[] {
  const intervals = swings(learnt, proposed)
  const money = (amount: number) => toMoney(amount, learnt.currency)
  return learnt.channels.map((channel, at) => {
    const spend = proposed.spend[at]!
    const { lo, hi } = proposed.allotted[at]!
    return {
      channel: channel.name,
      today: money(channel.today),
      proposed: money(spend),
      change: channel.today > 0 ? spend / channel.today - 1 : null,
      least: money(lo),
      most: money(hi),
      outcomeToday: response(channel, channel.today),
      outcomeProposed: response(channel, spend),
      marginalToday: finite(marginal(channel, channel.today)),
      marginalProposed: finite(marginal(channel, proposed.exact[at]!)),
      interval: { low: money(intervals[at]!.low), high: money(intervals[at]!.high) },
      atLimit: limitHit(proposed.allotted[at]!, spend, minor),
      flags: flagsOf(learnt, at, spend),
    }
  })
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0)

const heading =
  'channel,currency,today,proposed,change,least,most,outcome_today,outcome_proposed,marginal_today,marginal_proposed,proposed_low,proposed_high,flags'

export async function exportProposal(ctx: Ctx, { format, ...aim }: In<typeof optimiser.exportProposal>) {
  const { rows, leftAlone, metric } = await propose(ctx, aim)
  const told = rows.map((row) => [
    row.channel,
    row.today.currency,
    row.today.amount,
    row.proposed.amount,
    row.change,
    row.least.amount,
    row.most.amount,
    row.outcomeToday,
    row.outcomeProposed,
    row.marginalToday,
    row.marginalProposed,
    row.interval.low.amount,
    row.interval.high.amount,
    row.flags.join(' '),
  ])
  const left = leftAlone.map(({ name, today, reason }) => [
    ...[name, today.currency, today.amount, today.amount, 0],
    ...new Array<null>(8).fill(null),
    `Left as it is: ${reason}`,
  ])
  return tableFile(format, {
    name: `spend-for-${metric.id}`,
    heading: heading.split(','),
    rows: [...told, ...left],
  })
}
