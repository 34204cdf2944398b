import type { z } from 'zod'
import { count, percent } from '../../../ui/format/number.ts'
import { being, type Condition } from '../../../ui/where/where.ts'
import type { FunnelStep } from '../contract.ts'
import type { Counted } from './ExplainBehind.tsx'

export type Step = z.infer<typeof FunnelStep>
/** Whose funnel it is, and what its figures have in common. */
export type Cohort = {
  first: Step
  kind: 'contact' | 'opportunity'
  period: string
  range: { from?: string; to?: string }
  where: Condition[]
  horizon: number | null
}

const nouns = { contact: 'people', opportunity: 'opportunities' } as const

/** The same cohort, only those of one group. */
export const ofGroup = (of: Cohort, by: string, value: string | null): Cohort => ({
  ...of,
  where: [...of.where.filter((one) => one.dimension !== by), being(by, value)],
})

function shared({ first, kind, period, range, where, horizon }: Cohort) {
  return {
    period,
    asks: { ...range, where, kind, entered: first.stage, ...(horizon ? { within: horizon } : {}) },
    who: `Of all ${nouns[kind]} that entered ${first.name} in the period`,
    within: horizon ? ` within ${horizon} days` : ', whenever that was',
    limit: horizon ? ` ≤ ${first.name} + ${horizon} days` : '',
  }
}

/** How many of the cohort reached a stage. */
export function reached(of: Cohort, step: Step): Counted {
  const { asks, period, who, within, limit } = shared(of)
  return {
    label: `Reached ${step.name}`,
    value: step.reached,
    unit: 'count',
    period,
    definition: `${who}, those that reached ${step.name}${within}.`,
    formula: `count of the cohort with a date of ${step.name}${limit}`,
    asks: { ...asks, reached: step.stage },
    says: [
      ...(step.imputed > 0
        ? [
            `${count(step.imputed)} of them are put in, with the date of the next stage they reached, because this one has no date.`,
          ]
        : []),
      ...(step.fromFirst === null ? [] : [`${percent(step.fromFirst)} of the whole cohort.`]),
    ],
  }
}

/** Those who reached a stage and not the next: for good, or not yet. */
export function stayed(of: Cohort, step: Step, fate: 'gone' | 'waiting'): Counted {
  const { asks, period, who } = shared(of)
  const horizon = of.horizon ? ` within ${of.horizon} days` : ''
  const isGone = fate === 'gone'
  const past = of.horizon ? `, or have had their ${of.horizon} days` : ''
  const still = of.horizon ? ` and have had less than ${of.horizon} days` : ''
  return {
    label: isGone ? `Left after ${step.name}` : `Still open in ${step.name}`,
    value: isGone ? step.leaked : step.open,
    unit: 'count',
    period,
    definition: `${who}, those that reached ${step.name} and not the next stage${horizon}, and ${isGone ? `were rejected or lost${past}` : `are neither rejected nor lost${still}`}.`,
    formula: `count of the cohort with a date of ${step.name}, none of the next stage in time, and ${isGone ? `a rejection or loss${past}` : `no rejection or loss${still}`}`,
    asks: { ...asks, reached: step.stage, fate },
  }
}

/** What share of an earlier stage reached this one; behind it stand those it is a share of. */
export function share(of: Cohort, step: Step, before: Step, value: number | null): Counted {
  const { asks, period, within } = shared(of)
  return {
    label: `${before.name} to ${step.name}`,
    value,
    unit: 'ratio',
    reason: `Nobody reached ${before.name}.`,
    period,
    definition: `Share of those that reached ${before.name} that reached ${step.name}, too${within}.`,
    formula: `reached ${step.name} ÷ reached ${before.name}`,
    asks: { ...asks, reached: before.stage },
    parts: [
      { name: `Reached ${step.name}`, value: count(step.reached) },
      { name: `÷ reached ${before.name}`, value: count(before.reached) },
    ],
    says: [`The rows are those that reached ${before.name}.`],
  }
}

/** Said beside a stage of which not one entry has a date of its own: its share of the next is 100 % by construction. */
export const putIn = (step: Pick<Step, 'reached' | 'imputed'>): string | null =>
  step.reached > 0 && step.imputed === step.reached ? putInWords : null
export const putInWords = 'dates put in from the next stage'

/** Those of the cohort whom sales rejected for one reason. */
export function refused(of: Cohort, reason: string | null, value: number): Counted {
  const { within: _, ...asks } = shared(of).asks
  const why = reason ?? 'no reason given'
  return {
    label: `Rejected: ${why}`,
    value,
    unit: 'count',
    period: of.period,
    definition: `${shared(of).who}, those that sales rejected with the reason “${why}”, whenever that was.`,
    formula: 'count of the cohort with a rejection date and this reason',
    asks: { ...asks, fate: 'refused', where: [...of.where, being('rejection_reason', reason)] },
  }
}

type Range = { from?: string; to?: string; where: Condition[] }
type Named = { stage: string; name: string }

/** How many of those who entered one stage in a period reached another. */
export function converted(
  { entered, converted: done, rate }: { entered: number; converted: number; rate: number | null },
  from: Named,
  to: Named,
  days: number,
  period: string,
  range: Range,
): Counted {
  return {
    label: `${from.name} to ${to.name}`,
    value: rate,
    unit: 'ratio',
    period,
    definition: `Share of those that entered ${from.name} in the cohort that reached ${to.name} within ${days} days.`,
    formula: `count with a date of ${to.name} ≤ ${from.name} + ${days} days ÷ entered ${from.name}`,
    asks: { ...range, entered: from.stage },
    parts: [
      { name: `Reached ${to.name}`, value: count(done) },
      { name: `÷ entered ${from.name}`, value: count(entered) },
    ],
    says: [`The rows are those that entered ${from.name}.`],
  }
}
