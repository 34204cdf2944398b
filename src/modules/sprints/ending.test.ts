import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { identity } from '../identity/contract.ts'
import { type Board, type Item, work } from '../work/contract.ts'
import { sprints } from './contract.ts'

let northwind: Company
let room: Board
let teamId: string
let now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['marco', 'kai', 'pia', 'ana', 'vera', 'cleo'] as const) await northwind.actorOf(name)
  const saved = await as('ana')(identity.addTeam, {
    ...{
      name: 'Content',
      purpose: '',
      leadId: northwind.ids.pia,
      members: [northwind.ids.kai, northwind.ids.pia],
    },
  })
  teamId = saved.id
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const on = (day: string) => {
  now = new Date(`${day}T10:00:00Z`)
}
const add = (title: string, hours: number | null, said: object = {}) =>
  as('kai')(work.add, {
    ...{ title, boardId: room.id, estimateMinutes: hours === null ? null : hours * 60, ...said },
  })
const finish = (item: Item) => as('kai')(work.move, { ids: [item.id], stageId: room.stages[2]!.id })
const plan = (name: string, startsOn: string, endsOn: string, said: object = {}) =>
  as('kai')(sprints.add, { teamId, name, goal: 'The pages convert', startsOn, endsOn, focus: 0.5, ...said })
const shown = (id: string, who: PersonName = 'kai') => as(who)(sprints.show, { id })

test('the end of a sprint is taken back with what was carried over, unless it went on', async () => {
  on('2026-11-02')
  const { id: filmTeam } = await as('ana')(identity.addTeam, {
    ...{ name: 'Film', purpose: '', leadId: northwind.ids.kai, members: [northwind.ids.kai] },
  })
  const ofFilm = { teamId: filmTeam }
  const one = await plan('Ends early', '2026-11-02', '2026-11-06', ofFilm)
  const [film, post] = [await add('Long film', 6), await add('Short post', 2)]
  await as('kai')(sprints.take, { id: one.id, ids: [film.id, post.id] })
  const begun = await as('kai')(sprints.start, { id: one.id, version: 1 })
  await finish(post)
  const before = await shown(one.id)
  const outcomes = [{ itemId: film.id, to: 'next' as const }]
  const { sprint, nextId } = await as('kai')(sprints.close, { id: one.id, version: begun.version, outcomes })
  await expect(as('vera')(sprints.reopen, { id: one.id, version: sprint.version })).rejects.toThrow()
  const again = await as('kai')(sprints.reopen, { id: one.id, version: sprint.version })
  expect(again).toMatchObject({ state: 'open', scope: 8, done: 2, committed: 8 })
  expect((await shown(one.id)).items).toEqual(before.items)
  await expect(shown(nextId!)).rejects.toThrow('This sprint')

  const next = await plan('Next', '2026-11-09', '2026-11-13', ofFilm)
  const ended = await as('kai')(sprints.close, { id: one.id, version: again.version, outcomes })
  expect(ended.nextId).toBe(next.id)
  await as('kai')(sprints.start, { id: next.id, version: 1 })
  await expect(as('kai')(sprints.reopen, { id: one.id, version: ended.sprint.version })).rejects.toThrow(
    'The team is in Next by now',
  )
  expect((await shown(one.id)).sprint.state).toBe('closed')
})
