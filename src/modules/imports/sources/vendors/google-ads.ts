import type { Declaration, PartRule, Rule } from '../declaration.ts'

const figures: Record<string, Rule> = {
  spend: { micros: ['cost_micros', 'metrics.cost_micros'] },
  impressions: ['impressions', 'metrics.impressions'],
  clicks: ['clicks', 'metrics.clicks'],
  interactions: ['interactions', 'metrics.interactions'],
  conversions: ['conversions', 'metrics.conversions'],
  conversion_value: ['conversions_value', 'metrics.conversions_value'],
}

function statistics(level: string, attributes: Record<string, Rule>): PartRule[] {
  return [
    {
      object: 'ad_day',
      attributes: {
        platform: { constant: 'google_ads' },
        level: { constant: level },
        day: ['date', 'segments.date'],
        account: ['customer_id', 'customer.id'],
        device: ['device', 'segments.device'],
        ...attributes,
        ...figures,
      },
    },
  ]
}

const api = { source: 'google_ads' } as const

export const googleAds: Declaration[] = [
  {
    id: 'google-ads-report',
    source: 'google_ads',
    title: 'Google Ads report',
    has: [['Campaign', 'Ad group', 'Account', 'Account name'], ['Impr.'], 'Cost'],
    not: ['Search term'],
    file: /report/i,
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform: { constant: 'google_ads' },
          level: [
            { constant: 'keyword', given: ['Keyword', 'Search keyword'] },
            { constant: 'ad', given: ['Ad', 'Ad ID', 'Ad name'] },
            { constant: 'ad_group', given: 'Ad group' },
            { constant: 'campaign', given: 'Campaign' },
            { constant: 'account' },
          ],
          day: ['Day', 'Date', { preamble: 'first-day' }],
          last_day: { preamble: 'last-day', unless: ['Day', 'Date'] },
          account: ['Account name', 'Account', 'Customer ID'],
          campaign_key: 'Campaign ID',
          campaign: 'Campaign',
          ad_group: 'Ad group',
          ad: ['Ad name', 'Ad ID', 'Ad'],
          keyword: ['Keyword', 'Search keyword'],
          channel: ['Campaign type', 'Advertising channel'],
          device: 'Device',
          currency: ['Currency code', 'Currency'],
          spend: 'Cost',
          impressions: 'Impr.',
          clicks: 'Clicks',
          interactions: 'Interactions',
          conversions: 'Conversions',
          conversion_value: ['Conv. value', 'Conversion value'],
        },
      },
    ],
  },
  {
    id: 'google-ads-account-stats',
    ...api,
    title: 'Google Ads figures by account',
    has: [
      ['customer_id', 'customer.id'],
      ['date', 'segments.date'],
      ['cost_micros', 'metrics.cost_micros'],
    ],
    not: ['base_campaign', 'campaign_id', 'campaign.id', 'ad_group_id', 'ad_id', 'search_term'],
    file: /account/i,
    parts: statistics('account', {}),
  },
  {
    id: 'google-ads-campaign-stats',
    ...api,
    title: 'Google Ads figures by campaign',
    has: [
      ['date', 'segments.date'],
      ['cost_micros', 'metrics.cost_micros'],
      ['base_campaign', 'campaign_id', 'campaign.id'],
    ],
    not: ['base_ad_group', 'ad_group_id', 'ad_group.id', 'ad_id', 'search_term', 'keyword'],
    file: /campaign/i,
    parts: statistics('campaign', {
      campaign_key: ['campaign_id', 'campaign.id', 'id'],
      campaign: ['campaign_name', 'campaign.name'],
    }),
  },
  {
    id: 'google-ads-ad-group-stats',
    ...api,
    title: 'Google Ads figures by ad group',
    has: [
      ['date', 'segments.date'],
      ['cost_micros', 'metrics.cost_micros'],
      ['base_ad_group', 'ad_group_id', 'ad_group.id'],
    ],
    not: ['ad_id', 'ad_group_criterion_criterion_id', 'keyword_ad_group_criterion', 'search_term'],
    file: /ad_?group/i,
    parts: statistics('ad_group', {
      campaign_key: ['campaign_id', 'campaign.id'],
      ad_group: ['ad_group.name', 'ad_group_id', 'ad_group.id', 'id'],
    }),
  },
  {
    id: 'google-ads-ad-stats',
    ...api,
    title: 'Google Ads figures by ad',
    has: ['date', 'cost_micros', 'ad_group', 'ad_id'],
    file: /ad_stats/i,
    parts: statistics('ad', { campaign_key: 'campaign_id', ad_group: 'ad_group_id', ad: 'ad_id' }),
  },
  {
    id: 'google-ads-keyword-stats',
    ...api,
    title: 'Google Ads figures by keyword',
    has: ['date', 'cost_micros', 'ad_group_id', 'ad_group_criterion_criterion_id'],
    not: ['search_term'],
    file: /keyword/i,
    parts: statistics('keyword', {
      campaign_key: 'campaign_id',
      ad_group: 'ad_group_id',
      keyword: 'ad_group_criterion_criterion_id',
    }),
  },
  {
    id: 'google-ads-campaigns',
    ...api,
    title: 'Google Ads campaigns',
    has: ['id', 'name', 'customer_id', 'advertising_channel_type', 'serving_status'],
    file: /campaign_history/i,
    parts: [
      {
        object: 'campaign',
        latest: 'updated_at',
        attributes: {
          key: 'id',
          name: 'name',
          channel: { constant: 'google_ads' },
          kind: 'advertising_channel_type',
          status: 'status',
          starts_on: 'start_date',
          // Open-ended campaigns carry a day of 2037, which is as good as none.
          ends_on: { of: 'end_date', values: { '2037-12-30': '' } },
        },
      },
    ],
  },
]
