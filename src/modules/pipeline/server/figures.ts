import type { Metric } from '../../../engine/query/catalogue.ts'

type Rest = Partial<Pick<Metric, 'unit' | 'direction' | 'kind' | 'additive'>>
const base = { unit: 'count', direction: 'up', kind: 'output', additive: true } as const

const reached = (id: string, stage: string, title: string, words: string): Metric => ({
  ...base,
  id,
  title,
  words,
  formula: `count of people whose ${stage} date lies in the period`,
  counted: {
    fact: 'lead',
    measure: 'count(*)',
    filter: `kind = 'contact' and ${stage}_on is not null`,
    day: `${stage}_on`,
  },
})

const opportunities = (
  id: string,
  title: string,
  words: string,
  formula: string,
  filter: string,
  day: string,
  rest: Rest = {},
): Metric => ({
  ...base,
  ...rest,
  id,
  title,
  words,
  formula,
  counted: { fact: 'opportunity', measure: 'count(*)', filter, day },
})

const value = (
  id: string,
  title: string,
  words: string,
  filter: string,
  day: string,
  rest: Rest = {},
): Metric => ({
  ...base,
  ...rest,
  id,
  title,
  words,
  formula: 'sum of amount, rounded after summing',
  unit: 'money',
  counted: { fact: 'opportunity', measure: 'sum(amount)', filter, day, currency: 'currency' },
})

const ratio = (
  id: string,
  title: string,
  words: string,
  formula: string,
  of: string,
  to: string[],
  why: string,
  rest: Rest = {},
): Metric => ({
  ...base,
  unit: 'ratio',
  additive: false,
  kind: 'outcome',
  ...rest,
  id,
  title,
  words,
  formula,
  ratio: { of, to, undefined: why },
})

export const pipelineMetrics: Metric[] = [
  reached('leads', 'lead', 'Leads', 'People who became a lead in the period.'),
  reached('mql', 'mql', 'MQL', 'Leads that marketing qualified in the period.'),
  reached('sal', 'sal', 'SAL', 'Leads that sales accepted in the period.'),
  reached('sql', 'sql', 'SQL', 'Leads that sales qualified in the period.'),
  reached(
    'movement_to_opportunity',
    'opportunity',
    'Movement to opportunity',
    'People whose first opportunity opened in the period.',
  ),
  {
    ...reached(
      'leads_won',
      'lead',
      'Leads won so far',
      'Of the people who became a lead in the period, those who have become customers, whenever that was.',
    ),
    formula: 'count of people with a lead date in the period and a won date',
    kind: 'outcome',
    counted: {
      fact: 'lead',
      measure: 'count(*)',
      filter: "kind = 'contact' and lead_on is not null and won_at is not null",
      day: 'lead_on',
    },
  },
  ratio(
    'lead_to_won',
    'Lead to won (cohort)',
    'Share of the period’s leads that have become customers so far; young cohorts are not finished.',
    'leads won so far ÷ leads',
    'leads_won',
    ['leads'],
    'there were no leads',
  ),
  {
    ...reached(
      'rejections',
      'lead',
      'Rejected leads',
      'Leads that sales rejected or disqualified in the period.',
    ),
    formula: 'count of people with a rejection date in the period',
    direction: 'down',
    counted: { fact: 'lead', measure: 'count(*)', filter: 'rejected_at is not null', day: 'rejected_on' },
  },
  opportunities(
    'opportunities',
    'Opportunities',
    'Opportunities opened in the period; those without an opening date count only over all time.',
    'count of opportunities',
    'true',
    'opened_on',
  ),
  opportunities(
    'won',
    'Won',
    'Opportunities won in the period, by their close date.',
    'count of opportunities with outcome won',
    "outcome = 'won'",
    'closed_on',
    { kind: 'outcome' },
  ),
  opportunities(
    'lost',
    'Lost',
    'Opportunities lost in the period, by their close date.',
    'count of opportunities with outcome lost',
    "outcome = 'lost'",
    'closed_on',
    { kind: 'outcome', direction: 'down' },
  ),
  opportunities(
    'open_opportunities',
    'Open opportunities',
    'Opportunities opened in the period and neither won nor lost yet.',
    'count of opportunities with outcome open',
    "outcome = 'open'",
    'opened_on',
  ),
  ratio(
    'win_rate',
    'Win rate',
    'Share of closed opportunities that were won.',
    'won ÷ (won + lost)',
    'won',
    ['won', 'lost'],
    'nothing was won or lost',
  ),
  value(
    'won_value',
    'Won value',
    'Amount of the opportunities won in the period.',
    "outcome = 'won'",
    'closed_on',
    { kind: 'outcome' },
  ),
  value(
    'pipeline_value',
    'Pipeline value',
    'Amount of the open opportunities that were opened in the period.',
    "outcome = 'open'",
    'opened_on',
  ),
  ratio(
    'average_won_value',
    'Average won value',
    'Amount of a won opportunity on average.',
    'won value ÷ won',
    'won_value',
    ['won'],
    'nothing was won',
    { unit: 'money' },
  ),
]
