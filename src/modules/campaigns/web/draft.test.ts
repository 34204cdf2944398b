import { expect, test } from 'vitest'
import type { Campaign } from '../contract.ts'
import { draftOf, saidOf } from './draft.ts'

const demand = { metric: 'won_value', value: null, money: { minor: 5_000_000, currency: 'EUR' } }
const brief = {
  ...{
    startsOn: '2026-07-01',
    endsOn: '2026-07-31',
    audience: 'Utilities',
    exclusions: '',
    message: 'Now',
    offer: '',
  },
  ...{ channels: ['Email'], demand, kpis: [demand], agency: '', approvals: [], fields: {} },
}
const one = { name: 'Spring', owner: { id: 'per_1' }, brief, planned: null } as unknown as Campaign
const metrics = [{ id: 'won_value', title: 'Won value', unit: 'money' as const }]
const known = { metrics, fields: [], currency: 'USD' }

test('a target in another currency keeps it through the form', () => {
  const said = saidOf(draftOf(one, 'USD') as Parameters<typeof saidOf>[0], known)
  expect(said.brief.demand).toEqual(demand)
  expect(said.brief.kpis).toEqual([demand])
})
