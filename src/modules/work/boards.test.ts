import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { threads } from '../threads/contract.ts'
import { type Board, work } from './contract.ts'

let northwind: Company
let room: Board
beforeAll(async () => {
  northwind = await startCompany()
  room = await boardOf(northwind)
})
afterAll(() => northwind.close())

const add = (title: string, said: object = {}) =>
  northwind.as('kai')(work.add, { title, boardId: room.id, ...said })
const shown = async (id: string) => (await northwind.as('kai')(work.item, { id })).item

test('circles of dependencies, parts and links are refused with a sentence', async () => {
  const [one, two, three] = [await add('One'), await add('Two'), await add('Three')]
  const kai = northwind.as('kai')
  await kai(work.link, { id: one.id, otherId: two.id, kind: 'waits-for' })
  await kai(work.link, { id: two.id, otherId: three.id, kind: 'waits-for' })
  await expect(kai(work.link, { id: three.id, otherId: one.id, kind: 'waits-for' })).rejects.toThrow(
    'wait for each other for ever',
  )
  await expect(kai(work.link, { id: one.id, otherId: one.id, kind: 'relates' })).rejects.toThrow('itself')
  await kai(work.edit, { ids: [two.id], patch: { parentId: one.id } })
  await expect(kai(work.edit, { ids: [one.id], patch: { parentId: two.id } })).rejects.toThrow(
    'part of itself',
  )
  expect((await shown(one.id)).waitsFor).toBe(1)
})

test('a confidential board is there for its team alone, in lists, search, links and comments', async () => {
  const board = await boardOf(northwind, {
    name: 'Reorganisation',
    isConfidential: true,
    stages: plainStages,
  })
  const secret = await northwind.as('marco')(work.add, { title: 'Quiet plan', boardId: board.id })
  const { items } = await northwind.as('kai')(work.items, { q: 'Quiet' })
  expect(items).toEqual([])
  expect((await northwind.as('kai')(work.boards, {})).items.map((one) => one.name)).not.toContain(
    'Reorganisation',
  )
  const kai = northwind.as('kai')
  for (const attempt of [
    () => kai(work.item, { id: secret.id }),
    () => kai(work.item, { id: String(secret.number) }),
    () => kai(work.edit, { ids: [secret.id], patch: { title: 'Known' } }),
    () => kai(work.move, { ids: [secret.id], stageId: board.stages[1]!.id }),
    () => kai(threads.show, { kind: 'item', id: secret.id }),
  ])
    await expect(attempt()).rejects.toThrow('not yours to see')
})

test('bad input is refused with a sentence and nothing is half done', async () => {
  const kai = northwind.as('kai')
  await expect(kai(work.add, { title: ' ', boardId: room.id })).rejects.toThrow('needs words')
  await expect(
    kai(work.add, { title: 'Late', boardId: room.id, startsOn: '2027-02-01', dueOn: '2027-01-01' }),
  ).rejects.toThrow('before it begins')
  await expect(
    kai(work.add, { title: 'Whose', boardId: room.id, assigneeIds: ['per_none'] }),
  ).rejects.toThrow('not known here')
  const known = await add('Known')
  await expect(kai(work.edit, { ids: [known.id, 'itm_none'], patch: { priority: 'high' } })).rejects.toThrow(
    'not yours to see',
  )
  expect((await shown(known.id)).priority).toBe('normal')
  await expect(kai(work.items, { more: { moon: 'full' } })).rejects.toThrow('cannot be asked for')
})

test('stages change under items: those of a stage taken away go where it is said', async () => {
  const board = await boardOf(northwind, { name: 'Changing', stages: plainStages })
  const marco = northwind.as('marco')
  const [todo, doing, done] = board.stages
  const item = await marco(work.add, { title: 'Here', boardId: board.id, stageId: doing!.id })
  const kept = [todo!, done!].map(({ items: _, place: __, ...stage }) => stage)
  await expect(marco(work.setStages, { id: board.id, version: 1, stages: kept })).rejects.toThrow(
    '1 items stand in Doing',
  )
  const after = await marco(work.setStages, {
    ...{ id: board.id, version: 1, stages: kept, moves: { [doing!.id]: todo!.id } },
  })
  expect(after.stages.map((one) => one.name)).toEqual(['To do', 'Done'])
  expect((await shown(item.id)).stageId).toBe(todo!.id)
  await expect(marco(work.setStages, { id: board.id, version: 1, stages: kept })).rejects.toThrow(
    'Somebody changed the board',
  )
})

test('what happens on a confidential board is told by the feed to those who see it alone', async () => {
  const marco = northwind.as('marco')
  const board = await boardOf(northwind, { name: 'Quiet', isConfidential: true, stages: plainStages })
  const plan = await marco(work.add, { title: 'Draft', boardId: board.id, assigneeIds: [northwind.ids.kai] })
  await marco(work.edit, { ids: [plan.id], patch: { title: 'Close Lyon', words: 'By May, in Lyon' } })
  await marco(work.edit, { ids: [plan.id], patch: { assigneeIds: [] } })
  await marco(work.changeBoard, { id: board.id, version: 1, purpose: 'Lyon and its people' })
  await marco(threads.comment, { kind: 'item', id: plan.id, text: 'Not yet' })
  const told = async (who: 'cleo' | 'ana') => {
    const { entries } = await northwind.as(who)(activity.feed, { limit: 200 })
    return entries.filter((one) => [plan.id, board.id].includes(one.subject))
  }
  expect(JSON.stringify(await told('ana'))).toContain('Close Lyon')
  expect(await told('cleo')).toEqual([])
})

test('what is approved on a confidential board is not told to assignees who do not see it, nor counted for them', async () => {
  const [todo, doing, done] = plainStages
  const review = { ...doing!, approverRoleId: 'director' }
  const stages = [todo!, review, done!]
  const board = await boardOf(northwind, { name: 'Unseen', isConfidential: true, stages })
  const marco = northwind.as('marco')
  const { items: before } = await northwind.as('kai')(work.types, {})
  const plan = await marco(work.add, {
    ...{ title: 'Unseen plan', boardId: board.id, stageId: board.stages[1]!.id },
    assigneeIds: [northwind.ids.kai],
  })
  await northwind.as('ana')(work.approve, { id: plan.id, verdict: 'sent-back', note: 'Less of it' })
  const { notices } = await northwind.as('kai')(activity.inbox, {})
  expect(JSON.stringify(notices)).not.toContain('Unseen plan')
  expect((await northwind.as('kai')(work.types, {})).items).toEqual(before)
})
