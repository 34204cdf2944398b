import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { byHand, startKpis } from '../../test/kpis.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { strategy } from './contract.ts'

const now = new Date('2026-05-20T09:00:00Z')
const { northwind, propose, show, signed } = await startKpis(() => now)
afterAll(() => northwind.close())

test('the reporting line says who signs; both are told, sign at once, and both signatures land', async () => {
  const one = await propose()
  expect(one).toMatchObject({
    state: 'open',
    period: { label: 'FY2027' },
    signers: [
      { role: 'boss', person: { name: 'Marco Haas' }, signed: null },
      { role: 'above', person: { name: 'Ana Ribeiro' }, signed: null },
    ],
  })
  expect((await northwind.as('ana')(activity.inbox, {})).notices[0]?.title).toBe('To be signed: Renewals')
  const { needs } = await northwind.as('marco')(identity.home, {})
  expect(needs.map((need) => need.title)).toContain('Sign the KPI agreement: Renewals')

  await Promise.all(
    (['marco', 'ana'] as const).map((name) => northwind.as(name)(strategy.signKpi, { id: one.id })),
  )
  const done = await show(one.id)
  expect(done.state).toBe('signed')
  expect(done.signers.every((signer) => signer.signed !== null)).toBe(true)
})

test('nobody else signs, nobody twice, and not after it was withdrawn a moment ago', async () => {
  const { id } = await propose()
  await expect(northwind.as('carol')(strategy.signKpi, { id })).rejects.toEqual(
    refused('forbidden', /by the two people it names/),
  )
  await northwind.as('marco')(strategy.signKpi, { id })
  await expect(northwind.as('marco')(strategy.signKpi, { id })).rejects.toEqual(
    refused('forbidden', /waits for the other signature/),
  )
  await expect(northwind.ask(strategy.signKpi, { id })).rejects.toEqual(
    refused('forbidden', /Sign in under your own/),
  )

  await northwind.as('marco')(strategy.withdrawKpi, { id, reason: 'The sheet is wrong' })
  await expect(northwind.as('ana')(strategy.signKpi, { id })).rejects.toEqual(
    refused('conflict', /^Marco Haas withdrew it: The sheet is wrong\. There is nothing to sign/),
  )
})

test('of a signature and a withdrawal at the same moment one wins, and the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await propose()
    await northwind.as('marco')(strategy.signKpi, { id })
    const [signing, withdrawing] = await Promise.allSettled([
      northwind.as('ana')(strategy.signKpi, { id }),
      northwind.as('marco')(strategy.withdrawKpi, { id, reason: 'Wrong period' }),
    ])
    const { state, signers } = await show(id)
    expect([signing.status, withdrawing.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(state).toBe(signing.status === 'fulfilled' ? 'signed' : 'withdrawn')
    expect(signers.filter((one) => one.signed).length).toBe(state === 'signed' ? 2 : 1)
  }
})

test('where the line ends the proposer names who signs: two others than the owner, and not one twice', async () => {
  const { ids } = northwind
  const own = { ownerId: ids.marco }
  await expect(propose(own)).rejects.toEqual(
    refused('invalid', /does not say who the boss’s boss of Marco Haas is/),
  )
  await expect(propose({ ...own, aboveId: ids.ana })).rejects.toEqual(
    refused('conflict', /Ana Ribeiro cannot sign twice/),
  )
  await expect(propose({ ...own, aboveId: ids.marco })).rejects.toEqual(
    refused('conflict', /owns it and cannot sign it/),
  )
  await expect(propose({ ...own, bossId: ids.carol, aboveId: ids.ines })).rejects.toEqual(
    refused('invalid', /By the reporting line Ana Ribeiro is the boss of Marco Haas/),
  )
  expect((await propose({ ...own, aboveId: ids.carol })).signers[1]?.person.name).toBe('Carol Weiss')
})

