import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { agencies } from '../agencies/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { type BlockerTerms, blockers } from './contract.ts'

let northwind: Company
let room: Board
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-06-10T09:00:00Z') })
  for (const name of ['marco', 'kai', 'pia', 'gus', 'ana', 'cleo'] as const) await northwind.actorOf(name)
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const add = (title: string) => as('kai')(work.add, { title, boardId: room.id })
const terms = (said: object = {}): BlockerTerms => ({
  ...{ reason: 'The release of the photographs', cause: 'approval', partyKind: 'vendor', partyId: null },
  ...{ party: 'Harbour Studio', ownerId: northwind.ids.pia, expectedOn: null, workaround: '' },
  ...said,
})
const block = (item: string, said: object = {}) => as('kai')(blockers.block, { item, ...terms(said) })

test('nobody is told of an item that they do not see, by seeing to its blocker or by the feed', async () => {
  const closed = await boardOf(northwind, { name: 'Quiet', isConfidential: true, stages: plainStages })
  const secret = await as('marco')(work.add, { title: 'Role', boardId: closed.id })
  const { ids } = northwind
  const blocked = (ownerId: string) =>
    as('marco')(blockers.block, { item: secret.id, ...terms({ ownerId, reason: 'The works council' }) })
  await expect(blocked(ids.kai)).rejects.toThrow(`Kai Okafor does not see W-${secret.number}`)
  await expect(block((await add('Open')).id, { ownerId: ids.gus })).rejects.toThrow('Gus Bell does not see')
  const one = await blocked(ids.ana)
  const up = { id: one.id, version: 1, toId: ids.kai, why: 'Ask the works council' }
  await expect(as('marco')(blockers.escalate, up)).rejects.toThrow('Kai Okafor does not see')
  await as('marco')(blockers.change, { id: one.id, version: 1, reason: 'The works council says no' })
  const { people } = await as('kai')(blockers.choices, {})
  expect(people.map((each) => each.id)).not.toContain(ids.gus)
  const told = async (who: PersonName) =>
    (await as(who)(activity.feed, { subject: one.id, limit: 50 })).entries.length
  expect([await told('ana'), await told('cleo')]).toEqual([2, 0])
})

test('an agency hears what comes to wait for it, and no more of what was taken away', async () => {
  const agency = await as('marco')(agencies.add, {
    ...{ name: 'Bell & Partners', fromOn: '2026-01-01', people: [northwind.ids.gus] },
  })
  const item = await add('Banner')
  const one = await block(item.id, { party: 'Somebody' })
  const given = async () => (await as('gus')(blockers.mine, {})).items.map((each) => each.item)
  const heard = async () => (await as('gus')(activity.inbox, {})).notices.map((each) => each.title)
  await as('kai')(blockers.change, { id: one.id, version: 1, partyKind: 'agency', partyId: agency.id })
  expect(await heard()).toContain(`W-${item.number} waits for you`)
  expect(await given()).toContain(`W-${item.number}`)
  await as('kai')(work.remove, { ids: [item.id] })
  expect(await given()).not.toContain(`W-${item.number}`)
})

test('the days lost in all of history are added up at once', async () => {
  await block((await add('Old')).id, { sinceOn: '2026-06-01' })
  const { days } = await as('kai')(blockers.ledger, { from: '0001-01-01', to: '9999-12-30' })
  expect(days).toBeGreaterThan(0)
})
