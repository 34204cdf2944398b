import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { warehouse } from '../../engine/port.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { attribution } from '../attribution/contract.ts'
import { defaultSettings } from '../attribution/rules.ts'
import { costs } from '../costs/contract.ts'
import { identity } from '../identity/contract.ts'
import { signing } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['sam', 'fay', 'ines', 'marco'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

// The fiscal year of Northwind starts in February: the last quarter that is over.
const quarter = { from: '2026-02-01', to: '2026-04-30' }
const inForce = (metric: string, days: object = quarter) =>
  northwind.as('vera')(signing.inForce, { metric, ...days })
const byId = async (id: string) =>
  (await northwind.as('vera')(signing.list, {})).items.find((one) => one.id === id)!

test('Ines proposes the last quarter; Sam and Fay are told, sign at once, and both land', async () => {
  const [ines, sam, fay] = [northwind.as('ines'), northwind.as('sam'), northwind.as('fay')]
  const proposal = await ines(signing.propose, { note: 'As discussed' })
  expect(proposal).toMatchObject({
    ...{ period: { ...quarter, label: 'FY2027 Q1' }, terms: 'W, fully loaded', state: 'open' },
    settingsVersion: 0,
    waitsFor: [{ title: 'Sales operations' }, { title: 'Finance' }],
    can: { sign: null, whyNotSign: 'You may read agreements, not sign them.', withdraw: true },
  })
  for (const as of [sam, fay]) {
    expect((await as(activity.inbox, {})).notices[0]?.title).toBe('To be signed: FY2027 Q1: W, fully loaded')
    const { needs } = await as(identity.home, {})
    expect(needs.map((one) => one.title)).toContain('Sign FY2027 Q1: W, fully loaded')
  }
  expect((await inForce('roi')).items).toEqual([])

  await Promise.all([
    sam(signing.sign, { id: proposal.id, note: 'As sales sees it' }),
    fay(signing.sign, { id: proposal.id }),
  ])
  const signed = await byId(proposal.id)
  expect(signed).toMatchObject({ state: 'signed', waitsFor: [], doubts: [] })
  expect(signed.signatures.map((one) => one.by.name).sort()).toEqual(['Fay Lindqvist', 'Sam Ortiz'])
  expect((await sam(identity.home, {})).needs.filter((one) => one.link === '/signatures')).toEqual([])
  expect((await ines(activity.inbox, {})).notices[0]?.title).toBe('Signed: FY2027 Q1: W, fully loaded')
  const { entries } = await northwind.as('ana')(activity.feed, { subject: proposal.id })
  expect(entries.map((one) => one.sentence)).toContain('signed for Finance: FY2027 Q1: W, fully loaded')
})

test('the signature stands on the figures that use it, in its days', async () => {
  const whole = (await inForce('attributed_value_w', { from: '2026-03-01', to: '2026-03-31' })).items
  expect(whole).toMatchObject([{ uses: 'same', isWhole: true, label: 'FY2027 Q1' }])
  expect(whole[0]?.says).toMatch(/^Signed by .* for FY2027 Q1: W, fully loaded\.$/)
  expect((await inForce('romi')).items).toMatchObject([{ uses: 'other' }])
  expect((await inForce('cost_per_sale', {})).items).toMatchObject([{ uses: 'same', isWhole: false }])
  expect((await inForce('cost_per_sale', { from: '2026-05-01', to: '2026-05-20' })).items).toEqual([])
  expect((await inForce('leads')).items).toEqual([])
})

test('a signed one is locked, and says when settings or figures have changed since', async () => {
  const { id } = (await northwind.as('vera')(signing.list, { state: 'signed' })).items[0]!
  const [ana, ines] = [northwind.as('ana'), northwind.as('ines')]
  await expect(ines(signing.withdraw, { id, reason: 'Changed my mind' })).rejects.toThrow(/locked/)
  await expect(northwind.as('sam')(signing.sign, { id })).rejects.toThrow(/locked/)
  await expect(ines(signing.propose, { from: '2026-03-01', to: '2026-03-31' })).rejects.toThrow(
    /Propose exactly 2026-02-01 to 2026-04-30/,
  )

  await ana(costs.add, { kind: 'agency', currency: 'EUR', month: '2026-03', minor: 120_000 })
  expect((await byId(id)).doubts).toEqual(['Signed on other figures: cost 0 EUR, now 1,200 EUR.'])
  const settings = { ...defaultSettings, windowDays: 180 }
  await ana(attribution.changeSettings, { settings, reason: 'A shorter window', version: 0 })
  expect((await byId(id)).doubts[0]).toBe('Signed on other settings: version 0, now 1.')
  expect((await inForce('roi')).items[0]?.doubts).toHaveLength(2)
})

test('a new one takes its place once both have signed it, and the old one stays to be read', async () => {
  const old = (await northwind.as('vera')(signing.list, { state: 'signed' })).items[0]!
  const next = await northwind.as('sam')(signing.propose, { ...quarter, model: 'linear', costs: 'media' })
  expect(next).toMatchObject({ supersedes: old.id, settingsVersion: 1, terms: 'Linear, media only' })
  await expect(northwind.as('ines')(signing.propose, quarter)).rejects.toThrow(/is proposed already/)

  await northwind.as('sam')(signing.sign, { id: next.id })
  await expect(northwind.as('sam')(signing.sign, { id: next.id, role: 'finance' })).rejects.toThrow(
    /nobody makes it signed alone/,
  )
  expect((await inForce('roi')).items[0]?.says).toMatch(/W, fully loaded/)
  await northwind.as('fay')(signing.sign, { id: next.id })
  expect((await byId(old.id)).state).toBe('superseded')
  expect((await byId(old.id)).signatures).toHaveLength(2)
  expect((await inForce('romi')).items).toMatchObject([{ id: next.id, uses: 'same' }])
})

test('nothing is signed on settings that changed meanwhile; it is withdrawn with a reason', async () => {
  const [ana, fay] = [northwind.as('ana'), northwind.as('fay')]
  const { id } = await fay(signing.propose, { from: '2026-05-01', to: '2026-07-31' })
  const settings = { ...defaultSettings, windowDays: 90 }
  await ana(attribution.changeSettings, { settings, reason: 'Shorter still', version: 1 })
  await expect(fay(signing.sign, { id })).rejects.toThrow(/version 1, now 2\. Withdraw it/)
  const gone = await fay(signing.withdraw, { id, reason: 'Other settings' })
  expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { by: 'Fay Lindqvist' }, doubts: [] })
})

