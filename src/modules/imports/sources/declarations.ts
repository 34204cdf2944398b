import type { Declaration } from './declaration.ts'
import { googleAds } from './vendors/google-ads.ts'
import { googleAdsAside } from './vendors/google-ads-aside.ts'
import { hubspot } from './vendors/hubspot.ts'
import { kaggleFacebook } from './vendors/kaggle-facebook.ts'
import { maven } from './vendors/maven.ts'
import { olist } from './vendors/olist.ts'

/** Every source the product understands. A new source is one more entry here. */
export const declarations: Declaration[] = [
  ...olist,
  ...maven,
  ...hubspot,
  ...googleAds,
  ...googleAdsAside,
  ...kaggleFacebook,
]
