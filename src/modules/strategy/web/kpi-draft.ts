import { z } from 'zod'
import type { Asked } from '../../../kernel/contract.ts'
import type { MetricShown } from '../../metrics/contract.ts'
import { Direction, type Kpi, PathKind, type strategy } from '../contract.ts'

const words = z.string().trim().min(3, 'takes at least 3 letters')

/** The form of a proposal: flat, as one types it. */
export const KpiDraft = z.object({
  name: words.max(120),
  metric: z.string(),
  where: z.string().trim().optional(),
  title: z.string().trim().optional(),
  source: z.string().trim().optional(),
  unit: z.enum(['count', 'money', 'ratio', 'days']).optional(),
  kind: z.enum(['activity', 'output', 'outcome']).optional(),
  isLevel: z.boolean().optional(),
  better: Direction.optional(),
  days: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/, 'needs a first and a last day'),
  baseline: z.number(),
  target: z.number(),
  pathKind: PathKind,
  points: z.string().trim().optional(),
  ownerId: z.string(),
  bossId: z.string().optional(),
  aboveId: z.string().optional(),
  decision: words.max(500),
  why: words.max(500),
  leads: z.string().optional(),
  goalId: z.string().optional(),
})
export type KpiDraft = z.output<typeof KpiDraft>

export const manualMetric = 'by-hand'

/** What the door takes, of what was typed. */
export function toAsked(draft: KpiDraft, supersedes: string | undefined): Asked<typeof strategy.proposeKpi> {
  const {
    metric,
    where = '',
    days,
    points = '',
    title = '',
    source = '',
    unit,
    kind,
    isLevel,
    ...said
  } = draft
  const [from = '', to = ''] = days.split('..')
  const isManual = metric === manualMetric
  const manual = {
    ...{ title, source, words: title, unit: unit ?? 'count', kind: kind ?? 'outcome' },
    ...{ better: said.better ?? 'up', isCumulative: !isLevel },
  }
  return {
    ...said,
    ...(isManual ? { manual } : { metric, where: linesOf(where) }),
    ...{ from, to },
    ...(said.pathKind === 'custom' ? { points: numbersOf(points) } : {}),
    ...(supersedes ? { supersedes } : {}),
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
/** Numbers one under another, or with spaces or semicolons between. */
const numbersOf = (text: string): number[] =>
  text
    .split(/[\s;]+/)
    .filter(Boolean)
    .map((one) => Number(one.replaceAll(',', '')))

/** A successor begins as what it is to take the place of. */
export function draftOf(kpi: Kpi): Partial<KpiDraft> {
  const { definition, period, goal } = kpi
  return {
    ...{ name: kpi.name, metric: definition.metric ?? manualMetric, better: definition.better },
    where: definition.where
      .map(
        ({ dimension, is, values }) =>
          `${dimension}${is === 'not_in' ? '!=' : is === 'contains' ? '~' : '='}${values.join('|')}`,
      )
      .join('\n'),
    ...{ title: definition.title, source: definition.source, unit: definition.unit, kind: definition.kind },
    isLevel: !definition.isCumulative,
    days: `${period.from}..${period.to}`,
    ...{ baseline: kpi.baseline, target: kpi.target, pathKind: kpi.pathKind },
    points: kpi.path.map((one) => one.value).join('\n'),
    ...{ ownerId: kpi.owner.id, decision: kpi.decision, why: kpi.why },
    ...(kpi.lead ? { leads: kpi.lead.metric } : {}),
    ...(goal ? { goalId: goal.id } : {}),
  }
}

const kinds = { activity: 'what we did', output: 'what it produced', outcome: 'what it changed' }

export const metricOptions = (items: MetricShown[]) => [
  { value: manualMetric, label: 'Not in the catalogue', hint: 'values kept by hand' },
  ...items.map(({ id, title, kind }) => ({ value: id, label: title, hint: kinds[kind] })),
]
