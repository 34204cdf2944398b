import type { Declaration, Rule } from '../declaration.ts'
import { leftAside } from '../declaration.ts'

const source = 'meta_ads'
const platform: Rule = { constant: source }

const spent = ['Amount spent', 'Amount spent (*)', 'Montant dépensé', 'Montant dépensé (*)']
const day = ['Day', 'Jour', 'Date']
const starts = ['Reporting starts', 'Début des rapports']
const ends = ['Reporting ends', 'Fin des rapports']
const campaign = ['Campaign name', 'Nom de la campagne', 'Campaign']
const adSet = ['Ad set name', 'Nom de l’ensemble de publicités', 'Ad Set']
const ad = ['Ad name', 'Nom de la publicité', 'Ad']

export const metaAds: Declaration[] = [
  {
    id: 'meta-ads-manager',
    source,
    title: 'Meta Ads Manager report',
    has: [spent, ['Impressions', 'Reach', 'Couverture'], [...starts, ...day, ...campaign, ...ad]],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: [
            { constant: 'ad', given: ad },
            { constant: 'ad_group', given: adSet },
            { constant: 'campaign', given: campaign },
            { constant: 'account' },
          ],
          day: [...day, ...starts],
          last_day: { of: ends, unless: day },
          account: ['Account name', 'Nom du compte', 'Account ID'],
          campaign_key: ['Campaign ID', 'Identifiant de la campagne'],
          campaign,
          ad_group: adSet,
          ad,
          country: ['Country', 'Pays'],
          device: ['Impression device', 'Device platform'],
          audience: [{ join: ' · ', all: ['Age', 'Gender'] }, 'Age', 'Gender'],
          spend: spent,
          currency: ['Currency', 'Devise', { bracket: ['Amount spent (*)', 'Montant dépensé (*)'] }],
          impressions: 'Impressions',
          clicks: ['Link clicks', 'Clics sur un lien', 'Clicks (all)', 'Clics (tous)'],
          conversions: ['Results', 'Résultats', 'Purchases', 'Achats', 'Leads', 'Prospects', 'Conversions'],
          conversion_value: ['Purchases conversion value', 'Valeur de conversion des achats'],
        },
      },
    ],
  },
  {
    id: 'meta-ads-by-ad',
    source,
    title: 'Meta figures by ad (API)',
    has: ['ad_id', 'date', 'account_id', 'impressions', 'spend', ['inline_link_clicks', 'reach', 'cpm']],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: { constant: 'ad' },
          day: 'date',
          account: 'account_id',
          campaign_key: 'campaign_id',
          campaign: 'campaign_name',
          ad_group: ['adset_name', 'ad_set_id', 'adset_id'],
          ad: ['ad_name', 'ad_id'],
          spend: 'spend',
          impressions: 'impressions',
          clicks: ['inline_link_clicks', 'clicks'],
        },
      },
    ],
  },
  {
    id: 'meta-ads-by-country',
    source,
    title: 'Meta figures by country (API)',
    has: ['account_id', 'country', 'date', 'impressions', 'spend', ['inline_link_clicks', 'reach']],
    not: ['ad_id', 'region', 'campaign_id'],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform,
          level: { constant: 'country' },
          day: 'date',
          account: 'account_id',
          country: 'country',
          spend: 'spend',
          impressions: 'impressions',
          clicks: ['inline_link_clicks', 'clicks'],
        },
      },
    ],
  },
  {
    id: 'meta-ads-campaigns',
    source,
    title: 'Meta campaigns (API)',
    has: ['id', 'account_id', 'name', 'updated_time'],
    not: ['campaign_id', 'ad_set_id'],
    file: /campaign_history/i,
    parts: [
      {
        object: 'campaign',
        latest: 'updated_time',
        attributes: { key: 'id', name: 'name', channel: { constant: source }, status: 'status' },
      },
    ],
  },
]

const actions =
  'Meta counts one result under several action types at once, so they cannot be added up as conversions; the Ads Manager report says which result counts.'

export const metaAdsAside = leftAside(source, {
  'meta-ads-actions': {
    title: 'Meta actions',
    has: [['ad_id', 'account_id'], 'date', 'action_type', 'value'],
    not: ['impressions'],
    notUsed: actions,
  },
  'meta-ads-by-region': {
    title: 'Meta figures by region',
    has: ['account_id', 'region', 'date', 'impressions', 'spend', ['inline_link_clicks', 'reach']],
    notUsed: 'The account’s figures once more, split by region; the report by ad or by country holds them.',
  },
  'meta-ads-accounts': {
    title: 'Meta advertising accounts',
    has: ['id', 'name', '_fivetran_synced'],
    exact: { may: ['currency', 'timezone_name', 'account_status'] },
    file: /facebook|meta|account/i,
    notUsed: 'Names of advertising accounts without figures; figures are kept by the account’s identifier.',
  },
  'meta-ads-ads': {
    title: 'Meta ads',
    has: ['id', 'ad_set_id', 'campaign_id', 'creative_id', 'name'],
    notUsed: 'Names of ads without figures; figures are kept by the ad’s identifier.',
  },
  'meta-ads-ad-sets': {
    title: 'Meta ad sets',
    has: ['id', 'account_id', 'campaign_id', 'name', 'updated_time'],
    not: ['ad_set_id'],
    notUsed: 'Names of ad sets without figures; figures are kept by the ad.',
  },
})