test('a signed agreement is superseded by a new one; the old one stays, and both are linked', async () => {
  const old = await signed()
  const next = await propose({ name: 'Renewals, raised', target: 0.95, supersedes: old.id })
  await expect(propose({ supersedes: old.id })).rejects.toEqual(
    refused('conflict', /is proposed to supersede it already/),
  )
  expect((await show(old.id)).state).toBe('signed')

  await northwind.as('ana')(strategy.signKpi, { id: next.id })
  await northwind.as('marco')(strategy.signKpi, { id: next.id })
  expect(await show(old.id)).toMatchObject({
    state: 'superseded',
    target: 0.9,
    supersededBy: { id: next.id, name: 'Renewals, raised' },
  })
  expect((await show(next.id)).supersedes).toEqual({ id: old.id, name: 'Renewals' })
  await expect(propose({ supersedes: old.id })).rejects.toEqual(refused('conflict', /It is superseded/))
})

test('whoever owns an agreement cannot sign it away under another owner', async () => {
  const old = await signed()
  const { ids } = northwind
  await expect(propose({ supersedes: old.id, ownerId: ids.kai })).rejects.toEqual(
    refused('forbidden', /owns what this supersedes and cannot sign it away/),
  )
  expect((await show(old.id)).state).toBe('signed')
})

const spring = { from: '2026-02-01', to: '2026-04-30' }
const raised = { manual: { ...byHand, title: 'Customers who stay' } }
const asked = { ...raised, name: 'Staying' }

test('an owner promises one figure once at a time: the sentence names what is in force and the way on', async () => {
  const { ids } = northwind
  const open = await propose(asked)
  await expect(propose(asked)).rejects.toEqual(
    refused(
      'conflict',
      /^“Staying” of Pia .* from 2026-02-01 to 2027-01-31, is proposed already\. Sign or withdraw/,
    ),
  )
  for (const name of ['ana', 'marco'] as const) await northwind.as(name)(strategy.signKpi, { id: open.id })
  const inForce = refused('conflict', /is in force already\. Propose this one to supersede it/)
  await expect(propose({ ...asked, target: 0.85 })).rejects.toEqual(inForce)
  await expect(propose({ ...asked, ...spring })).rejects.toEqual(inForce)
  const spelled = { ...raised.manual, title: '  customers  WHO stay ' }
  await expect(propose({ ...asked, manual: spelled })).rejects.toEqual(inForce)

  const next = { from: '2027-02-01', to: '2028-01-31' }
  expect((await propose({ ...asked, ...next })).state).toBe('open')
  expect((await propose({ ...asked, ownerId: ids.kai })).owner.id).toBe(ids.kai)
  expect((await propose({ ...asked, supersedes: open.id })).supersedes?.id).toBe(open.id)
})

test('two that were open side by side before this was asked are not both signed', async () => {
  const one = await propose({ manual: { ...byHand, title: 'Old promises' } })
  await sql`insert into strategy_kpis select (jsonb_populate_record(k, '{"id":"kpi_twin"}')).*
    from strategy_kpis k where id = ${one.id}`.execute(northwind.app.db)
  await northwind.as('marco')(strategy.signKpi, { id: 'kpi_twin' })
  for (const name of ['ana', 'marco'] as const) await northwind.as(name)(strategy.signKpi, { id: one.id })
  await expect(northwind.as('ana')(strategy.signKpi, { id: 'kpi_twin' })).rejects.toEqual(
    refused('conflict', /is in force already/),
  )
  expect((await show('kpi_twin')).state).toBe('open')
})

test('other conditions are another figure; the same ones in another order are not', async () => {
  const leads = { manual: undefined, metric: 'leads', leads: 'won_value', baseline: 1, target: 2 }
  await propose(leads)
  const where = ['origin=a|b', 'country=DE']
  await propose({ ...leads, where })
  await expect(propose({ ...leads, where: ['country=DE', 'origin=b|a'] })).rejects.toEqual(
    refused('conflict', /is proposed already/),
  )
  await propose({ ...leads, where: ['origin=a'] })
})

test('of two who propose the same at once one gets through', async () => {
  for (let round = 0; round < 5; round += 1) {
    const manual = { ...byHand, title: `Renewed in round ${round}` }
    const both = await Promise.allSettled([propose({ manual }), propose({ manual })])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toEqual(refused('conflict', /is proposed already/))
  }
})
