import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { agencies } from '../agencies/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { type BlockerTerms, blockers } from './contract.ts'
import { delayOf, halfAgeOf } from './rules.ts'

let northwind: Company
let room: Board
let now = new Date('2026-06-01T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['marco', 'kai', 'pia', 'gus', 'ana', 'vera'] as const) await northwind.actorOf(name)
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const add = (title: string, said: object = {}) => as('kai')(work.add, { title, boardId: room.id, ...said })
const stage = (name: string) => room.stages.find((one) => one.name === name)!.id
const on = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}
const terms = (said: object = {}): BlockerTerms => ({
  ...{ reason: 'The release of the photographs', cause: 'approval', partyKind: 'vendor', partyId: null },
  ...{ party: 'Harbour Studio', ownerId: northwind.ids.pia, expectedOn: null, workaround: '' },
  ...said,
})
const block = (item: string, said: object = {}, who: PersonName = 'kai') =>
  as(who)(blockers.block, { item, ...terms(said) })
const list = async (who: PersonName = 'kai') => (await as(who)(blockers.list, {})).items

test('an item that is blocked says so, is not done, and is done once somebody said what ended it', async () => {
  on('2026-06-01')
  const film = await add('Film')
  const one = await block(`W-${film.number}`)
  expect(one).toMatchObject({ kind: 'external', owner: { name: 'Pia Novak' }, days: 0, isOverdue: false })
  on('2026-06-04')
  const { item } = await as('kai')(work.item, { id: film.id })
  expect(item.badges).toMatchObject([{ name: 'blocked', words: 'Blocked 3 d · Harbour Studio' }])
  expect((await list()).find((each) => each.id === one.id)).toMatchObject({ days: 3, isOverdue: true })
  const done = { ids: [film.id], stageId: stage('Done'), reason: 'Now' }
  await expect(as('kai')(work.move, done)).rejects.toThrow('it is blocked by Harbour Studio')

  const ended = await as('kai')(blockers.unblock, { id: one.id, version: 1, with: 'They signed' })
  expect(ended).toMatchObject({ ended: { by: 'Kai Okafor', with: 'They signed' }, days: 3 })
  await as('kai')(work.move, done)
  await expect(as('kai')(blockers.reopen, { id: one.id, version: ended.version })).rejects.toThrow('is done')
  await expect(block(film.id, { party: 'Others' })).rejects.toThrow('is done: nothing blocks it any more')
})

test.each([
  [[9, 6, 4, 2, 1, 0], 4],
  [[1, 5, 3], 3],
  [[7], 7],
  [[], null],
])('of ages %j half are %s days or more', (ages, half) => expect(halfAgeOf(ages)).toBe(half))

test('a blocker neither begins nor ends in another century', async () => {
  const leaflet = await add('Leaflet')
  await expect(block(leaflet.id, { expectedOn: '9999-12-31' })).rejects.toThrow('The expected day must lie')
  await expect(block(leaflet.id, { sinceOn: '1900-01-01' })).rejects.toThrow('The day it began must lie')
})

