import type { Out } from '../../../kernel/contract.ts'
import { count } from '../../../ui/format/number.ts'
import { days } from '../../../ui/format/when.ts'
import type { Condition } from '../../../ui/where/where.ts'
import type { pipeline } from '../contract.ts'
import type { Counted } from './ExplainBehind.tsx'

type Range = { from?: string; to?: string; where: Condition[] }
type Promise = Out<typeof pipeline.sla>['stages'][number]
type Times = Out<typeof pipeline.timeInStage>
export type Judged = 'kept' | 'broken' | 'due' | 'overdue'
/** Whose time in which stage. */
export type Stay = { stage: string; name: string; period: string; cohort: Range }

const judged: Record<Judged, { title: string; words: (limit: string) => string; formula: string }> = {
  kept: { title: 'kept', words: (limit) => `left it within ${limit}`, formula: 'left ≤ entry + limit' },
  broken: {
    title: 'broken',
    words: (limit) => `left it after more than ${limit}`,
    formula: 'left > entry + limit',
  },
  due: {
    title: 'in time so far',
    words: (limit) => `are still there, not yet ${limit}`,
    formula: 'not left, and entry + limit ≥ now',
  },
  overdue: {
    title: 'overdue',
    words: (limit) => `are still there after more than ${limit}`,
    formula: 'not left, and entry + limit < now',
  },
}

/** How many kept, broke or have yet to keep what was agreed for a stage. */
export function promised(line: Promise, fate: Judged, period: string, cohort: Range): Counted {
  const { title, words, formula } = judged[fate]
  return {
    label: `${line.name}: ${title}`,
    value: fate === 'due' ? line.open : line[fate],
    unit: 'count',
    period,
    definition: `Of those that entered ${line.name} in the period, with a date of their own, those that ${words(`${line.slaDays} days`)}. Left is gone on, rejected or lost.`,
    formula: `count of ${line.name} entries where ${formula} (${line.slaDays} days)`,
    asks: { ...cohort, entered: line.stage, fate },
  }
}

export const ways: Record<string, string> = {
  advanced: 'go on to the next stage',
  rejected: 'are rejected',
  lost: 'are lost',
}

const asked = ({ stage, period, cohort }: Stay, fate: Counted['asks']['fate']) => ({
  period,
  asks: { ...cohort, entered: stage, fate },
})
const entriesOf = (name: string) => `Everybody who entered ${name} in the period with a date of their own.`

/** The figures above the curves, each with how its tile looks. */
export function stays(of: Stay, times: Times) {
  const [low, high] = times.medianInterval
  const interval = low === null ? '' : `95 %: ${days(low)} to ${high === null ? 'unknown' : days(high)}`
  return [
    { better: 'down' as const, period: interval, counted: quantile(of, times, 'Half', times.median) },
    { better: 'down' as const, period: '', counted: quantile(of, times, '85 %', times.p85) },
    { period: '', counted: entered(of, times) },
    { period: '', counted: here(of, times) },
    ...(times.overdue > 0 ? [{ better: 'down' as const, period: '', counted: overdue(of, times) }] : []),
  ]
}

const quantile = (of: Stay, times: Times, part: 'Half' | '85 %', value: number | null): Counted => ({
  ...asked(of, 'dated'),
  label: `${part} have left after`,
  value,
  unit: 'days',
  reason: part === 'Half' ? 'More than half are still there.' : 'More than 15 % are still there.',
  definition: `${entriesOf(of.name)} After so many days ${part === 'Half' ? 'half' : part} of them have left the stage; those still there count as long as they are known.`,
  formula: `first day on which the Kaplan–Meier curve is at or below ${part === 'Half' ? '50' : '15'} %`,
  parts: partsOf(times),
})

const entered = (of: Stay, times: Times): Counted => ({
  ...asked(of, 'dated'),
  label: 'Entered',
  value: times.entries,
  unit: 'count',
  definition: entriesOf(of.name),
  formula: `count of ${of.name} entries with a date of their own`,
})

const here = (of: Stay, times: Times): Counted => ({
  ...asked(of, 'open'),
  label: 'Still there',
  value: times.open,
  unit: 'count',
  definition: `Of those that entered ${of.name}, those that have neither gone on nor were rejected or lost.`,
  formula: `count of ${of.name} entries without a way out`,
})

function overdue(of: Stay, times: Times): Counted {
  const { period, asks } = asked(of, 'late')
  const limit = times.p85 ?? 0
  return {
    label: 'Overdue',
    value: times.overdue,
    unit: 'count',
    period,
    definition: `Still in ${of.name} for longer than the ${days(limit)} after which 85 % have left.`,
    formula: `count of ${of.name} entries still there where now − entry > ${days(limit)}`,
    asks: { ...asks, olderThan: limit },
  }
}

/** A point of the curve: the share still in the stage after so many days. */
export const stillThere = (of: Stay, times: Times, day: number, value: number): Counted => ({
  ...asked(of, 'dated'),
  label: `Still in ${of.name} after ${days(day)}`,
  value,
  unit: 'ratio',
  definition: `Share of those that entered ${of.name} that is still there after ${days(day)}.`,
  formula: 'Kaplan–Meier: the product over the days of 1 − left ÷ still there',
  parts: partsOf(times),
})

/** A point of a way out: the share that has left by it within so many days; behind it all who ever have. */
export const leftBy = (of: Stay, times: Times, cause: string, day: number, value: number): Counted => ({
  ...asked(of, cause as Counted['asks']['fate']),
  label: `${ways[cause] ?? cause} within ${days(day)}`,
  value,
  unit: 'ratio',
  definition: `Share of those that entered ${of.name} that ${ways[cause] ?? cause} within ${days(day)}.`,
  formula: 'Aalen–Johansen: the sum over the days of still there × left this way ÷ at risk',
  parts: partsOf(times),
  says: ['The rows are all who left this way, whenever that was.'],
})

const partsOf = (times: Times) => [
  { name: 'Entered', value: count(times.entries) },
  { name: 'Still there', value: count(times.open) },
]
