import type { Asked } from '../../../kernel/contract.ts'
import { addDays, addMonths, type Day } from '../../../methods/fiscal.ts'
import type { campaigns } from '../../campaigns/contract.ts'

type Brief = Asked<typeof campaigns.add>['brief']
export type DemoCampaign = Pick<Asked<typeof campaigns.add>, 'level' | 'name'> & {
  /** The name of what it belongs to. */
  under?: string
  brief: Brief
  /** In dollars, at size `small`. */
  planned?: number
  sources?: string[]
  /** How far its approval came: submitted, or approved by so many stages. */
  approvals?: 0 | 1 | 2 | 3
  /** A change that waits to be decided. */
  asks?: { reason: string; endsOn: Day; planned: number; channels: string[] }
  guest?: string
}

/** Each stage a few days after the one before, the last of them before the first day. */
const stagesUntil = (first: Day): Brief['approvals'] => [
  { stage: 'creative', roleId: 'creative-director', dueOn: first },
  { stage: 'legal', roleId: 'legal', dueOn: addDays(first, 5) },
  { stage: 'budget', roleId: 'finance', dueOn: addDays(first, 9) },
]

const opportunities = (value: number) => ({ metric: 'opportunities', value })
const won = (dollars: number) => ({ metric: 'won_value', money: { minor: dollars * 100, currency: 'USD' } })
const programme = (
  name: string,
  [startsOn, endsOn]: [Day, Day],
  brief: Partial<Brief>,
  planned: number,
): DemoCampaign => ({
  level: 'programme',
  name,
  brief: { ...brief, startsOn, endsOn, approvals: stagesUntil(addDays(startsOn, -14)) },
  planned,
  approvals: 3,
})

/** What the demo company plans, runs and has run, in every state a campaign can be in; amounts are of size `small`. */
export function demoCampaigns(until: Day): DemoCampaign[] {
  const year = Number(until.slice(0, 4)) - (until.slice(5) > '06-15' ? 0 : 1)
  const field = 'Field service demand'
  const accounts = 'Pipeline from named accounts'
  return [
    programme(
      field,
      [addMonths(until, -12), addMonths(until, 12)],
      {
        audience: 'Companies that dispatch technicians',
        message: 'The day planned before it begins',
        channels: ['Events', 'Paid search', 'Email'],
        demand: opportunities(400),
      },
      620_000,
    ),
    programme(
      accounts,
      [addMonths(until, -6), addMonths(until, 6)],
      {
        audience: 'Utilities and logistics firms on the list of sales',
        message: 'Fewer truck rolls, the same crew',
        channels: ['Paid social', 'Webinar'],
        demand: opportunities(120),
      },
      210_000,
    ),
    comparison(until, field),
    expo(year, field),
    search(until, field),
    tactic(until),
    abm(until, accounts),
    forum(until, field),
    voices(until, field),
    benchmark(until, accounts),
  ]
}

const expo = (year: number, under: string): DemoCampaign => ({
  level: 'campaign',
  name: `FieldForward Expo ${year}`,
  under,
  brief: {
    startsOn: `${year}-05-01`,
    endsOn: `${year}-05-31`,
    audience: 'Heads of field service who visit the Expo, and customers who might',
    exclusions: 'Competitors and students who register with a private address',
    message: 'Plan the day in an hour, not the hour in a day',
    offer: 'Thirty minutes at the stand with one’s own data',
    channels: ['Events', 'Email'],
    demand: opportunities(60),
    kpis: [won(900_000)],
    agency: 'Studio Lindqvist',
    approvals: stagesUntil(`${year}-04-10`),
  },
  planned: 125_000,
  sources: [`FieldForward Expo ${year}`],
  approvals: 3,
})

const comparison = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: 'Competitor comparison',
  under,
  brief: {
    startsOn: addDays(until, -330),
    endsOn: addDays(until, -40),
    audience: 'Buyers who compare two suppliers by name',
    exclusions: 'Customers, and people at the suppliers compared',
    message: 'What each costs after the first year',
    offer: 'The comparison as a workbook',
    channels: ['Paid search'],
    demand: { metric: 'attributed_won_w', value: 40 },
    kpis: [{ metric: 'attributed_value_w', money: { minor: 60_000_000, currency: 'USD' } }],
    agency: 'Harrow & Vine',
    approvals: stagesUntil(addDays(until, -350)),
  },
  planned: 85_000,
  sources: ['Competitor comparison – Search'],
  approvals: 3,
})

