import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { costs } from '../costs/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let lines: string[]
const may = '2026-05-31'

const said = [
  { name: 'Search', kind: 'media' as const, campaign: 'Spring', plan: months(100_000) },
  { name: 'Stand', kind: 'event' as const, campaign: 'Expo', plan: months(100_000) },
  { name: 'Narrow', kind: 'media' as const, campaign: 'Spring', plan: months(1000) },
  { name: 'Reserve', isPlaceholder: true, plan: months(10_000) },
  { name: 'Team', kind: 'people' as const, plan: months(500_000) },
]
beforeAll(async () => {
  const started = await startBudget(said, ['marco', 'pia', 'fay', 'carol', 'cleo'])
  northwind = started.company
  lines = started.ids
})
afterAll(() => northwind.close())

const ask = async (by: PersonName, line: number, minor: number, more: object = {}) =>
  northwind.as(by)(budget.request, {
    ...{
      lineId: lines[line]!,
      minor,
      supplier: 'Harrow & Vine',
      what: 'Work',
      currency: 'EUR',
      dueOn: '2026-07-31',
    },
    ...more,
  })
const limit = (perDecision: number, perMonth: number, more: object = {}) =>
  northwind.as('ana')(budget.setLimit, {
    ...{ personId: northwind.ids.marco, perDecision, perMonth, until: may },
    ...more,
  })
const settled = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).map((one) =>
    one.status === 'fulfilled' ? 'done' : String(one.reason.message),
  )

test('Marco decides within his limit, and above it the request goes up', async () => {
  await limit(50_000, 80_000, { kinds: ['media'], campaigns: ['Spring'] })
  const marco = northwind.as('marco')
  const [small, large, other] = [
    await ask('pia', 0, 50_000),
    await ask('pia', 0, 50_001),
    await ask('pia', 1, 100),
  ]
  await expect(marco(budget.approve, { id: large.id })).rejects.toThrow(
    /500\.01 EUR is above the limit of 500\.00 EUR for one decision.*Pass it up/,
  )
  await expect(marco(budget.approve, { id: other.id })).rejects.toThrow(/does not cover event/)
  expect((await marco(budget.approve, { id: small.id })).state).toBe('approved')
  const next = await ask('pia', 0, 30_001)
  await expect(marco(budget.approve, { id: next.id })).rejects.toThrow(/With 500\.00 EUR decided this month/)

  await marco(budget.escalate, { id: next.id, reason: 'The month is full' })
  await expect(marco(budget.refuse, { id: next.id, reason: 'Too late' })).rejects.toThrow(
    /waits for whoever controls/,
  )
  expect((await northwind.as('ana')(budget.approve, { id: next.id })).state).toBe('approved')
  const { items } = await northwind.as('pia')(budget.decisions, { limit: 3 })
  expect(items.map((one) => [one.verdict, one.authority])).toEqual([
    ['approved', 'in control of the budget'],
    ['escalated', ''],
    ['approved', 'within a limit'],
  ])
  expect(items[2]?.evidence.limit).toMatchObject({
    perDecision: 50_000,
    perMonth: 80_000,
    used: 0,
    until: may,
  })
})

test('a limit ends with its last day, and nobody sets their own', async () => {
  const { app } = northwind
  const clock = app.clock
  const asked = await ask('pia', 0, 100)
  app.clock = () => new Date('2026-06-01T09:00:00Z')
  const late = northwind.as('marco')(budget.approve, { id: asked.id })
  await expect(late).rejects.toThrow(/The limit held until 2026-05-31/)
  app.clock = clock
  const ana = northwind.as('ana')
  const own = { personId: northwind.ids.ana, perDecision: 1, perMonth: 1, until: may }
  await expect(ana(budget.setLimit, own)).rejects.toThrow(/Nobody sets their own limit/)
  await expect(limit(100, 99)).rejects.toThrow(/at least that of one decision/)
  await expect(ana(budget.setLimit, { ...own, personId: northwind.ids.kai })).rejects.toThrow(
    /Kai Okafor may not decide/,
  )
})

test('two approvals at once never exceed a line', async () => {
  const [one, two] = [await ask('pia', 2, 9000), await ask('pia', 2, 9000)]
  const outcome = await settled([
    northwind.as('ana')(budget.approve, { id: one.id }),
    northwind.as('carol')(budget.approve, { id: two.id }),
  ])
  expect(outcome.filter((said) => said === 'done')).toHaveLength(1)
  expect(outcome.find((said) => said !== 'done')).toMatch(/“Narrow” has 30\.00 EUR available/)
})

