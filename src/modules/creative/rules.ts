import { twoProportionZ } from '../../methods/proportion.ts'

export type Week = { week: string; impressions: number; clicks: number }
export type Level = 'ad' | 'ad_group' | 'campaign'

export const levelTitles: Record<Level, string> = {
  ad: 'advertisement',
  ad_group: 'ad group',
  campaign: 'campaign',
}

/** The finest level that an asset is named at. */
export const levelOf = (asset: { ad: string | null; adGroup: string | null }): Level =>
  asset.ad !== null ? 'ad' : asset.adGroup !== null ? 'ad_group' : 'campaign'

/** Campaigns of different systems are the same where they are called the same, whatever the capitals. */
export const sameName = (name: string | null): string | null => name?.trim().toLowerCase() || null

const least = 6
const fall = 0.2
/** Two-sided, 5 %: the quantile of the normal distribution. */
const unlikely = 1.96

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

/**
 * Whether people tire of an advertisement: the click-through rate of the last third of its weeks beside the first.
 * Said only where it fell by a fifth or more and chance alone would rarely do that (z-test of two proportions).
 */
export function tiredness(weeks: readonly Week[]): string | null {
  const shown = weeks.filter((one) => one.impressions > 0)
  if (shown.length < least) return null
  const third = Math.floor(shown.length / 3)
  const [early, late] = [sum(shown.slice(0, third)), sum(shown.slice(-third))]
  const [before, now] = [early.clicks / early.impressions, late.clicks / late.impressions]
  if (before === 0 || now > before * (1 - fall)) return null
  if (!isBeyondChance(early, late)) return null
  const drop = Math.round((1 - now / before) * 100)
  return `CTR fell by ${drop} %: from ${percent(before)} in its first ${third} weeks to ${percent(now)} in the last ${third}.`
}

type Shown = Omit<Week, 'week'>

/** Where an export says more clicks than impressions its rate is none, and nothing can be said. */
function isBeyondChance(early: Shown, late: Shown): boolean {
  if ([early, late].some((one) => one.clicks > one.impressions)) return false
  const rate = ({ clicks, impressions }: Shown) => ({ successes: clicks, n: impressions })
  return (twoProportionZ(rate(early), rate(late)) ?? 0) >= unlikely
}

const sum = (weeks: readonly Week[]) => ({
  impressions: weeks.reduce((total, one) => total + one.impressions, 0),
  clicks: weeks.reduce((total, one) => total + one.clicks, 0),
})
