import type { Fact, Metric } from '../../../engine/query/catalogue.ts'
import { type Model, models } from '../rules.ts'

/** What is known of the opportunity besides the currency that counts, by the columns of its mart. */
export const ofOpportunity = [
  'segment',
  'industry',
  'country',
  'region',
  'product',
  'product_family',
  'account',
  'owner',
  'manager',
  'team',
  'origin',
  'landing_page',
  'kind',
  'sold_currency',
  'system',
]

/** What a credit can be broken down by: the touch’s channel and campaign, and what is known of the opportunity. */
export const dimensions = ['channel', 'campaign', ...ofOpportunity, 'currency']

/** One reading of the credits for each model, so that the rows behind a figure add up to it. */
export const creditFacts: Fact[] = models.map(({ id }) => ({
  name: `credit_${id}`,
  table: `(select *, "${id}" * unit as credit, w_${id} as sales from mart.credit where n = 0 or w_${id} > 0)`,
  dimensions: {
    ...Object.fromEntries(dimensions.map((name) => [name, name])),
    attributed: "if(n = 0, 'no', 'yes')",
  },
  shows: ['closed_on', 'opportunity', 'account', 'n', 'm', 'at', 'channel', 'campaign', 'credit', 'sales'],
  batch: 'batch',
  rowNo: 'row_no',
  unattributed: 'coalesce(sum(sales) filter (where n = 0), 0) / sum(sales)',
  isReading: true,
}))

const value = ({ id, title, words }: Model): Metric => ({
  id: `attributed_value_${id}`,
  title: `Attributed value: ${title}`,
  words: `Won value credited to touches. ${words} Sales without a touch stay unattributed: their channel is blank.`,
  formula: 'sum of the credits of won opportunities, each in whole minor units',
  unit: 'money',
  direction: 'up',
  kind: 'outcome',
  additive: true,
  counted: { fact: `credit_${id}`, measure: 'sum(credit)', day: 'closed_on', currency: 'currency' },
})

const sales = ({ id, title, words }: Model): Metric => ({
  id: `attributed_won_${id}`,
  title: `Attributed sales: ${title}`,
  words: `Won opportunities credited to touches, in parts. ${words}`,
  formula: 'sum of the weights of touches; they add up to 1 for each won opportunity',
  unit: 'count',
  direction: 'up',
  kind: 'outcome',
  additive: true,
  counted: { fact: `credit_${id}`, measure: 'sum(sales)', day: 'closed_on' },
})

export const creditMetrics: Metric[] = models.flatMap((model) => [value(model), sales(model)])
