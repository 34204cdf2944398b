export type DemoSize = 'tiny' | 'small' | 'large'

/** People and touches per person of each size; `small` has about 60 thousand people and 1.5 million touches. */
export const sizes: Record<DemoSize, { contacts: number; touchesEach: number }> = {
  tiny: { contacts: 600, touchesEach: 21 },
  small: { contacts: 60_000, touchesEach: 27 },
  large: { contacts: 1_000_000, touchesEach: 10.8 },
}

export const demoCompany = {
  name: 'Brindlemoor Software',
  domain: 'brindlemoor.example',
  currency: 'USD',
  zone: 'UTC',
  fiscalStartMonth: 1,
  weekStart: 1,
}

export type Channel =
  | 'organic_search'
  | 'paid_search'
  | 'paid_social'
  | 'linkedin_ads'
  | 'email'
  | 'webinar'
  | 'event'
  | 'partner'
  | 'content_syndication'
  | 'organic_social'
  | 'direct'

export type ChannelPlan = {
  /** The channel it counts as once the vocabulary has read it. */
  word: string
  /** As the marketing automation writes it, both as a touch’s channel and as a person’s source. */
  label: string
  /** A second spelling that some touches carry. */
  utm: string
  /** Share of people whose first touch it is, of later touches, and of later touches of the keenest people. */
  first: number
  later: number
  keen: number
  /** Chance that one engaged touch makes a lead an MQL, at 25 touches per person. The planted true effect. */
  effect: number
  /** Lost while tracking was out. */
  isTracked: boolean
  kinds: readonly (readonly [kind: string, share: number])[]
}

const web = [
  ['Visit Webpage', 0.8],
  ['Fill Out Form', 0.2],
] as const

const program = [['Change Program Status', 1]] as const

/** Direct visits cause nothing, but the keenest people have most of them: credit by last touch is wrong by design. */
export const channels: Record<Channel, ChannelPlan> = {
  organic_search: plan(
    'Organic search',
    'Organic Search',
    'google / organic',
    0.26,
    0.13,
    0.12,
    0.012,
    true,
    web,
  ),
  paid_search: plan('Paid search', 'Paid Search', 'google / cpc', 0.18, 0.06, 0.09, 0.02, true, web),
  paid_social: plan('Paid social', 'Paid Social', 'facebook / cpc', 0.1, 0.06, 0.05, 0.003, true, web),
  linkedin_ads: plan('Paid social', 'LinkedIn Ads', 'linkedin / cpc', 0.08, 0.04, 0.05, 0.012, true, web),
  email: plan('Email', 'Email Marketing', 'newsletter', 0.03, 0.45, 0.36, 0.008, true, [
    ['Send Email', 0.62],
    ['Open Email', 0.26],
    ['Click Email', 0.12],
  ]),
  webinar: plan('Webinar', 'Webinar', 'webinars', 0.07, 0.03, 0.04, 0.05, false, program),
  event: plan('Events', 'Event', 'tradeshow', 0.06, 0.02, 0.02, 0.06, false, program),
  partner: plan('Partner', 'Partner', 'channel partner', 0.06, 0.02, 0.02, 0.05, false, [
    ['Interesting Moment', 0.6],
    ['Fill Out Form', 0.4],
  ]),
  content_syndication: plan(
    'Content syndication',
    'Content Syndication',
    'syndication',
    0.05,
    0.01,
    0.01,
    0.008,
    false,
    [['Fill Out Form', 1]],
  ),
  organic_social: plan('Organic social', 'Organic Social', 'linkedin', 0.06, 0.07, 0.06, 0.004, true, web),
  direct: plan('Direct', 'Direct Traffic', '(direct) / (none)', 0.1, 0.12, 0.19, 0, true, web),
}

function plan(
  word: string,
  label: string,
  utm: string,
  first: number,
  later: number,
  keen: number,
  effect: number,
  isTracked: boolean,
  kinds: ChannelPlan['kinds'],
): ChannelPlan {
  return { word, label, utm, first, later, keen, effect, isTracked, kinds }
}

export const channelNames = Object.keys(channels) as Channel[]

/** A waiting time in days: log-normal by median and sigma, or gamma of shape 2 by its mean. */
export type Lag = { kind: 'lognormal'; median: number; sigma: number } | { kind: 'gamma2'; mean: number }
export type Step = { probability: number; lag: Lag; otherwise: Lag }
export type Steps = { sal: Step; sql: Step; opportunity: Step; won: Step }

const lognormal = (median: number, sigma: number): Lag => ({ kind: 'lognormal', median, sigma })

/** What becomes of an MQL, by the channel that first brought the person: warm origins convert better and faster. */
function stepsOf(quality: number, pace: number): Steps {
  return {
    sal: { probability: 0.62 * quality, lag: lognormal(1.1 * pace, 0.7), otherwise: lognormal(2.2, 0.6) },
    sql: {
      probability: 0.6 * quality,
      lag: { kind: 'gamma2', mean: 9 * pace },
      otherwise: lognormal(14, 0.7),
    },
    opportunity: {
      probability: 0.68 * quality,
      lag: lognormal(8 * pace, 0.8),
      otherwise: lognormal(30, 0.6),
    },
    won: { probability: 0.27 * quality, lag: lognormal(58 * pace, 0.55), otherwise: lognormal(41, 0.7) },
  }
}

export const steps: Record<Channel, Steps> = {
  organic_search: stepsOf(1, 1),
  paid_search: stepsOf(0.97, 0.95),
  paid_social: stepsOf(0.74, 1.2),
  linkedin_ads: stepsOf(1.02, 1.1),
  email: stepsOf(0.95, 1),
  webinar: stepsOf(1.08, 0.95),
  event: stepsOf(1.12, 0.9),
  partner: stepsOf(1.3, 0.75),
  content_syndication: stepsOf(0.66, 1.25),
  organic_social: stepsOf(0.85, 1.05),
  direct: stepsOf(1.05, 0.9),
}

/** The chance that a lead becomes an MQL with no touch to thank. */
export const unpromptedShare = 0.06

/** Days within which sales should accept or reject an MQL. */
export const acceptanceSla = 2

/** How many months before the last day tracking was out for a whole month, and what one platform's spend was multiplied by. */
export const outage = { monthsBefore: 14, spendFactor: 2 }