test('two approvals at once never exceed a limit, and one is not approved twice', async () => {
  await limit(50_000, 110_000)
  const [one, two] = [await ask('pia', 0, 40_000), await ask('pia', 1, 40_000)]
  const marco = northwind.as('marco')
  const outcome = await settled([one, two].map(({ id }) => marco(budget.approve, { id })))
  expect(outcome.filter((said) => said === 'done')).toHaveLength(1)
  expect(outcome.find((said) => said !== 'done')).toMatch(/above the limit of 1,100\.00 EUR a month/)

  const third = await ask('pia', 1, 100)
  const twice = await settled([
    northwind.as('ana')(budget.approve, { id: third.id }),
    northwind.as('carol')(budget.approve, { id: third.id }),
  ])
  expect(twice.sort()).toEqual(['This request is approved already.', 'done'])
})

test('whoever stands in decides in the place of the other, within their authority, never on their spend', async () => {
  const [ana, marco, carol] = [northwind.as('ana'), northwind.as('marco'), northwind.as('carol')]
  const days = { fromOn: '2026-05-18', toOn: '2026-05-25', reason: 'Leave' }
  await expect(ana(budget.delegate, { ...days, toId: northwind.ids.pia })).rejects.toThrow(
    /needs the permission “budget:decide”/,
  )
  const { id } = await ana(budget.delegate, { ...days, toId: northwind.ids.marco })
  await expect(ana(budget.delegate, { ...days, toId: northwind.ids.carol })).rejects.toThrow(
    /Marco Haas stands in from/,
  )

  const [theirs, own, hers] = [
    await ask('pia', 1, 300_000),
    await ask('marco', 1, 100),
    await ask('ana', 1, 200_000),
  ]
  expect((await marco(budget.approve, { id: theirs.id })).state).toBe('approved')
  expect((await marco(budget.decisions, { limit: 1 })).items[0]?.authority).toBe(
    'in place of Ana Ribeiro, in control of the budget',
  )
  await expect(marco(budget.approve, { id: own.id })).rejects.toThrow(/Nobody approves their own spend/)
  expect((await marco(budget.requests, {})).items.find((one) => one.id === hers.id)?.can.approve).toBe(false)
  await marco(budget.endDelegation, { id }).then(
    () => expect.unreachable('Only Ana or Carol ends it'),
    (error) => expect(error.message).toMatch(/Only Ana Ribeiro/),
  )
  await carol(budget.endDelegation, { id })
  await expect(marco(budget.approve, { id: hers.id })).rejects.toThrow(/above the limit of 500\.00 EUR/)
})

test('a placeholder reserves, a headcount line takes no orders, and a request is withdrawn by whoever made it', async () => {
  await expect(ask('pia', 3, 1)).rejects.toThrow(/is a placeholder that reserves its budget/)
  await expect(ask('carol', 4, 1)).rejects.toThrow(/headcount line takes no orders/)
  const { id } = await ask('pia', 0, 77)
  await expect(northwind.as('marco')(budget.withdraw, { id, reason: 'Not mine' })).rejects.toThrow(
    /Only whoever asked/,
  )
  expect((await northwind.as('pia')(budget.withdraw, { id, reason: 'Not needed' })).state).toBe('withdrawn')
  await expect(ask('pia', 0, 0)).rejects.toThrow(/more than 0/)
  await expect(ask('pia', 0, -5)).rejects.toThrow(/cannot be negative/)
  await expect(ask('pia', 0, 10 ** 12)).rejects.toThrow(/too large/)
  await expect(ask('pia', 0, 5, { currency: 'XQZ' })).rejects.toThrow(/“XQZ” is not a currency/)
  await expect(ask('pia', 0, 5, { currency: 'CZK' })).rejects.toThrow(/No rate for CZK is known/)
  await expect(ask('pia', 0, 5, { dueOn: '2027-02-01' })).rejects.toThrow(/lies outside of FY2027/)
})

test('the decision log takes no change, and an approved plan none, not even in the database', async () => {
  const { db } = northwind.app
  const change = db.updateTable('budget_decisions').set({ reason: 'Other' }).execute()
  await expect(change).rejects.toThrow(/neither changed nor removed/)
  await expect(db.deleteFrom('budget_decisions').execute()).rejects.toThrow(/neither changed nor removed/)
  const plan = db
    .updateTable('budget_lines')
    .set({ plan: months(1).map(String) })
    .execute()
  await expect(plan).rejects.toThrow(/its baseline stays/)
})

test('Marco moves budget within his limit; more than that is for the director', async () => {
  await limit(300_000, 300_000)
  const marco = northwind.as('marco')
  const move = { fromId: lines[0]!, toId: lines[1]!, reason: 'Expo grows' }
  await expect(marco(budget.transfer, { ...move, minor: 300_001 })).rejects.toThrow(
    /Ask whoever controls the budget/,
  )
  await marco(budget.transfer, { ...move, minor: 1000 })
  await expect(northwind.as('pia')(budget.transfer, { ...move, minor: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await northwind.as('fay')(costs.list, {})).items).toEqual([])
})
