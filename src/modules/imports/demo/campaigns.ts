import type { Channel } from './plan.ts'

/** Campaign names by channel; {Y}, {Q} and {M} are filled from the day of the touch. A blank channel has none. */
export const campaignNames: Partial<Record<Channel, readonly string[]>> = {
  email: [
    'Newsletter {Y}-{M}',
    'Nurture – Dispatch basics',
    'Nurture – From spreadsheet to schedule',
    'Product update {Y} {Q}',
    'Re-engage dormant leads {Y} {Q}',
    'Customer story series {Y} {Q}',
  ],
  webinar: [
    'Webinar {Y} {Q} – Cutting truck rolls in half',
    'Webinar {Y} {Q} – Scheduling in peak season',
    'Webinar {Y} {Q} – The numbers a COO asks for',
    'Live demo {Y}-{M}',
  ],
  event: [
    'FieldForward Expo {Y}',
    'Service Leaders Forum {Y}',
    'Nordic Operations Days {Y}',
    'Executive dinner {Y} {Q}',
  ],
  partner: [
    'Partner – Kvistholm Consulting',
    'Partner – Delmarque Integration',
    'Partner – Southline Advisory',
  ],
  content_syndication: ['Syndication – Buyer’s guide {Y}', 'Syndication – Benchmark report {Y}'],
  organic_social: [
    'Social – Customer voices {Y}',
    'Social – Behind the dispatch desk',
    'Social – Hiring technicians',
  ],
}

export type AdCampaign = {
  platform: 'google_ads' | 'meta_ads' | 'linkedin_ads'
  channel: Channel
  id: string
  name: string
  type: string
  /** Spend of an ordinary day at size `small`, in dollars. */
  daily: number
  clickCost: number
  clickRate: number
  conversionRate: number
  /** Share of the three years gone before it starts. */
  startsAfter: number
}

export const adCampaigns: AdCampaign[] = [
  google(1, 'Brand – Global – Exact', 'Search', 190, 1.9, 0.11, 0.09, 0),
  google(2, 'Field service software – US – Search', 'Search', 620, 9.8, 0.041, 0.034, 0),
  google(3, 'Field service software – EMEA – Search', 'Search', 430, 7.4, 0.038, 0.031, 0),
  google(4, 'Route optimisation – UK – Search', 'Search', 210, 6.1, 0.036, 0.028, 0.2),
  google(5, 'Competitor comparison – Search', 'Search', 260, 11.2, 0.029, 0.022, 0.35),
  google(6, 'Performance Max – Fleet', 'Performance Max', 240, 2.7, 0.012, 0.008, 0.5),
  meta(1, 'Prospecting – Lookalike 1 % – Dispatch guide', 230, 2.4, 0.011, 0.012, 0),
  meta(2, 'Retargeting – Demo request', 120, 3.1, 0.014, 0.02, 0),
  meta(3, 'Prospecting – Interests – Field teams', 170, 2.1, 0.009, 0.007, 0.15),
  meta(4, 'Video – A day at the dispatch desk', 90, 1.4, 0.006, 0.003, 0.45),
  linkedin(1, 'ABM – Utilities – Operations leaders', 260, 10.4, 0.0052, 0.03, 0),
  linkedin(2, 'ABM – Logistics – Fleet leaders', 240, 10.9, 0.0049, 0.028, 0),
  linkedin(3, 'Lead gen form – COO benchmark report', 190, 12.6, 0.0047, 0.062, 0.25),
  linkedin(4, 'Thought leadership – Sponsored posts', 110, 8.2, 0.0058, 0.009, 0.1),
]

type Figures = [
  daily: number,
  clickCost: number,
  clickRate: number,
  conversionRate: number,
  startsAfter: number,
]

function google(n: number, name: string, type: string, ...figures: Figures): AdCampaign {
  return ad('google_ads', 'paid_search', `${18_450_000_000 + n * 7919}`, name, type, figures)
}

function meta(n: number, name: string, ...figures: Figures): AdCampaign {
  return ad('meta_ads', 'paid_social', `${23_860_000_000_000 + n * 104_729}`, name, 'Paid Social', figures)
}

function linkedin(n: number, name: string, ...figures: Figures): AdCampaign {
  return ad('linkedin_ads', 'linkedin_ads', `${612_400_000 + n * 1_299}`, name, 'Sponsored Content', figures)
}

function ad(
  platform: AdCampaign['platform'],
  channel: Channel,
  id: string,
  name: string,
  type: string,
  [daily, clickCost, clickRate, conversionRate, startsAfter]: Figures,
): AdCampaign {
  return { platform, channel, id, name, type, daily, clickCost, clickRate, conversionRate, startsAfter }
}

export const products = [
  { code: 'BM-DIS', name: 'Brindle Dispatch', family: 'Core', price: 480 },
  { code: 'BM-RTE', name: 'Brindle Route', family: 'Core', price: 360 },
  { code: 'BM-FLT', name: 'Brindle Fleet', family: 'Core', price: 420 },
  { code: 'BM-INS', name: 'Brindle Insights', family: 'Analytics', price: 290 },
  { code: 'BM-CAR', name: 'Brindle Care', family: 'Service', price: 180 },
  { code: 'BM-CON', name: 'Brindle Connect', family: 'Platform', price: 240 },
] as const

export const reasons = {
  rejected: [
    'No budget',
    'Wrong contact',
    'Student or job seeker',
    'Competitor',
    'Duplicate',
    'Outside our market',
  ],
  disqualified: ['No timeline', 'No authority', 'Poor fit', 'Unresponsive', 'Chose to stay as is'],
  lost: ['Price', 'Lost to competitor', 'No decision', 'Missing feature', 'Timing', 'Budget cut'],
} as const
