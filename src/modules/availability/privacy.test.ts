import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked, Out, Route } from '../../kernel/contract.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { search } from '../search/contract.ts'
import { availability } from './contract.ts'

let northwind: Company
let id: string
const clock = () => new Date('2026-05-20T09:00:00Z')

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock })
  const { as, ids } = northwind
  for (const name of Object.keys(ids) as PersonName[]) await northwind.actorOf(name)
  await as('ana')(identity.addTeam, {
    name: 'All',
    leadId: null,
    members: [ids.kai, ids.vera, ids.pia, ids.cleo],
  })
  const sick = {
    id: ids.kai,
    kind: 'sick' as const,
    fromOn: '2026-05-18',
    toOn: '2026-05-22',
    note: 'Knee operation',
  }
  id = (await as('kai')(availability.askLeave, sick)).id
  const other = {
    id: ids.kai,
    kind: 'parental' as const,
    fromOn: '2026-06-01',
    toOn: '2026-06-05',
    note: 'Second child',
  }
  const asked = await as('kai')(availability.askLeave, other)
  await as('pia')(availability.declineLeave, { id: asked.id, version: 1, reason: 'Knee comes first' })
})
afterAll(() => northwind.close())

const textOf = async (file: unknown): Promise<string> =>
  new Response((file as { body: ReadableStream }).body).text()

/** Everything that somebody is told by every route that could speak of Kai’s leave. */
async function allTold(name: PersonName): Promise<string> {
  const as = northwind.as(name)
  const told: string[] = []
  const ask = async <R extends Route>(route: R, input: Asked<R>) => {
    const answer: Out<R> | string = await as(route, input).catch((error: Error) => error.message)
    told.push(route.download && typeof answer !== 'string' ? await textOf(answer) : JSON.stringify(answer))
  }
  const kai = northwind.ids.kai
  await ask(availability.capacity, { from: '2026-05-18' })
  await ask(availability.exportCapacity, { from: '2026-05-18', format: 'csv' })
  await ask(availability.person, { id: kai })
  await ask(availability.days, { id: kai, from: '2026-05-18', to: '2026-06-07' })
  await ask(availability.away, { from: '2026-05-01', to: '2026-07-01' })
  await ask(availability.inbox, {})
  await ask(availability.hubs, {})
  await ask(availability.skills, {})
  await ask(availability.approveLeave, { id, version: 1 })
  await ask(availability.withdrawLeave, { id, version: 99 })
  await ask(availability.reopenLeave, { id, version: 99 })
  await ask(identity.home, {})
  await ask(identity.person, { id: kai })
  await ask(activity.inbox, {})
  for (const subject of [id, kai]) await ask(activity.feed, { subject })
  await ask(activity.feed, { module: 'availability', limit: 100 })
  await ask(activity.exportFeed, { format: 'csv' })
  for (const words of ['Knee', 'Sick', 'Kai']) await ask(search.find, { words })
  return told.join('\n')
}

const secret = /sick|parental|knee|second child/i

test.each(['vera', 'cleo', 'sam', 'fay', 'ines', 'carol', 'ivan', 'marco', 'ana'] as const)(
  '%s, who does not lead Kai, reads that Kai is away and never why',
  async (name) => {
    const told = await allTold(name)
    expect(told).toContain('Away')
    expect(told.match(secret)).toBeNull()
  },
)

test('a guest is told nothing of it', async () => {
  const told = await allTold('gus')
  expect(told.match(secret)).toBeNull()
  expect(told).not.toContain('Away')
})

test.each(['kai', 'pia'] as const)('%s, whom it concerns, reads why', async (name) => {
  const told = await allTold(name)
  expect(told).toContain('Sick leave')
  expect(told).toContain('Knee')
})
