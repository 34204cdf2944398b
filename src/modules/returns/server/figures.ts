import type { Fact, Metric } from '../../../engine/query/catalogue.ts'
import { channelGroupSql } from '../../imports/server/index.ts'

const base = { direction: 'down', kind: 'outcome', additive: false } as const
const counts = { unit: 'count', direction: 'up', kind: 'outcome', additive: true } as const

type Side = { cost: string; prefix: string; title: string; words: string; unknown: string }
/** Everything in the ledger, and its twin of media alone. */
const sides: Side[] = [
  {
    cost: 'cost',
    prefix: '',
    title: 'Cost',
    words: 'Everything marketing cost',
    unknown: 'no spend imported for {period}; import an ad report or add a cost',
  },
  {
    cost: 'media_cost',
    prefix: 'media_',
    title: 'Media cost',
    words: 'What media alone cost',
    unknown: 'no media spend imported for {period}; import an ad report or add a media cost',
  },
]

/** [of what, its metric, when there is none] */
type Unit = [name: string, title: string, of: string, none: string]
const inPeriod: Unit[] = [
  ['cost_per_lead', 'lead', 'leads', 'there were no leads'],
  ['cost_per_mql', 'MQL', 'mql', 'there was no MQL'],
  ['cost_per_sal', 'SAL', 'sal', 'there was no SAL'],
  ['cost_per_sql', 'SQL', 'sql', 'there was no SQL'],
  ['cost_per_opportunity', 'opportunity', 'opportunities', 'no opportunity was opened'],
  ['cost_per_sale', 'sale', 'won', 'nothing was won'],
  ['cost_per_customer', 'new customer', 'new_customers', 'nobody became a customer'],
]
const ofCohort: Unit[] = [
  [
    'cohort_cost_per_opportunity',
    'opportunity of the period’s leads so far',
    'lead_opportunities',
    'none of the leads has an opportunity',
  ],
  [
    'cohort_cost_per_sale',
    'sale to the period’s leads so far',
    'lead_sales',
    'nothing was sold to the leads',
  ],
]

const priceOf =
  (side: Side) =>
  ([name, title, of, none]: Unit): Metric => ({
    ...base,
    id: name.replace('cost_per', `${side.prefix}cost_per`),
    title: `${side.title} per ${title}`,
    words: `${side.words} in the period, for one ${title}.`,
    formula: `${side.title.toLowerCase()} ÷ ${of.replaceAll('_', ' ')}`,
    unit: 'money',
    ratio: {
      of: side.cost,
      to: [of],
      undefined: none,
      unknown: { of: side.cost, words: side.unknown },
      extraDigits: 2,
    },
  })

const gain = (id: string, title: string, words: string, value: string, side: Side): Metric => ({
  ...base,
  direction: 'up',
  id,
  title,
  words,
  formula: `(${value.replaceAll('_', ' ')} − ${side.title.toLowerCase()}) ÷ ${side.title.toLowerCase()}`,
  unit: 'ratio',
  ratio: {
    of: value,
    minus: side.cost,
    to: [side.cost],
    undefined: 'the cost is 0, or won value is in several currencies',
    unknown: { of: side.cost, words: side.unknown },
  },
})

const [full, media] = sides as [Side, Side]

export const returnMetrics: Metric[] = [
  ...sides.flatMap((side) => [...inPeriod, ...ofCohort].map(priceOf(side))),
  gain(
    'roi',
    'ROI',
    'What won value brought beyond everything it cost, out of that cost.',
    'won_value',
    full,
  ),
  gain(
    'romi',
    'ROMI',
    'What won value brought beyond what media cost, out of that cost.',
    'won_value',
    media,
  ),
  gain(
    'cohort_roi',
    'ROI of the period’s leads so far',
    'What the period’s leads brought so far beyond the cost, out of it.',
    'lead_won_value',
    full,
  ),
  gain(
    'cohort_romi',
    'ROMI of the period’s leads so far',
    'What the period’s leads brought so far beyond media cost, out of it.',
    'lead_won_value',
    media,
  ),
  {
    ...counts,
    id: 'lead_opportunities',
    title: 'Opportunities of the period’s leads so far',
    words: 'Opportunities whose first contact became a lead in the period, whenever they opened.',
    formula: 'count of opportunities by the lead date of their first contact',
    counted: { fact: 'lead_opportunity', measure: 'count(*)', day: 'lead_on' },
  },
  {
    ...counts,
    id: 'lead_sales',
    title: 'Sales to the period’s leads so far',
    words: 'Won opportunities whose first contact became a lead in the period, whenever they were won.',
    formula: 'count of won opportunities by the lead date of their first contact',
    counted: { fact: 'lead_opportunity', measure: 'count(*)', filter: "outcome = 'won'", day: 'lead_on' },
  },
  {
    ...counts,
    id: 'lead_won_value',
    title: 'Won value of the period’s leads so far',
    words: 'Amount of the won opportunities whose first contact became a lead in the period.',
    formula: 'sum of amount of won opportunities by the lead date of their first contact',
    unit: 'money',
    counted: {
      fact: 'lead_opportunity',
      measure: 'sum(amount)',
      filter: "outcome = 'won'",
      day: 'lead_on',
      currency: 'currency',
    },
  },
  {
    ...counts,
    id: 'new_customers',
    title: 'New customers',
    words: 'Accounts won for the first time in the period; a sale without an account counts by its person.',
    formula: 'count of accounts by the date of their first won opportunity',
    counted: { fact: 'customer', measure: 'count(*)', day: 'first_won_on' },
  },
]

const same = (names: string): Record<string, string> => ({
  ...Object.fromEntries(names.split(' ').map((name) => [name, name])),
  channel_group: channelGroupSql,
})
const dimensions = same(
  'origin channel campaign country region segment industry account owner product system',
)
const origin = { batch: 'batch', rowNo: 'row_no' }

export const returnFacts: Fact[] = [
  {
    name: 'lead_opportunity',
    table: 'mart.lead_opportunity',
    dimensions,
    shows: 'key name account owner channel campaign outcome amount currency lead_on closed_on'.split(' '),
    ...origin,
  },
  {
    name: 'customer',
    table: 'mart.customer',
    dimensions,
    shows: 'customer account channel campaign first_won_on sales amount currency'.split(' '),
    ...origin,
  },
]
