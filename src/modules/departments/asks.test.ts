import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Ask, departments } from './contract.ts'
import { agoWords, isToBeReminded, moved } from './rules.ts'
import { remindOfAsks } from './server/tell.ts'

let northwind: Company
let it: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'ivan'] as const) await northwind.actorOf(name)
  const people = { ownerId: northwind.ids.ana, peopleIds: [northwind.ids.ivan] }
  it = (await northwind.as('marco')(departments.add, { name: 'IT', ...people })).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const ask = (what: string, more: object = {}, who: Name = 'pia') =>
  northwind.as(who)(departments.ask, { id: it, what, why: 'It costs us days', dueOn: '2026-06-01', ...more })
const answer = (who: Name, { id, version }: Ask, state: Ask['state'], reason = '') =>
  northwind.as(who)(departments.answer, { id, version, state, reason })
const open = async () =>
  (await northwind.as('kai')(departments.asks, { pageId: it, only: 'open' })).items.map((one) => one.what)
const inboxOf = async (who: Name) =>
  (await northwind.as(who)(activity.inbox, {})).notices.map((one) => one.title)

test('an ask reaches the department, which answers it; whoever asked withdraws it', async () => {
  const made = await ask('Sandbox', { minor: 50_000 })
  expect(made).toMatchObject({ state: 'asked', rank: 1, impact: { minor: 50_000, currency: 'EUR' }, age: 0 })
  expect(await inboxOf('ivan')).toEqual(['Asked of IT: Sandbox'])
  const { needs } = await northwind.as('ivan')(identity.home, {})
  expect(needs).toContainEqual(expect.objectContaining({ title: 'Answer: Sandbox', due: '2026-06-01' }))
  await expect(answer('pia', made, 'accepted')).rejects.toEqual(refused('conflict', /people of IT answer/))
  await expect(answer('ivan', made, 'withdrawn')).rejects.toEqual(refused('conflict', /Pia Novak asked/))
  await expect(answer('ivan', made, 'declined')).rejects.toEqual(refused('conflict', /Say why/))
  const accepted = await answer('ivan', made, 'accepted')
  expect(await inboxOf('pia')).toEqual(['IT, accepted: Sandbox'])
  await expect(answer('ivan', made, 'done')).rejects.toEqual(refused('conflict', /changed this ask since/))
  const done = await answer('ivan', accepted, 'done', 'Ready since today')
  expect(done).toMatchObject({ state: 'done', rank: null, reason: 'Ready since today' })
  await expect(answer('pia', done, 'withdrawn')).rejects.toEqual(refused('conflict', /Open it again/))
})

test('what is asked is put in other words until it is accepted, by whoever asked; the rest stays', async () => {
  const made = await ask('Export', { minor: 900, ofId: northwind.ids.ivan, size: 'M' })
  const change = (who: Name, version: number) =>
    northwind.as(who)(departments.changeAsk, { id: made.id, version, what: 'Nightly export' })
  await expect(change('kai', 1)).rejects.toEqual(refused('conflict', /Pia Novak asked/))
  expect(await change('pia', 1)).toMatchObject({
    what: 'Nightly export',
    why: 'It costs us days',
    ...{ impact: { minor: 900, currency: 'EUR' }, of: { name: 'Ivan Petrov' }, size: 'M', version: 2 },
  })
  await expect(change('pia', 1)).rejects.toMatchObject({ code: 'conflict' })
  const accepted = await answer('ivan', { ...made, version: 2 }, 'accepted')
  await expect(change('pia', accepted.version)).rejects.toEqual(
    refused('conflict', /accepted it as it reads/),
  )
})

test('the department puts what is open in order, and undo puts it back', async () => {
  const second = await ask('Sign-on')
  const third = await ask('Archive')
  expect(await open()).toEqual(['Nightly export', 'Sign-on', 'Archive'])
  const rank = (who: Name, place: number) =>
    northwind.as(who)(departments.rank, { id: third.id, rank: place })
  await expect(rank('pia', 1)).rejects.toEqual(refused('conflict', /decide on size and order/))
  const { before } = await rank('ivan', 1)
  expect(await open()).toEqual(['Archive', 'Nightly export', 'Sign-on'])
  await rank('ivan', before)
  expect(await open()).toEqual(['Nightly export', 'Sign-on', 'Archive'])
  await answer('pia', second, 'withdrawn')
  const { items } = await northwind.as('kai')(departments.asks, { pageId: it, only: 'open' })
  expect(items.map((one) => one.rank)).toEqual([1, 2])
  const sized = await northwind.as('ivan')(departments.size, { id: third.id, version: 1, size: 'XL' })
  expect(sized.size).toBe('XL')
})

