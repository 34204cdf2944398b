import type { Asked } from '../../../kernel/contract.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import type { campaigns } from '../../campaigns/contract.ts'

export type Brief = Asked<typeof campaigns.add>['brief']
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
export const stagesUntil = (first: Day): Brief['approvals'] => [
  { stage: 'creative', roleId: 'creative-director', dueOn: first },
  { stage: 'legal', roleId: 'legal', dueOn: addDays(first, 5) },
  { stage: 'budget', roleId: 'finance', dueOn: addDays(first, 9) },
]

export const opportunities = (value: number) => ({ metric: 'opportunities', value })
const won = (dollars: number) => ({ metric: 'won_value', money: { minor: dollars * 100, currency: 'USD' } })
export const expo = (year: number, under: string): DemoCampaign => ({
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

export const comparison = (until: Day, under: string): DemoCampaign => ({
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

export const search = (until: Day, under: string): DemoCampaign => ({
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

export const tactic = (until: Day): DemoCampaign => ({
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

export const abm = (until: Day, under: string): DemoCampaign => ({
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

export const forum = (until: Day, under: string): DemoCampaign => ({
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

export const voices = (until: Day, under: string): DemoCampaign => ({
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

export const benchmark = (until: Day, under: string): DemoCampaign => ({
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
