import type { Declaration } from '../declaration.ts'

export const kaggleFacebook: Declaration[] = [
  {
    id: 'kag-facebook-ads',
    source: 'meta_ads',
    title: 'KAG Facebook advertisements',
    has: ['ad_id', 'xyz_campaign_id', 'fb_campaign_id', 'Spent', 'Impressions', 'Clicks'],
    parts: [
      {
        object: 'ad_day',
        attributes: {
          platform: { constant: 'meta_ads' },
          level: { constant: 'ad' },
          campaign_key: 'xyz_campaign_id',
          campaign: 'xyz_campaign_id',
          ad_group: 'fb_campaign_id',
          ad: 'ad_id',
          audience: { join: ' · ', all: ['age', 'gender', 'interest'] },
          spend: 'Spent',
          impressions: 'Impressions',
          clicks: 'Clicks',
          conversions: 'Total_Conversion',
          confirmed_conversions: 'Approved_Conversion',
        },
      },
    ],
  },
]