test('two who block an item on the same party at once write it down once; two who end it are told', async () => {
  const page = await add('Page')
  const both = await Promise.allSettled([block(page.id), block(page.id, { party: 'harbour studio' }, 'pia')])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(String(refused.reason)).toMatch(/is blocked by harbour studio already/i)

  const one = (await list()).find((each) => each.item.id === page.id)!
  const end = (who: PersonName) =>
    as(who)(blockers.unblock, { id: one.id, version: one.version, with: `It came, says ${who}` })
  const ends = await Promise.allSettled([end('kai'), end('pia')])
  expect(ends.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const late = ends.find((each) => each.status === 'rejected') as PromiseRejectedResult
  expect(String(late.reason)).toContain('Somebody changed this blocker')
})

test('who waits is told through links, as far as the asker may see the items', async () => {
  const [first, second, third] = [await add('One'), await add('Two'), await add('Three')]
  await as('kai')(work.link, { id: second.id, otherId: first.id, kind: 'waits-for' })
  await as('kai')(work.link, { id: third.id, otherId: second.id, kind: 'waits-for' })
  await as('kai')(work.edit, { ids: [third.id], patch: { assigneeIds: [northwind.ids.cleo] } })
  const closed = await boardOf(northwind, { name: 'Closed', isConfidential: true, stages: plainStages })
  const secret = await as('marco')(work.add, { title: 'Role', boardId: closed.id })
  await as('marco')(work.link, { id: secret.id, otherId: first.id, kind: 'waits-for' })

  const one = await block(first.id, { partyKind: 'department', party: 'Legal' })
  expect(one.kind).toBe('internal')
  expect(one.waits.items.map((each) => each.title).sort()).toEqual(['Three', 'Two'])
  expect(one.waits.people).toEqual(['Cleo Park'])

  const hidden = await as('marco')(blockers.block, { item: secret.id, ...terms() })
  expect((await list('kai')).some((each) => each.id === hidden.id)).toBe(false)
  await expect(
    as('kai')(blockers.unblock, { id: hidden.id, version: 1, with: 'Guessed' }),
  ).rejects.toMatchObject({ code: 'missing' })
})

test('an agency answers what waits for it, and sees nothing of others', async () => {
  const agency = await as('marco')(agencies.add, {
    ...{ name: 'Bell & Partners', fromOn: '2026-01-01', people: [northwind.ids.gus] },
  })
  const item = await add('Stand wall')
  const said = { partyKind: 'agency', partyId: agency.id, party: '', reason: 'The drawings of the stand' }
  const one = await block(item.id, said)
  expect(one.party).toBe('Bell & Partners')
  const other = await block((await add('Leaflet')).id, { partyKind: 'vendor', party: 'Bell & Partners' })

  const given = await as('gus')(blockers.mine, {})
  expect(given.items.map((each) => [each.item, each.reason])).toEqual([
    [`W-${item.number}`, 'The drawings of the stand'],
  ])
  expect(JSON.stringify(given)).not.toContain('Stand wall')
  await expect(as('gus')(blockers.answerMine, { id: other.id, text: 'We are on it' })).rejects.toMatchObject({
    code: 'missing',
  })
  await as('gus')(blockers.answerMine, { id: one.id, text: 'Drawn', expectedOn: '2026-06-09' })
  expect((await list()).find((each) => each.id === one.id)).toMatchObject({
    expectedOn: '2026-06-09',
    answers: [{ text: 'Drawn', by: 'Gus Bell', isGuest: true }],
  })
  await expect(as('gus')(blockers.list, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(block(item.id, { ...said, partyId: 'agy_gone' })).rejects.toThrow('no such agency')
})

test('who sees to it has it among their needs, is reminded once a day, and may hand it up', async () => {
  on('2026-06-10')
  const one = await block((await add('Invitation')).id, { expectedOn: '2026-06-11' })
  const needs = async (who: PersonName) =>
    (await as(who)(identity.home, {})).needs.filter((each) => each.title.includes('Invitation'))
  expect(await needs('pia')).toEqual([])
  on('2026-06-12')
  expect(await needs('pia')).toHaveLength(1)
  expect(await as('kai')(blockers.nudge, { ids: [one.id] })).toEqual({ nudged: 1, passedOver: 0 })
  expect(await as('kai')(blockers.nudge, { ids: [one.id] })).toEqual({ nudged: 0, passedOver: 1 })
  const up = { id: one.id, version: one.version, toId: northwind.ids.ana, why: 'Ask their head' }
  await as('pia')(blockers.escalate, up)
  expect((await needs('ana'))[0]?.why).toContain('Ask their head')
  await expect(as('vera')(blockers.nudge, { ids: [one.id] })).rejects.toMatchObject({ code: 'forbidden' })
})

test('days lost: two who block one item share its days, and what is open counts until now', async () => {
  on('2026-08-03')
  const [wall, leaflet] = [await add('Wall'), await add('Leaflet for the fair')]
  const legal = await block(wall.id, { partyKind: 'department', party: 'Legal', cause: 'approval' })
  await block(leaflet.id, { party: 'Print shop', cause: 'material' })
  on('2026-08-05')
  await block(wall.id, { party: 'Print shop', cause: 'material' })
  on('2026-08-07')
  await as('kai')(blockers.unblock, { id: legal.id, version: 1, with: 'Signed' })
  on('2026-08-09')

  // Wall: 2 days Legal alone, 2 shared, 2 the print shop alone; leaflet: 6 days the print shop.
  const told = await as('kai')(blockers.ledger, { from: '2026-08-03', to: '2026-08-31', boardId: room.id })
  const own = told.lines.filter((one) => ['Legal', 'Print shop'].includes(one.party) && one.days <= 6)
  const fromThen = own.filter((one) => [`W-${wall.number}`, `W-${leaflet.number}`].includes(one.item))
  expect(fromThen.map((one) => [one.item, one.party, Math.round(one.days * 100) / 100])).toEqual([
    [`W-${leaflet.number}`, 'Print shop', 6],
    ...[`W-${wall.number}`].flatMap((item) => [
      [item, 'Legal', 3],
      [item, 'Print shop', 3],
    ]),
  ])
  expect(told.days).toBeCloseTo(told.internal + told.external, 9)
  expect(told.causes.reduce((all, one) => all + one.days, 0)).toBeCloseTo(told.days, 9)
})

test('time is shared out wholly, whatever overlaps', () => {
  const day = 86_400_000
  const spells = [
    { id: 'a', item: 'x', from: 0, to: 4 * day },
    { id: 'b', item: 'x', from: 2 * day, to: null },
    { id: 'c', item: 'y', from: -3 * day, to: 1 * day },
  ]
  const days = delayOf(spells, { from: 0, to: 10 * day })
  expect([...days]).toEqual([
    ['a', 3],
    ['b', 7],
    ['c', 1],
  ])
})
