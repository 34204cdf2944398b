import type { Out } from '../../../kernel/contract.ts'
import { count, percent } from '../../../ui/format/number.ts'
import type { Condition } from '../../../ui/where/where.ts'
import type { pipeline } from '../contract.ts'
import { putInWords } from './counted.ts'
import type { Counted } from './ExplainBehind.tsx'

type Trajectory = Out<typeof pipeline.trajectory>
type Week = Trajectory['weeks'][number]
type Stage = Trajectory['stages'][number]

export const isPutIn = (data: Trajectory, stage: string): boolean =>
  data.stages.some((one) => one.id === stage && one.imputed)

const spanWords = ({ from, to }: { from: string; to: string }) => `${from} to ${to}`

/** The level of a stage: the mean of the last weeks that are over. */
export function levelOf(
  { weeks, levelOf: span, stages }: Trajectory,
  readOut: Trajectory['readOuts'][number],
  where: Condition[],
): Counted | undefined {
  if (!span || readOut.level === null) return undefined
  const { name, stage } = readOut
  const own = weeks.filter((week) => week.from >= span.from && week.to <= span.to)
  const entries = own.reduce((sum, week) => sum + (week.entered[stage] ?? 0), 0)
  return {
    label: `${name} a week`,
    value: Math.round(readOut.level * 10) / 10,
    unit: 'number',
    period: spanWords(span),
    definition: `Entries into ${name} a week, the mean of the last ${span.weeks} weeks that are over. ${readOut.says}`,
    formula: `${name} entries ÷ weeks`,
    asks: { from: span.from, to: span.to, where, entered: stage },
    parts: [
      { name: `${name} entries`, value: count(entries) },
      { name: '÷ weeks', value: count(span.weeks) },
    ],
    says: stages.some((one) => one.id === stage && one.imputed) ? [saysPutIn(name)] : [],
  }
}

const saysPutIn = (name: string) => `${name} has no dates of its own: ${putInWords}.`

/** How many entered a stage in one week. */
export const enteredIn = (week: Week, { id, name, imputed }: Stage, where: Condition[]): Counted => ({
  label: `${name} in ${week.week}`,
  value: week.entered[id] ?? 0,
  unit: 'count',
  period: spanWords(week),
  definition: `Those that entered ${name} in the week.`,
  formula: `count with a date of ${name} in the week`,
  asks: { from: week.from, to: week.to, where, entered: id },
  says: imputed ? [saysPutIn(name)] : [],
})

function cohortOf({ stages, asOf }: Trajectory, week: Week, where: Condition[]) {
  const [first, last] = [stages[0]!, stages.at(-1)!]
  return {
    first,
    last,
    period: `${spanWords(week)}, as of ${asOf}`,
    asks: { from: week.from, to: week.to, where, entered: first.id, asOf },
  }
}

/** What a week's cohort has won so far. */
export function wonOf(data: Trajectory, week: Week, where: Condition[]): Counted {
  const { first, last, period, asks } = cohortOf(data, week, where)
  return {
    label: `${last.name} so far, of ${week.week}`,
    value: week.won,
    unit: 'count',
    period,
    definition: `Of those that entered ${first.name} in the week, those that have reached ${last.name}.`,
    formula: `count with a date of ${first.name} in the week and one of ${last.name}`,
    asks: { ...asks, reached: last.id },
  }
}

/** Where a week's cohort is expected to end; behind it stands the whole cohort. */
export function expectedOf(data: Trajectory, week: Week, where: Condition[]): Counted {
  const { first, last, period, asks } = cohortOf(data, week, where)
  const toCome = (week.expectedWon ?? 0) - week.won
  return {
    label: `${last.name} expected, of ${week.week}`,
    value: week.expectedWon === null ? null : Math.round(week.expectedWon * 10) / 10,
    unit: 'number',
    period,
    definition: `What the cohort has won and what its age lets us expect: those still open win as older ones of the same age went on to. An extrapolation, not a promise.`,
    formula: 'won so far + Σ over those still open of (F(∞) − F(age)) ÷ S(age), F by Aalen–Johansen',
    asks,
    parts: [
      { name: `${last.name} so far`, value: count(week.won) },
      { name: '+ still to come', value: count(Math.round(toCome * 10) / 10) },
    ],
    says: [`The rows are all that entered ${first.name} in the week.`],
  }
}

/** How far a week's cohort is on its way. */
export function maturityOf(data: Trajectory, week: Week, where: Condition[]): Counted {
  const { first, last, period, asks } = cohortOf(data, week, where)
  return {
    label: `Maturity of ${week.week}`,
    value: week.maturity,
    unit: 'ratio',
    reason: `Nobody entered ${first.name} in the week, or nothing was ever won.`,
    period,
    definition: `The share of its final ${last.name} that the age of the cohort lets us expect to have happened.`,
    formula: 'mean over the cohort of F(age) ÷ F(∞), F by Aalen–Johansen',
    asks,
    says:
      week.maturity === null
        ? []
        : [`Older cohorts had ${percent(week.maturity, 0)} of their wins behind them at this age.`],
  }
}