test('only who may proposes, and only sales operations and finance sign', async () => {
  await expect(northwind.as('vera')(signing.propose, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(northwind.as('gus')(signing.list, {})).rejects.toMatchObject({ code: 'forbidden' })
  const { id } = await northwind.as('marco')(signing.propose, { from: '2026-01-01', to: '2026-01-31' })
  await expect(northwind.as('marco')(signing.sign, { id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(northwind.as('ana')(signing.sign, { id })).rejects.toThrow(/Only people of Sales operations/)
  await expect(northwind.ask(signing.sign, { id })).rejects.toThrow(/A signature is a person’s/)
})

test('Home counts no figures anew for what waits there, however much it is', async () => {
  const sam = northwind.as('sam')
  const home = async () => (await sam(identity.home, {})).needs.filter((one) => one.link === '/signatures')
  await home()
  const asked = vi.spyOn(northwind.app.services.use(warehouse), 'query')
  const before = await home()
  const few = asked.mock.calls.length
  for (const month of ['01', '02', '03'])
    await northwind.as('ines')(signing.propose, { from: `2025-${month}-01`, to: `2025-${month}-28` })
  asked.mockClear()
  const after = await home()
  expect(after.length).toBe(before.length + 3)
  expect(asked.mock.calls.length).toBe(few)
  asked.mockRestore()
})

test('every agreement of a list has its own signatures', async () => {
  const { items } = await northwind.as('vera')(signing.list, {})
  const signed = items.filter((one) => one.signatures.length > 0)
  expect(signed.map((one) => [one.state, one.signatures.length]).sort()).toEqual([
    ['signed', 2],
    ['superseded', 2],
  ])
})
