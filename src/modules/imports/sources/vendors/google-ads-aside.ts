import { leftAside } from '../declaration.ts'

const terms =
  'Search terms cover only part of the clicks; the keyword, ad group or campaign report of the same days holds them all.'

export const googleAdsAside = leftAside('google_ads', {
  'google-ads-search-terms': {
    title: 'Google Ads search terms',
    has: ['search_term', 'cost_micros'],
    notUsed: terms,
  },
  'google-ads-search-term-report': {
    title: 'Google Ads search terms report',
    has: ['Search term', 'Impr.', 'Cost'],
    notUsed: terms,
  },
  'google-ads-accounts': {
    title: 'Google Ads accounts',
    has: ['id', 'currency_code', 'descriptive_name', 'manager_customer_id'],
    notUsed: 'Settings of the advertising account; it holds no figures.',
  },
  'google-ads-keywords': {
    title: 'Google Ads keywords',
    has: ['id', 'ad_group_id', 'keyword_match_type', 'keyword_text'],
    notUsed: 'Texts of keywords without figures; figures are kept by the keyword’s identifier.',
  },
  'google-ads-ad-groups': {
    title: 'Google Ads ad groups',
    has: ['id', 'campaign_id', 'campaign_name', 'name', 'status'],
    not: ['cost_micros', 'spend', 'impressions', 'clicks'],
    file: /ad_?group_history/i,
    notUsed: 'Names of ad groups without figures; figures are kept by the ad group’s identifier.',
  },
  'google-ads-ads': {
    title: 'Google Ads ads',
    has: ['id', 'ad_group_id', 'display_url', 'final_urls'],
    notUsed: 'Texts and links of ads without figures; figures are kept by the ad’s identifier.',
  },
})
