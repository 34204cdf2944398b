import type { Fact, Metric } from '../../../engine/query/catalogue.ts'
import { channelGroupSql } from '../../imports/server/index.ts'
import { besidesPeople } from './seeing.ts'

const counted = (measure: string, currency?: string) => ({
  counted: { fact: 'ad_day', measure, filter: 'is_counted', day: 'day', ...(currency ? { currency } : {}) },
})

const activity = { unit: 'count', direction: 'up', kind: 'activity', additive: true } as const
const price = { unit: 'money', direction: 'down', kind: 'outcome', additive: false } as const

const adMetrics: Metric[] = [
  {
    ...activity,
    id: 'spend',
    title: 'Spend',
    words:
      'What the advertising platforms charged, as imported. Of several levels of detail for one platform and day only one counts.',
    formula: 'sum of cost',
    unit: 'money',
    direction: 'none',
    ...counted('sum(spend)', 'currency'),
  },
  {
    ...activity,
    id: 'impressions',
    title: 'Impressions',
    words: 'How often an advertisement was shown.',
    formula: 'sum of impressions',
    direction: 'none',
    ...counted('sum(impressions)'),
  },
  {
    ...activity,
    id: 'clicks',
    title: 'Clicks',
    words: 'How often an advertisement was clicked.',
    formula: 'sum of clicks',
    ...counted('sum(clicks)'),
  },
  {
    ...activity,
    id: 'interactions',
    title: 'Interactions',
    words: 'Clicks, views and engagements as the platform counts them.',
    formula: 'sum of interactions',
    ...counted('sum(interactions)'),
  },
  {
    ...activity,
    id: 'ad_conversions',
    title: 'Conversions (platforms)',
    words: 'Conversions as the advertising platforms claim them.',
    formula: 'sum of conversions',
    kind: 'output',
    ...counted('sum(conversions)'),
  },
  {
    ...activity,
    id: 'confirmed_conversions',
    title: 'Confirmed conversions',
    words: 'Conversions that were confirmed, such as a purchase after an enquiry, where a report tells them.',
    formula: 'sum of confirmed conversions',
    kind: 'output',
    ...counted('sum(confirmed_conversions)'),
  },
  {
    ...activity,
    id: 'click_through_rate',
    title: 'Click-through rate',
    words: 'Clicks out of impressions of advertisements.',
    formula: 'clicks ÷ impressions',
    unit: 'ratio',
    additive: false,
    ratio: { of: 'clicks', to: ['impressions'], undefined: 'there were no impressions' },
  },
]

const unknown = (of: string) => ({
  of,
  words: 'no spend imported for {period}; import an ad report or add a cost',
})

const ledgerMetrics: Metric[] = [
  {
    ...activity,
    id: 'cost',
    title: 'Cost',
    words:
      'Everything marketing cost: imported ad spend and the costs written here, spread over their days, in the organisation’s currency.',
    formula: 'sum of amount in the organisation’s currency',
    unit: 'money',
    direction: 'none',
    counted: ofLedger('amount is not null'),
  },
  {
    ...activity,
    id: 'media_cost',
    title: 'Media cost',
    words: 'What was paid for media alone: imported ad spend and media costs written here.',
    formula: 'sum of amount of media in the organisation’s currency',
    unit: 'money',
    direction: 'none',
    counted: ofLedger('amount is not null and is_media'),
  },
  {
    ...price,
    id: 'cost_per_conversion',
    title: 'Cost per conversion',
    words: 'Ad spend for one conversion as the advertising platforms claim it.',
    formula: 'spend ÷ conversions (platforms)',
    ratio: {
      of: 'spend',
      to: ['ad_conversions'],
      undefined: 'the platforms claim no conversion',
      unknown: unknown('spend'),
      extraDigits: 2,
    },
  },
  {
    ...price,
    id: 'cost_per_confirmed_conversion',
    title: 'Cost per confirmed conversion',
    words: 'Ad spend for one conversion that was confirmed.',
    formula: 'spend ÷ confirmed conversions',
    ratio: {
      of: 'spend',
      to: ['confirmed_conversions'],
      undefined: 'no conversion was confirmed',
      unknown: unknown('spend'),
      extraDigits: 2,
    },
  },
]

function ofLedger(filter: string) {
  return { fact: 'cost', measure: 'sum(amount)', filter, day: 'day', currency: 'currency' }
}

export const costMetrics: Metric[] = [...adMetrics, ...ledgerMetrics]

const same = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name]))

const tellingApart = ['cost_kind', 'original_currency']

export const costFacts: Fact[] = [
  {
    name: 'ad_day',
    table: 'mart.ad_day',
    dimensions: {
      ...same('platform account campaign ad_group ad channel country device audience level currency system'),
      channel_group: channelGroupSql,
    },
    shows: ['day', 'platform', 'campaign', 'ad', 'spend', 'currency', 'impressions', 'clicks'],
    batch: 'batch',
    rowNo: 'row_no',
  },
  {
    name: 'cost',
    table: 'mart.cost',
    dimensions: {
      ...same('channel campaign platform original_currency'),
      channel_group: channelGroupSql,
      cost_kind: 'kind',
    },
    shows: 'day kind channel campaign platform amount currency original_amount original_currency'.split(' '),
    batch: 'batch',
    rowNo: 'row_no',
    written: { title: 'Cost ledger', key: 'line', path: '/costs' },
    // What somebody's time costs must not be read off a figure: these would tell such a line from the others.
    rowsNeed: { permission: 'costs:read', dimensions: tellingApart },
    someNeed: {
      ...{ permission: 'costs:people', others: besidesPeople, words: 'what people cost' },
      dimensions: tellingApart,
    },
    leftOut: {
      filter: 'amount is null',
      by: 'original_currency',
      words: `'n/a: no rate for ' || original_currency || coalesce(' on ' || min(day) || if(max(day) > min(day), ' to ' || max(day), ''), '')
        || '; ' || printf('%.2f', sum(original_amount)::double) || ' ' || original_currency || ' are left out. Add a rate on Costs.'`,
      wordsWithoutAmounts: `'n/a: no rate for ' || original_currency || ' on some days; costs in it are left out. Whoever keeps the costs can add a rate.'`,
    },
  },
]
