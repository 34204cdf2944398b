import type { Declaration } from './declaration.ts'
import { dynamics } from './vendors/dynamics.ts'
import { googleAds } from './vendors/google-ads.ts'
import { googleAdsAside } from './vendors/google-ads-aside.ts'
import { googleAnalytics } from './vendors/google-analytics.ts'
import { hubspot } from './vendors/hubspot.ts'
import { hubspotActivity } from './vendors/hubspot-activity.ts'
import { hubspotAside } from './vendors/hubspot-aside.ts'
import { hubspotDeals } from './vendors/hubspot-deals.ts'
import { journeys } from './vendors/journeys.ts'
import { kaggleFacebook } from './vendors/kaggle-facebook.ts'
import { linkedinAds, linkedinAdsAside } from './vendors/linkedin-ads.ts'
import { marketingCloud } from './vendors/marketing-cloud.ts'
import { marketo } from './vendors/marketo.ts'
import { maven } from './vendors/maven.ts'
import { metaAds, metaAdsAside } from './vendors/meta-ads.ts'
import { microsoftAds, microsoftAdsAside } from './vendors/microsoft-ads.ts'
import { olist } from './vendors/olist.ts'
import { redditTiktokAds, redditTiktokAdsAside } from './vendors/reddit-tiktok-ads.ts'
import { salesforce } from './vendors/salesforce.ts'
import { salesforceActivity } from './vendors/salesforce-activity.ts'
import { salesforceAside } from './vendors/salesforce-aside.ts'
import { salesforcePipeline } from './vendors/salesforce-pipeline.ts'
import { workItems } from './vendors/work-items.ts'

/** Every source the product understands. A new source is one more entry here. */
export const declarations: Declaration[] = [
  ...olist,
  ...maven,
  ...salesforce,
  ...salesforcePipeline,
  ...salesforceActivity,
  ...salesforceAside,
  ...hubspot,
  ...hubspotDeals,
  ...hubspotActivity,
  ...hubspotAside,
  ...marketo,
  ...marketingCloud,
  ...dynamics,
  ...googleAds,
  ...googleAdsAside,
  ...metaAds,
  ...metaAdsAside,
  ...kaggleFacebook,
  ...linkedinAds,
  ...linkedinAdsAside,
  ...microsoftAds,
  ...microsoftAdsAside,
  ...redditTiktokAds,
  ...redditTiktokAdsAside,
  ...googleAnalytics,
  ...journeys,
  ...workItems,
]
