import { type Declaration, leftAside, type Rule } from '../declaration.ts'

const source = 'linkedin_ads'
const platform: Rule = { constant: source }

// The local currency is named in another file; the amount in dollars is complete in itself.
const figures: Record<string, Rule> = {
  spend: ['cost_in_usd', 'cost_in_local_currency'],
  currency: { constant: 'USD', given: 'cost_in_usd' },
  impressions: 'impressions',
  clicks: 'clicks',
  conversions: 'external_website_conversions',
}

export const linkedinAds: Declaration[] = [
  {
    id: 'linkedin-campaign-manager',
    source,
    title: 'LinkedIn Campaign Manager report',
    has: [
      ['Start Date (in UTC)', 'Start Date', 'Date', 'Day'],
      'Total Spent',
      ['Campaign Name', 'Campaign Group Name', 'Account Name', 'Campaign ID'],
      ['Impressions', 'Clicks'],
    ],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: [
            { constant: 'ad', given: ['Ad ID', 'Ad Name', 'Creative ID'] },
            { constant: 'campaign', given: ['Campaign Name', 'Campaign ID'] },
            { constant: 'campaign_group', given: 'Campaign Group Name' },
            { constant: 'account' },
          ],
          day: ['Start Date (in UTC)', 'Start Date', 'Date', 'Day'],
          last_day: ['End Date (in UTC)', 'End Date'],
          account: ['Account Name', 'Account ID'],
          campaign_key: 'Campaign ID',
          campaign: ['Campaign Name', 'Campaign Group Name'],
          ad: ['Ad Name', 'Ad ID', 'Creative ID'],
          channel: ['Campaign Type', 'Ad Format'],
          spend: 'Total Spent',
          currency: 'Currency',
          impressions: 'Impressions',
          clicks: 'Clicks',
          interactions: 'Total Engagements',
          conversions: ['Conversions', 'Leads'],
          conversion_value: 'Total Conversion Value',
        },
      },
    ],
  },
  {
    id: 'linkedin-by-campaign',
    source,
    title: 'LinkedIn figures by campaign (API)',
    has: ['campaign_id', 'day', ['cost_in_usd', 'cost_in_local_currency'], 'impressions'],
    not: ['creative_id', 'month'],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: { constant: 'campaign' },
          day: 'day',
          campaign_key: 'campaign_id',
          ...figures,
        },
      },
    ],
  },
  {
    id: 'linkedin-by-creative',
    source,
    title: 'LinkedIn figures by ad (API)',
    has: ['creative_id', 'day', ['cost_in_usd', 'cost_in_local_currency'], 'impressions'],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: { constant: 'ad' },
          day: 'day',
          campaign_key: 'campaign_id',
          ad: 'creative_id',
          ...figures,
        },
      },
    ],
  },
  {
    id: 'linkedin-campaigns',
    source,
    title: 'LinkedIn campaigns (API)',
    has: ['id', 'name', 'account_id', 'campaign_group_id', 'last_modified_time'],
    parts: [
      {
        object: 'campaign',
        latest: 'last_modified_time',
        attributes: {
          key: 'id',
          name: 'name',
          channel: { constant: source },
          kind: 'type',
          status: 'status',
          parent: 'campaign_group_id',
        },
      },
    ],
  },
]

export const linkedinAdsAside = leftAside(source, {
  'linkedin-by-member': {
    title: 'LinkedIn monthly figures by member country or region',
    has: ['campaign_id', 'month', ['member_country', 'member_region'], 'impressions'],
    notUsed: 'The campaign’s figures once more, by month and place; the daily report by campaign holds them.',
  },
  'linkedin-places': {
    title: 'LinkedIn places',
    has: ['id', 'value', '_fivetran_synced'],
    exact: { may: [] },
    file: /linkedin|geo/i,
    notUsed: 'Names of places for the monthly report by member, which is not used either.',
  },
  'linkedin-accounts': {
    title: 'LinkedIn advertising accounts',
    has: ['id', 'name', 'currency', 'last_modified_time'],
    not: ['campaign_group_id'],
    notUsed: 'Names of advertising accounts; they hold no figures.',
  },
  'linkedin-campaign-groups': {
    title: 'LinkedIn campaign groups',
    has: ['id', 'name', 'account_id', 'created_time', 'last_modified_time'],
    not: ['campaign_group_id', 'currency'],
    notUsed: 'Names of campaign groups; figures are kept by campaign.',
  },
})
