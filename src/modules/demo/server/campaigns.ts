import { addDays, addMonths, type Day } from '../../../methods/fiscal.ts'
import {
  abm,
  type Brief,
  benchmark,
  comparison,
  type DemoCampaign,
  expo,
  forum,
  opportunities,
  search,
  stagesUntil,
  tactic,
  voices,
} from './campaign-briefs.ts'

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
