import { type Declaration, leftAside, type PartRule, type Rule } from '../declaration.ts'

const source = 'microsoft_ads'

const attributes: Record<string, Rule> = {
  platform: { constant: source },
  day: ['date', 'Gregorian date', 'Day'],
  account: ['Account name', 'account_id'],
  campaign_key: 'campaign_id',
  campaign: ['Campaign name', 'Campaign'],
  ad_group: ['Ad group', 'Ad group name', 'ad_group_id'],
  ad: ['Ad title', 'ad_id'],
  keyword: ['Keyword', 'keyword_id'],
  channel: ['Campaign type', 'ad_distribution'],
  device: ['Device type'],
  spend: 'Spend',
  currency: ['Currency code', 'Currency'],
  impressions: 'Impressions',
  clicks: 'Clicks',
  conversions: 'Conversions',
  conversion_value: 'Revenue',
}

const parts: PartRule[] = [
  {
    object: 'ad_day',
    attributes: {
      ...attributes,
      level: [
        { constant: 'keyword', given: ['Keyword', 'keyword_id'] },
        { constant: 'ad', given: ['Ad title', 'ad_id'] },
        { constant: 'ad_group', given: ['Ad group', 'Ad group name', 'ad_group_id'] },
        { constant: 'campaign', given: ['Campaign name', 'Campaign', 'campaign_id'] },
        { constant: 'account' },
      ],
    },
  },
]

export const microsoftAds: Declaration[] = [
  {
    id: 'microsoft-ads-report',
    source,
    title: 'Microsoft Advertising report',
    has: [
      ['Account name', 'Campaign name'],
      'Spend',
      'Clicks',
      ['Revenue', 'Quality score', 'Ad distribution', 'Gregorian date', 'Current quality score', 'Avg. CPC'],
    ],
    not: ['Search term', 'search_query', 'Amount spent'],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          ...parts[0]!.attributes,
          day: [...(attributes.day as string[]), { preamble: 'first-day' }],
          last_day: { preamble: 'last-day', unless: ['Date', 'Gregorian date', 'Day'] },
        },
      },
    ],
  },
  {
    id: 'microsoft-ads-daily',
    source,
    title: 'Microsoft Advertising daily figures (API)',
    has: ['date', 'account_id', 'device_os', 'ad_distribution', 'spend', 'clicks'],
    not: ['search_query', 'city', 'goal'],
    parts,
  },
  {
    id: 'microsoft-ads-campaigns',
    source,
    title: 'Microsoft Advertising campaigns (API)',
    has: ['id', 'name', 'account_id', 'modified_time', 'type', 'time_zone'],
    parts: [
      {
        object: 'campaign',
        latest: 'modified_time',
        attributes: {
          key: 'id',
          name: 'name',
          channel: { constant: source },
          kind: 'type',
          status: 'status',
        },
      },
    ],
  },
]

const names = (things: string, kept: string) =>
  `Names of ${things} without figures; figures are kept by the ${kept} identifier.`

export const microsoftAdsAside = leftAside(source, {
  'microsoft-ads-searches': {
    title: 'Microsoft Advertising search queries',
    has: [['search_query', 'Search term', 'Search query'], 'clicks', 'spend'],
    notUsed:
      'Queries cover only part of the clicks; the keyword or campaign report of the same days holds them all.',
  },
  'microsoft-ads-places': {
    title: 'Microsoft Advertising figures by place and goal',
    has: ['date', 'account_id', 'city', 'goal', 'spend', 'clicks'],
    notUsed: 'The same figures once more, split by city and conversion goal; the campaign report holds them.',
  },
  'microsoft-ads-accounts': {
    title: 'Microsoft Advertising accounts',
    has: ['id', 'name', 'last_modified_time', 'time_zone', 'currency_code'],
    notUsed: 'Names of advertising accounts; the daily figures carry their own currency.',
  },
  'microsoft-ads-ad-groups': {
    title: 'Microsoft Advertising ad groups',
    has: ['id', 'name', 'campaign_id', 'modified_time', 'status'],
    notUsed: names('ad groups', 'ad group’s'),
  },
  'microsoft-ads-ads': {
    title: 'Microsoft Advertising ads',
    has: ['id', 'ad_group_id', 'modified_time', 'title_part_1', 'final_url'],
    notUsed: names('ads', 'ad’s'),
  },
  'microsoft-ads-keywords': {
    title: 'Microsoft Advertising keywords',
    has: ['id', 'name', 'ad_group_id', 'match_type', 'modified_time'],
    notUsed: names('keywords', 'keyword’s'),
  },
})
