import { literal } from '../../../engine/ingest/index.ts'
import type { Fact, Metric } from '../../../engine/query/catalogue.ts'
import { atFirstLevel } from '../../costs/server/index.ts'

const finest = ['ad', 'ad_group', 'campaign']
const same = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name]))

/** The advertising rows at the finest level that names an asset, where a day was exported at several. */
export const creativeFact: Fact = {
  name: 'creative',
  table: `(select d.* from mart.ad_day d where level in (${finest.map(literal).join(', ')})
    qualify ${atFirstLevel(finest)})`,
  dimensions: same('platform account campaign ad_group ad channel device audience level currency system'),
  shows: 'day platform level campaign ad_group ad spend currency impressions clicks conversions'.split(' '),
  batch: 'batch',
  rowNo: 'row_no',
  isReading: true,
}

const note =
  'Of several levels of detail for one platform, account and day the finest that names an advertisement, ad group or campaign counts.'
const counted = (measure: string, currency?: string) => ({
  counted: { fact: 'creative', measure, day: 'day', ...(currency ? { currency } : {}) },
})
const base = { unit: 'count', direction: 'up', kind: 'activity', additive: true } as const

export const creativeMetrics: Metric[] = [
  {
    ...base,
    id: 'creative_spend',
    title: 'Spend of creatives',
    words: `What the advertising platforms charged. ${note}`,
    formula: 'sum of cost',
    unit: 'money',
    direction: 'none',
    ...counted('sum(spend)', 'currency'),
  },
  {
    ...base,
    id: 'creative_impressions',
    title: 'Impressions of creatives',
    words: `How often it was shown. ${note}`,
    formula: 'sum of impressions',
    direction: 'none',
    ...counted('sum(impressions)'),
  },
  {
    ...base,
    id: 'creative_clicks',
    title: 'Clicks on creatives',
    words: `How often it was clicked. ${note}`,
    formula: 'sum of clicks',
    ...counted('sum(clicks)'),
  },
  {
    ...base,
    id: 'creative_conversions',
    title: 'Conversions of creatives (platforms)',
    words: `Conversions as the advertising platforms claim them. ${note}`,
    formula: 'sum of conversions',
    kind: 'output',
    ...counted('sum(conversions)'),
  },
  {
    ...base,
    id: 'creative_click_rate',
    title: 'CTR of creatives',
    words: `Clicks out of impressions. ${note}`,
    formula: 'clicks on creatives ÷ impressions of creatives',
    unit: 'ratio',
    additive: false,
    ratio: { of: 'creative_clicks', to: ['creative_impressions'], undefined: 'it was not shown' },
  },
  {
    ...base,
    id: 'creative_cost_per_click',
    title: 'Cost per click of creatives',
    words: `What one click cost. ${note}`,
    formula: 'spend of creatives ÷ clicks on creatives',
    unit: 'money',
    direction: 'down',
    additive: false,
    ratio: {
      of: 'creative_spend',
      to: ['creative_clicks'],
      undefined: 'nobody clicked',
      extraDigits: 2,
    },
  },
]
