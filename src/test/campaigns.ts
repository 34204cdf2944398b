import { campaigns } from '../modules/campaigns/contract.ts'
import type { Company, PersonName } from './company.ts'

const approvals = (company: Company) => [
  { stage: 'creative' as const, roleId: 'creative-director', dueOn: '2026-06-01' },
  { stage: 'legal' as const, personId: company.ids.ines, dueOn: '2026-06-05' },
  { stage: 'budget' as const, roleId: 'finance', dueOn: '2026-06-10' },
]

/** A brief that can be submitted. */
export const briefOf = (company: Company) => ({
  startsOn: '2026-07-01',
  endsOn: '2026-09-30',
  audience: 'Heads of service',
  exclusions: 'Customers',
  message: 'Plan the day in an hour',
  offer: 'A calculator',
  channels: ['Email', 'Webinar'],
  demand: { metric: 'opportunities', value: 40 },
  kpis: [{ metric: 'won_value', money: { minor: 9_000_000, currency: 'EUR' } }],
  approvals: approvals(company),
})

/** Marco’s campaign at Northwind, in all but what is said. */
export const planOf = (company: Company, said: object = {}, who: PersonName = 'marco') =>
  company.as(who)(campaigns.add, {
    level: 'campaign',
    name: 'Summer',
    ownerId: company.ids.marco,
    brief: briefOf(company),
    planned: { minor: 1_500_000, currency: 'EUR' },
    ...said,
  })
