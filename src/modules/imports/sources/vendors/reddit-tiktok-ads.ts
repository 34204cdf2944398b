import { type Declaration, leftAside, type MappedDeclaration, type Rule } from '../declaration.ts'

type Level = { level: string; column: string; is: Record<string, Rule>; not?: string[] }

const reddit = ({ level, column, is, not }: Level): MappedDeclaration => ({
  id: `reddit-ads-by-${level.replace('_', '-')}`,
  source: 'reddit_ads',
  title: `Reddit figures by ${level.replace('_', ' ')} (API)`,
  has: ['account_id', column, 'date', 'impressions', 'clicks', 'spend', 'region'],
  not: ['event_name', ...(not ?? [])],
  file: /reddit/i,
  parts: [
    {
      object: 'ad_day',
      attributes: {
        platform: { constant: 'reddit_ads' },
        level: { constant: level },
        day: 'date',
        account: 'account_id',
        ...is,
        // Reddit states spend in millionths: spend over impressions agrees with its own eCPM only so.
        spend: { micros: 'spend' },
        impressions: 'impressions',
        clicks: 'clicks',
      },
    },
  ],
})

const tiktok = ({ level, column, is }: Level): MappedDeclaration => ({
  id: `tiktok-ads-by-${level.replace('_', '-')}`,
  source: 'tiktok_ads',
  title: `TikTok figures by ${level.replace('_', ' ')} (API)`,
  has: [column, ['stat_time_hour', 'stat_time_day'], 'spend', 'impressions', 'clicks', 'conversion'],
  parts: [
    {
      object: 'ad_day',
      attributes: {
        platform: { constant: 'tiktok_ads' },
        level: { constant: level },
        day: ['stat_time_day', 'stat_time_hour'],
        ...is,
        spend: 'spend',
        impressions: 'impressions',
        clicks: 'clicks',
        conversions: 'conversion',
        conversion_value: 'total_purchase_value',
      },
    },
  ],
})

const campaign = { campaign_key: 'campaign_id' }

export const redditTiktokAds: Declaration[] = [
  reddit({
    level: 'account',
    column: 'account_id',
    is: {},
    not: ['campaign_id', 'ad_group_id', 'ad_id', 'country'],
  }),
  reddit({
    level: 'campaign',
    column: 'campaign_id',
    is: campaign,
    not: ['ad_group_id', 'ad_id', 'country'],
  }),
  reddit({ level: 'ad_group', column: 'ad_group_id', is: { ad_group: 'ad_group_id' }, not: ['ad_id'] }),
  reddit({ level: 'ad', column: 'ad_id', is: { ad: 'ad_id' } }),
  reddit({ level: 'country', column: 'country', is: { ...campaign, country: 'country' } }),
  tiktok({ level: 'ad', column: 'ad_id', is: { ad: 'ad_id' } }),
  tiktok({ level: 'ad_group', column: 'adgroup_id', is: { ad_group: 'adgroup_id' } }),
  { ...tiktok({ level: 'campaign', column: 'campaign_id', is: campaign }), not: ['country_code'] },
  tiktok({ level: 'country', column: 'country_code', is: { ...campaign, country: 'country_code' } }),
  {
    id: 'reddit-ads-campaigns',
    source: 'reddit_ads',
    title: 'Reddit campaigns (API)',
    has: ['id', 'account_id', 'configured_status', 'name', 'objective'],
    parts: [
      {
        object: 'campaign',
        attributes: {
          key: 'id',
          name: 'name',
          channel: { constant: 'reddit_ads' },
          kind: 'objective',
          status: 'effective_status',
        },
      },
    ],
  },
  {
    id: 'tiktok-ads-campaigns',
    source: 'tiktok_ads',
    title: 'TikTok campaigns (API)',
    has: ['campaign_id', 'campaign_name', 'advertiser_id', ['objective_type', 'campaign_type', 'updated_at']],
    not: ['ad_id', 'adgroup_id'],
    parts: [
      {
        object: 'campaign',
        latest: 'updated_at',
        attributes: {
          key: 'campaign_id',
          name: 'campaign_name',
          channel: { constant: 'tiktok_ads' },
          kind: ['objective_type', 'campaign_type'],
        },
      },
    ],
  },
]

export const redditTiktokAdsAside = [
  ...leftAside('reddit_ads', {
    'reddit-ads-conversions': {
      title: 'Reddit conversions',
      has: ['account_id', 'date', 'event_name', 'total_items', 'total_value'],
      notUsed:
        'Every event from page view to purchase is counted here; which of them is a conversion is not said.',
    },
    'reddit-ads-accounts': {
      title: 'Reddit advertising accounts',
      has: ['id', 'attribution_type', 'currency', 'time_zone_id'],
      notUsed: 'Settings of advertising accounts; they hold no figures.',
    },
    'reddit-ads-ad-groups': {
      title: 'Reddit ad groups',
      has: ['id', 'account_id', 'campaign_id', 'bid_strategy', 'name'],
      notUsed: 'Names of ad groups without figures; figures are kept by the ad group’s identifier.',
    },
    'reddit-ads-ads': {
      title: 'Reddit ads',
      has: ['id', 'ad_group_id', 'campaign_id', 'click_url', 'name'],
      notUsed: 'Names of ads without figures; figures are kept by the ad’s identifier.',
    },
  }),
  ...leftAside('tiktok_ads', {
    'tiktok-ads-ads': {
      title: 'TikTok ads',
      has: ['ad_id', 'adgroup_id', 'campaign_id', 'ad_name', 'ad_text'],
      not: ['spend', 'impressions'],
      notUsed: 'Names of ads without figures; figures are kept by the ad’s identifier.',
    },
    'tiktok-ads-ad-groups': {
      title: 'TikTok ad groups',
      has: ['adgroup_id', 'campaign_id', 'adgroup_name'],
      not: ['ad_id', 'spend', 'impressions'],
      notUsed: 'Names of ad groups without figures; figures are kept by the ad group’s identifier.',
    },
    'tiktok-ads-advertisers': {
      title: 'TikTok advertisers',
      has: ['id', 'name', 'contacter', 'currency', 'timezone'],
      notUsed: 'Names of advertising accounts; they hold no figures.',
    },
  }),
]
