import { checks } from '../../../engine/checks.ts'
import { catalogue, type Metric } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { contract } from '../../../kernel/contract.ts'
import { defineModule } from '../../../kernel/module.ts'
import { marts } from '../../imports/server/index.ts'
import { costChecks } from './checks.ts'
import { adMart, webMart } from './marts.ts'

const counted = (measure: string, currency?: string) => ({
  counted: { fact: 'ad_day', measure, filter: 'is_counted', day: 'day', ...(currency ? { currency } : {}) },
})

const metrics: Metric[] = [
  {
    id: 'spend',
    title: 'Spend',
    words:
      'What the advertising platforms charged, as imported. Of several levels of detail for one platform and day only one counts.',
    formula: 'sum of cost',
    unit: 'money',
    direction: 'none',
    kind: 'activity',
    additive: true,
    ...counted('sum(spend)', 'currency'),
  },
  {
    id: 'impressions',
    title: 'Impressions',
    words: 'How often an advertisement was shown.',
    formula: 'sum of impressions',
    unit: 'count',
    direction: 'none',
    kind: 'activity',
    additive: true,
    ...counted('sum(impressions)'),
  },
  {
    id: 'clicks',
    title: 'Clicks',
    words: 'How often an advertisement was clicked.',
    formula: 'sum of clicks',
    unit: 'count',
    direction: 'up',
    kind: 'activity',
    additive: true,
    ...counted('sum(clicks)'),
  },
  {
    id: 'interactions',
    title: 'Interactions',
    words: 'Clicks, views and engagements as the platform counts them.',
    formula: 'sum of interactions',
    unit: 'count',
    direction: 'up',
    kind: 'activity',
    additive: true,
    ...counted('sum(interactions)'),
  },
  {
    id: 'ad_conversions',
    title: 'Conversions (platforms)',
    words: 'Conversions as the advertising platforms claim them.',
    formula: 'sum of conversions',
    unit: 'count',
    direction: 'up',
    kind: 'output',
    additive: true,
    ...counted('sum(conversions)'),
  },
  {
    id: 'click_through_rate',
    title: 'Click-through rate',
    words: 'Clicks out of impressions of advertisements.',
    formula: 'clicks ÷ impressions',
    unit: 'ratio',
    direction: 'up',
    kind: 'activity',
    additive: false,
    ratio: { of: 'clicks', to: ['impressions'], undefined: 'there were no impressions' },
  },
]

function provide(app: App): void {
  app.services.use(marts).register(adMart, webMart)
  app.services.use(checks).push(...costChecks)
  const known = app.services.use(catalogue)
  known.addFact({
    name: 'ad_day',
    table: 'mart.ad_day',
    dimensions: {
      platform: 'platform',
      account: 'account',
      campaign: 'campaign',
      ad_group: 'ad_group',
      ad: 'ad',
      channel: 'channel',
      country: 'country',
      device: 'device',
      audience: 'audience',
      level: 'level',
      currency: 'currency',
      system: 'system',
    },
    shows: ['day', 'platform', 'campaign', 'ad', 'spend', 'currency', 'impressions', 'clicks'],
    batch: 'batch',
    rowNo: 'row_no',
  })
  known.addMetrics(...metrics)
  known.describe({
    platform: 'Advertising platform',
    ad_group: 'Ad group or ad set',
    ad: 'Advertisement',
    device: 'Device',
    audience: 'Age, gender or interest of an advertisement’s audience',
    level: 'Level of detail of an advertising report',
    currency: 'Currency of amounts',
  })
}

export const costsModule = defineModule(contract('costs', {}), {}, { provide })