test('two who move asks at once leave every place taken once', async () => {
  const { items } = await northwind.as('ivan')(departments.asks, { pageId: it, only: 'open' })
  const ids = items.map((one) => one.id)
  await Promise.all(
    ids.map((id, at) => northwind.as('ivan')(departments.rank, { id, rank: at === 0 ? 2 : 1 })),
  )
  const after = await northwind.as('ivan')(departments.asks, { pageId: it, only: 'open' })
  expect(after.items.map((one) => one.rank)).toEqual(ids.map((_, at) => at + 1))
})

test('what is late is said, listed and reminded of once', async () => {
  now = new Date('2026-06-04T09:00:00Z')
  const { items } = await northwind.as('kai')(departments.asks, { only: 'overdue' })
  expect(items.map((one) => [one.what, one.isOverdue, one.age])).toContainEqual(['Archive', true, 15])
  const page = await northwind.as('kai')(departments.show, { id: it })
  expect(page.asks).toEqual({ open: 2, overdue: 2 })
  const before = (await inboxOf('ivan')).length
  await remindOfAsks.run(northwind.app, {})
  await remindOfAsks.run(northwind.app, {})
  expect((await inboxOf('ivan')).length).toBe(before + 2)
  const { id } = items[0]!
  await expect(northwind.as('pia')(departments.remind, { id })).rejects.toEqual(
    refused('conflict', /today already/),
  )
  now = new Date('2026-06-04T22:30:00Z')
  await northwind.as('pia')(departments.remind, { id })
})

test.each([
  ['no reason', { why: '' }, /at least 3 letters/],
  ['nothing as an amount', { minor: 0 }, /more than nothing/],
  ['no date', { dueOn: 'soon' }, /is not a date/],
  ['somebody else’s person', { ofId: 'per_none' }, /is of the department/],
  ['a KPI that is not there', { kpiId: 'kpi_none' }, /is not there/],
])('refused: %s', async (_, more, words) => {
  const before = (await northwind.as('kai')(departments.asks, {})).items.length
  await expect(ask('Something', more)).rejects.toEqual(refused('invalid', words))
  expect((await northwind.as('kai')(departments.asks, {})).items).toHaveLength(before)
})

test('asking needs the right, and a goal that is not there leaves nothing behind', async () => {
  await expect(ask('Something', {}, 'kai')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(ask('Half an ask', { goalId: 'gol_none' })).rejects.toMatchObject({ code: 'missing' })
  expect(await open()).not.toContain('Half an ask')
})

test('a text that looks like a formula stays text in the file', async () => {
  now = new Date('2026-06-05T22:30:00Z')
  await ask('=HYPERLINK("http://evil.example")')
  const { body } = await northwind.as('kai')(departments.exportAsks, { format: 'csv' })
  const text = await new Response(body as ReadableStream).text()
  expect(text.split('\n')[0]).toContain('Id,Department,Ask,Why,Impact')
  expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m)
  expect(text.split('\n').find((line) => line.includes('HYPERLINK'))).toContain(',Pia Novak,2026-06-06,')
})

test.each([
  [['a', 'b', 'c'], 'c', 1, ['c', 'a', 'b']],
  [['a', 'b', 'c'], 'a', 99, ['b', 'c', 'a']],
  [['a', 'b', 'c'], 'b', 2, ['a', 'b', 'c']],
])('%j with %s at place %i is %j', (ids, id, place, order) => {
  expect(moved(ids, id, place)).toEqual(order)
})

test.each([
  ['asked', '2026-06-10', null, false],
  ['asked', '2026-06-07', null, true],
  ['accepted', '2026-06-01', '2026-06-02', false],
  ['accepted', '2026-05-20', '2026-05-28', true],
  ['done', '2026-05-20', null, false],
] as const)('%s, due on %s, reminded on %s: %s', (state, due_on, reminded_on, is) => {
  expect(isToBeReminded({ state, due_on, reminded_on }, '2026-06-04')).toBe(is)
})

test('how long ago is said as people say it', () => {
  expect([0, 1, 2].map(agoWords)).toEqual(['today', 'yesterday', '2 days ago'])
})
