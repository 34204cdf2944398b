import type { Metric } from '../../../engine/query/catalogue.ts'

const base = { kind: 'output', additive: true } as const
const counted = {
  fact: 'lead',
  filter: "kind = 'contact' and mql_on is not null and sal_on >= mql_on",
  day: 'mql_on',
}

/** How fast sales takes over what marketing qualified, by the day it was qualified. */
export const handoverMetrics: Metric[] = [
  {
    ...base,
    id: 'accepted',
    title: 'MQL accepted so far',
    words:
      'Of the leads that marketing qualified in the period, those that sales has accepted, whenever that was.',
    formula: 'count of people with an MQL date in the period and a SAL date',
    unit: 'count',
    direction: 'up',
    counted: { ...counted, measure: 'count(*)' },
  },
  {
    ...base,
    id: 'acceptance_days',
    title: 'Days waited for acceptance',
    words: 'Days from MQL to SAL, all leads of the period that sales has accepted taken together.',
    formula: 'sum of days from MQL to SAL',
    unit: 'days',
    direction: 'down',
    counted: { ...counted, measure: "sum(date_diff('day', mql_on, sal_on))" },
  },
  {
    ...base,
    id: 'days_to_acceptance',
    title: 'Days to acceptance',
    words:
      'Days from MQL to SAL on average, for leads qualified in the period that sales has accepted so far.',
    formula: 'days waited for acceptance ÷ MQL accepted so far',
    unit: 'days',
    direction: 'down',
    additive: false,
    ratio: { of: 'acceptance_days', to: ['accepted'], undefined: 'sales accepted none of them' },
  },
]
