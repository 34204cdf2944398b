import { afterAll, beforeAll, expect, test } from 'vitest'
import { localOwner } from '../../kernel/actor.ts'
import { transact } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { identity } from '../identity/contract.ts'
import { type Board, work } from './contract.ts'
import { bringIn } from './server/index.ts'

let northwind: Company
let room: Board
let now = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
  room = await boardOf(northwind, { stages: plainStages })
  for (const name of ['kai', 'pia', 'marco'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const kai = () => northwind.as('kai')
const marco = () => northwind.as('marco')
const on = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}
const add = (title: string, said: object = {}) => kai()(work.add, { title, boardId: room.id, ...said })
const move = (board: Board, id: string, stage: number) =>
  kai()(work.move, { ids: [id], stageId: board.stages[stage]!.id })
const shown = async (id: string) => (await kai()(work.item, { id })).item
const saidOf = (board: Board) => board.stages.map(({ items: _, place: __, ...stage }) => stage)

test('a move that is undone did not happen: an item is done since when it was', async () => {
  on('2026-03-02')
  const film = await add('Film')
  on('2026-03-03')
  await move(room, film.id, 1)
  on('2026-03-05')
  await move(room, film.id, 2)
  const before = await shown(film.id)
  on('2026-03-20')
  const { changeId } = await move(room, film.id, 0)
  expect((await shown(film.id)).doneAt).toBeNull()
  expect(await kai()(work.undo, { id: changeId! })).toEqual({ undone: 1, kept: 0 })

  const { startedAt, doneAt, enteredAt } = await shown(film.id)
  expect({ startedAt, doneAt, enteredAt }).toEqual({
    ...{ startedAt: before.startedAt, doneAt: before.doneAt, enteredAt: before.enteredAt },
  })
  const { items: past } = await kai()(work.past, { id: film.id })
  expect(past.map((one) => [one.stage, one.leftAt?.slice(0, 10) ?? null])).toEqual([
    ['To do', '2026-03-03'],
    ['Doing', '2026-03-05'],
    ['Done', null],
  ])
})

test('what somebody moved on and back since is not undone', async () => {
  on('2026-04-01')
  const page = await add('Page')
  const { changeId } = await move(room, page.id, 1)
  on('2026-04-02')
  await move(room, page.id, 2)
  await move(room, page.id, 1)
  expect(await kai()(work.undo, { id: changeId! })).toEqual({ undone: 0, kept: 1 })
  expect((await shown(page.id)).stageId).toBe(room.stages[1]!.id)
})

test('nothing is put back into a stage that is gone: a move stays, what was taken away begins anew', async () => {
  const board = await boardOf(northwind, { name: 'Shorter', stages: plainStages })
  const made = async (title: string) => {
    const { id } = await add(title, { boardId: board.id })
    await move(board, id, 1)
    return id
  }
  const [moved, removed] = [await made('Moved'), await made('Removed')]
  const move1 = await move(board, moved, 2)
  const removal = await kai()(work.remove, { ids: [removed] })
  const [todo, , done] = saidOf(board)
  await marco()(work.setStages, { id: board.id, version: 1, stages: [todo!, done!] })

  expect(await kai()(work.undo, { id: move1.changeId! })).toEqual({ undone: 0, kept: 1 })
  expect((await shown(moved)).stageId).toBe(done!.id)
  expect(await kai()(work.undo, { id: removal.changeId! })).toEqual({ undone: 1, kept: 0 })
  expect((await shown(removed)).stageId).toBe(todo!.id)
})

test('a stage that becomes one where items are done makes those in it done, and the other way round', async () => {
  const board = await boardOf(northwind, { name: 'Kinds', stages: plainStages })
  on('2026-05-04')
  const { id } = await add('Poster', { boardId: board.id })
  on('2026-05-06')
  await move(board, id, 1)
  on('2026-05-11')
  const [todo, doing, done] = saidOf(board)
  const become = (kind: 'active' | 'done', version: number) =>
    marco()(work.setStages, { id: board.id, version, stages: [todo!, { ...doing!, kind }, done!] })
  await become('done', 1)
  expect(await shown(id)).toMatchObject({ doneAt: '2026-05-06T09:00:00.000Z' })
  await become('active', 2)
  expect(await shown(id)).toMatchObject({ startedAt: '2026-05-06T09:00:00.000Z', doneAt: null })
  await expect(
    marco()(work.setStages, {
      id: board.id,
      version: 3,
      stages: [todo!, doing!, { ...doing!, name: 'Twice' }, done!],
    }),
  ).rejects.toThrow('in the workflow twice')
})

test('a board that was put away is read, and nothing on it changes', async () => {
  const board = await boardOf(northwind, { name: 'Last year', stages: plainStages })
  const [one, other] = [await add('One', { boardId: board.id }), await add('Other', { boardId: board.id })]
  const { changeId } = await kai()(work.edit, { ids: [one.id], patch: { priority: 'high' } })
  const { items } = await kai()(work.addCheck, { id: one.id, text: 'Look' })
  await marco()(work.archiveBoard, { id: board.id, isArchived: true })

  for (const attempt of [
    () => kai()(work.edit, { ids: [one.id], patch: { title: 'Else' } }),
    () => kai()(work.move, { ids: [one.id], stageId: room.stages[0]!.id }),
    () => kai()(work.remove, { ids: [one.id] }),
    () => kai()(work.addCheck, { id: one.id, text: 'More' }),
    () => kai()(work.changeCheck, { id: items[0]!.id, isDone: true }),
    () => kai()(work.link, { id: one.id, otherId: other.id, kind: 'relates' }),
  ])
    await expect(attempt()).rejects.toThrow('Last year is put away. Take it out again first')
  expect(await kai()(work.undo, { id: changeId! })).toEqual({ undone: 0, kept: 1 })
  expect(await kai()(work.item, { id: one.id })).toMatchObject({
    item: { title: 'One', priority: 'high' },
    can: { edit: false },
  })
})

test('parts stand five levels deep at most, those below an item counted; an undo makes no circle', async () => {
  const chain = [await add('Level 1')]
  for (const level of [2, 3, 4]) chain.push(await add(`Level ${level}`, { parentId: chain.at(-1)!.id }))
  const part = await add('Part')
  await add('Part of the part', { parentId: part.id })
  await expect(kai()(work.edit, { ids: [part.id], patch: { parentId: chain[3]!.id } })).rejects.toThrow(
    'five levels deep at most',
  )
  await kai()(work.edit, { ids: [part.id], patch: { parentId: chain[2]!.id } })

  const { changeId } = await kai()(work.edit, { ids: [part.id], patch: { parentId: null } })
  await kai()(work.edit, { ids: [chain[0]!.id], patch: { parentId: part.id } })
  expect(await kai()(work.undo, { id: changeId! })).toEqual({ undone: 0, kept: 1 })
  expect((await shown(part.id)).parentId).toBeNull()
})

test('a copy of an item goes to those of its people who still work here', async () => {
  const item = await add('Banner', { assigneeIds: [northwind.ids.sam, northwind.ids.kai] })
  await northwind.as('ana')(identity.disable, { id: northwind.ids.sam })
  const copy = await kai()(work.duplicate, { id: item.id })
  expect(copy.assignees.map((one) => one.name)).toEqual(['Kai Okafor'])
})

test('what hundreds of items serve is changed with one stroke, and with one stroke back', async () => {
  const [film, fair] = [await add('Film'), await add('Fair')]
  const stays = [{ stageId: room.stages[0]!.id, enteredAt: now, by: 'Kai' }]
  const one = {
    ...{ title: 'Piece', typeId: 'wty_task', labels: [], priority: 'normal' as const, assigneeIds: [] },
    ...{ arrival: 'planned' as const, relevance: 'ahead' as const, boardId: room.id, stays },
  }
  const ids = await transact(northwind.app, { actor: localOwner, via: 'test' }, 'a test', (ctx) =>
    bringIn(ctx, Array<typeof one>(600).fill(one)),
  )
  const serve = (id: string) => kai()(work.edit, { ids, patch: {}, serves: { kind: 'item', id } })
  const served = async () => {
    const { items } = await kai()(work.items, { ids, limit: 2000 })
    return new Set(items.map((item) => item.serves?.id ?? null))
  }
  await serve(film.id)
  const { changeId } = await serve(fair.id)
  expect(await served()).toEqual(new Set([fair.id]))
  expect(await kai()(work.undo, { id: changeId! })).toEqual({ undone: 600, kept: 0 })
  expect(await served()).toEqual(new Set([film.id]))
})
