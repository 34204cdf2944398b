import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { identity } from '../identity/contract.ts'
import { work } from '../work/contract.ts'
import { sprints } from './contract.ts'

let northwind: Company
let now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['kai', 'pia', 'marco'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const kai = () => northwind.as('kai')

test('an item that is taken away by mistake and put back is in its sprint again, before the start and after it', async () => {
  const { ids } = northwind
  const { id: teamId } = await northwind.as('ana')(identity.addTeam, {
    ...{ name: 'Content', purpose: '', leadId: ids.pia, members: [ids.kai, ids.pia] },
  })
  const { id: boardId } = await boardOf(northwind, { stages: plainStages })
  const add = (title: string) => kai()(work.add, { title, boardId, estimateMinutes: 240 })
  const [page, film] = [await add('Page'), await add('Film')]
  const days = { startsOn: '2026-06-01', endsOn: '2026-06-05' }
  const { id } = await kai()(sprints.add, { teamId, name: 'June', goal: 'It converts', ...days })
  await kai()(sprints.take, { id, ids: [page.id, film.id] })
  const takeAwayAndBack = async (item: string) => {
    const { changeId } = await kai()(work.remove, { ids: [item] })
    expect((await kai()(sprints.show, { id })).sprint.items).toBe(1)
    await kai()(work.undo, { id: changeId! })
    expect((await kai()(sprints.show, { id })).sprint.items).toBe(2)
  }
  await takeAwayAndBack(page.id)
  await kai()(sprints.start, { id, version: 1 })
  now = new Date('2026-06-02T08:00:00Z')
  await takeAwayAndBack(film.id)
  const { changes, sprint } = await kai()(sprints.show, { id })
  expect(changes.map((one) => one.kind).sort()).toEqual(['added', 'removed'])
  expect(sprint).toMatchObject({ committed: 8, scope: 8, committedItems: 2 })
  await kai()(sprints.leave, { id, ids: [page.id], reason: 'Can wait' })
  const { changeId } = await kai()(work.edit, { ids: [page.id], patch: { title: 'A page' } })
  await kai()(work.undo, { id: changeId! })
  expect((await kai()(sprints.show, { id })).sprint.items).toBe(1)
})