const search = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: 'Field service software: search',
  under,
  brief: {
    startsOn: addDays(until, -150),
    endsOn: addDays(until, 45),
    audience: 'People who look for field service software in the US and in EMEA',
    exclusions: 'Customers, by the suppression list; searches for jobs',
    message: 'Schedule every technician from one screen',
    offer: 'A demo within a day',
    channels: ['Paid search'],
    demand: opportunities(90),
    kpis: [won(2_400_000)],
    agency: 'Harrow & Vine',
    approvals: stagesUntil(addDays(until, -170)),
  },
  planned: 190_000,
  sources: ['Field service software – US – Search', 'Field service software – EMEA – Search'],
  approvals: 3,
  asks: {
    reason: 'Search volume in EMEA grew; two more months and retargeting',
    endsOn: addDays(until, 105),
    planned: 245_000,
    channels: ['Paid search', 'Paid social'],
  },
  guest: 'odile@atelier-fontanel.example',
})

const tactic = (until: Day): DemoCampaign => ({
  level: 'tactic',
  name: 'Route optimisation: search in the UK',
  under: 'Field service software: search',
  brief: {
    startsOn: addDays(until, -90),
    endsOn: addDays(until, 45),
    audience: 'Fleet managers in the UK',
    channels: ['Paid search'],
  },
  sources: ['Route optimisation – UK – Search'],
})

const abm = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: 'Operations leaders of utilities and logistics',
  under,
  brief: {
    startsOn: addDays(until, -120),
    endsOn: addDays(until, 60),
    audience: 'Operations and fleet leaders of 240 named accounts',
    exclusions: 'Accounts in an open complaint',
    message: 'Fewer truck rolls, the same crew',
    offer: 'The benchmark of one’s own industry',
    channels: ['Paid social', 'Webinar'],
    demand: opportunities(30),
    kpis: [{ metric: 'cost_per_opportunity', money: { minor: 180_000, currency: 'USD' } }],
    approvals: stagesUntil(addDays(until, -140)),
  },
  planned: 70_000,
  sources: ['ABM – Utilities – Operations leaders', 'ABM – Logistics – Fleet leaders'],
  approvals: 3,
})

const forum = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: `Service Leaders Forum ${Number(until.slice(0, 4)) + 1}`,
  under,
  brief: {
    startsOn: addDays(until, 40),
    endsOn: addDays(until, 70),
    audience: 'Chief operating officers in the Nordics and the UK',
    message: 'The numbers a COO asks for',
    offer: 'A seat at the dinner',
    channels: ['Events', 'Email'],
    demand: opportunities(25),
    approvals: stagesUntil(addDays(until, 6)),
  },
  planned: 52_000,
  approvals: 1,
})

const voices = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: 'Customer voices',
  under,
  brief: {
    startsOn: addDays(until, 20),
    endsOn: addDays(until, 110),
    audience: 'Dispatchers who follow us, and their managers',
    exclusions: 'Customers who did not agree to be quoted',
    message: 'What changed at the desk, in their own words',
    offer: 'The story of a firm like theirs',
    channels: ['Organic social', 'Video'],
    demand: opportunities(8),
    approvals: stagesUntil(addDays(until, -3)),
  },
  planned: 14_000,
  approvals: 0,
})

const benchmark = (until: Day, under: string): DemoCampaign => ({
  level: 'campaign',
  name: 'COO benchmark report',
  under,
  brief: {
    startsOn: addDays(until, 60),
    endsOn: addDays(until, 120),
    audience: 'Chief operating officers who have not met us yet',
    message: 'How one’s own crew compares',
    channels: ['Content syndication', 'Paid social'],
    approvals: stagesUntil(addDays(until, 30)),
  },
  planned: 30_000,
  sources: ['Lead gen form – COO benchmark report'],
})

/** Values of links that are allowed, and what was built of them: source, medium, campaign. */
export const demoTerms = {
  source: ['google', 'linkedin', 'newsletter', 'partner'],
  medium: ['cpc', 'paid-social', 'email', 'referral'],
  campaign: ['field-service-search', 'operations-leaders', 'customer-voices'],
  content: ['hero', 'footer'],
} as const
export const demoLinks = [
  ['google', 'cpc', 'field-service-search', 'Field service software: search'],
  ['linkedin', 'paid-social', 'operations-leaders', 'Operations leaders of utilities and logistics'],
  ['newsletter', 'email', 'customer-voices', 'Customer voices'],
] as const
