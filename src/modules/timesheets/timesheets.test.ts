import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { work } from '../work/contract.ts'
import { timesheets } from './contract.ts'

let northwind: Company
let now = new Date('2026-05-20T09:00:00Z')
let itemId = ''
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  const board = await boardOf(northwind, { stages: plainStages })
  const item = await northwind.as('marco')(work.add, {
    ...{ title: 'Landing page', boardId: board.id, assigneeIds: [northwind.ids.kai] },
  })
  itemId = item.id
})
afterAll(() => northwind.close())

const kai = () => northwind.as('kai')
const day = '2026-05-19'

test('a day holds 24 hours, in one entry or in two windows at once', async () => {
  await expect(kai()(timesheets.add, { day, minutes: 1500, itemId })).rejects.toThrow(/24 hours a day has/)
  const both = await Promise.allSettled(
    [1, 2].map(() => kai()(timesheets.add, { day: '2026-05-04', minutes: 900, itemId })),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(String((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason)).toMatch(
    /15 h are written down on 2026-05-04 already/,
  )
})

test('time needs one thing it was for, on a day that has been', async () => {
  await expect(kai()(timesheets.add, { day, minutes: 60 })).rejects.toThrow(/an item, or another duty/)
  await expect(kai()(timesheets.add, { day, minutes: 60, itemId, duty: 'meetings' })).rejects.toThrow(
    /not to both/,
  )
  await expect(kai()(timesheets.add, { day: '2026-05-21', minutes: 60, itemId })).rejects.toThrow(
    /is not there yet/,
  )
  await expect(kai()(timesheets.add, { day, minutes: 60, itemId: 'itm_nothing' })).rejects.toThrow(
    /does not exist/,
  )
})

test('a cell that another window changed is refused, and what is taken away comes back', async () => {
  await kai()(timesheets.setCell, { day, itemId, minutes: 90, was: 0 })
  await expect(kai()(timesheets.setCell, { day, itemId, minutes: 60, was: 0 })).rejects.toThrow(
    /holds 90 minutes by now, not 0/,
  )
  const { entries } = await kai()(timesheets.week, { on: day })
  const ids = entries.map((one) => one.id)
  await kai()(timesheets.remove, { ids })
  expect((await kai()(timesheets.week, { on: day })).total).toBe(0)
  await kai()(timesheets.restore, { ids })
  expect((await kai()(timesheets.week, { on: day })).total).toBe(90)
})

test('who leads reads a week, others are told nothing; an item tells its sum alone', async () => {
  const { ids, as } = northwind
  for (const boss of ['pia', 'marco', 'ana'] as const)
    expect((await as(boss)(timesheets.week, { on: day, personId: ids.kai })).total).toBe(90)
  await expect(as('cleo')(timesheets.week, { on: day, personId: ids.kai })).rejects.toThrow(
    /not yours to see/,
  )
  await expect(as('kai')(timesheets.entries, { from: day, to: day, personId: ids.pia })).rejects.toThrow(
    /not yours to see/,
  )
  expect(await as('cleo')(timesheets.ofItem, { id: itemId })).toEqual({ minutes: 990, people: 1, own: [] })
  await expect(as('gus')(timesheets.add, { day, minutes: 60, duty: 'other' })).rejects.toThrow(/other firms/)
})

test('a locked week refuses writing until who leads reopens it with a reason', async () => {
  const { ids, as } = northwind
  await kai()(timesheets.lock, { personId: ids.kai, on: day })
  const [entry] = (await kai()(timesheets.week, { on: day })).entries
  const said = { day, minutes: 30, itemId }
  await expect(kai()(timesheets.add, said)).rejects.toThrow(/was locked by Kai Okafor/)
  await expect(kai()(timesheets.remove, { ids: [entry!.id] })).rejects.toThrow(/was locked/)
  await expect(
    kai()(timesheets.change, { id: entry!.id, version: entry!.version, ...said, day: '2026-05-12' }),
  ).rejects.toThrow(/was locked/)
  await expect(
    kai()(timesheets.reopen, { personId: ids.kai, on: day, reason: 'Forgot one' }),
  ).rejects.toThrow(/Whoever leads you/)
  await as('pia')(timesheets.reopen, { personId: ids.kai, on: day, reason: 'Tuesday is missing' })
  await kai()(timesheets.add, { ...said, day: '2026-05-18' })
})

test('the week before is copied where nothing is written, days to come left out', async () => {
  const copied = await kai()(timesheets.copyLast, { on: '2026-05-11' })
  expect(copied.ids).toHaveLength(1)
  await expect(kai()(timesheets.copyLast, { on: '2026-05-11' })).rejects.toThrow(/nothing was copied/)
  await kai()(timesheets.remove, { ids: copied.ids })
})

test('one timer runs; one left over midnight asks how long it was', async () => {
  const { timer } = await kai()(timesheets.startTimer, { itemId })
  now = new Date('2026-05-20T10:30:00Z')
  const next = await kai()(timesheets.startTimer, { duty: 'meetings' })
  expect(next.stopped).toMatchObject({ minutes: 90, day: '2026-05-20', source: 'timer' })
  await expect(kai()(timesheets.stopTimer, { id: timer.id })).rejects.toThrow(/Another timer runs/)
  now = new Date('2026-05-21T00:30:00Z')
  expect((await kai()(timesheets.timer, {})).timer).toMatchObject({ isOvernight: true, minutes: 840 })
  await expect(kai()(timesheets.stopTimer, { id: next.timer.id })).rejects.toThrow(/has run for 14 h/)
  await expect(kai()(timesheets.stopTimer, { id: next.timer.id, minutes: 900 })).rejects.toThrow(
    /more than that/,
  )
  const { entry } = await kai()(timesheets.stopTimer, { id: next.timer.id, minutes: 45 })
  expect(entry).toMatchObject({ minutes: 45, day: '2026-05-20', duty: 'meetings' })
  expect((await kai()(timesheets.timer, {})).timer).toBeNull()
})

test('the board proposes days without entries, and keeps none of it', async () => {
  now = new Date('2026-05-21T07:00:00Z')
  const { stages } = await northwind.as('marco')(work.board, {
    id: (await northwind.as('marco')(work.boards, {})).items[0]!.id,
  })
  await northwind.as('marco')(work.move, { ids: [itemId], stageId: stages[1]!.id })
  now = new Date('2026-05-22T16:00:00Z')
  const { rows } = await kai()(timesheets.proposal, { on: '2026-05-22' })
  expect(rows).toHaveLength(1)
  expect(rows[0]!.days).toEqual([0, 0, 0, 480, 480, 0, 0])
  expect((await kai()(timesheets.week, { on: '2026-05-22' })).rows[0]!.days.slice(3)).toEqual([0, 0, 0, 0])
})

test('time on an item that was taken away is still one’s own to change, and none is proposed for it since', async () => {
  now = new Date('2026-06-01T07:00:00Z')
  const board = (await northwind.as('marco')(work.boards, {})).items[0]!
  const { id } = await northwind.as('marco')(work.add, {
    ...{ title: 'Stand', boardId: board.id, stageId: board.stages[1]!.id, assigneeIds: [northwind.ids.kai] },
  })
  await northwind.as('marco')(work.remove, { ids: [itemId] })
  now = new Date('2026-06-03T07:00:00Z')
  const said = { day: '2026-06-01', minutes: 60, itemId: id, duty: null, note: '' }
  const entry = await kai()(timesheets.add, said)
  await northwind.as('marco')(work.remove, { ids: [id] })
  now = new Date('2026-06-12T16:00:00Z')
  const changed = await kai()(timesheets.change, {
    ...said,
    id: entry.id,
    version: entry.version,
    minutes: 90,
  })
  expect(changed.minutes).toBe(90)
  expect(await kai()(timesheets.setCell, { day: said.day, itemId: id, minutes: 30, was: 90 })).toMatchObject({
    minutes: 30,
  })
  await kai()(timesheets.add, { day: '2026-06-02', minutes: 60, duty: 'support' })
  expect((await kai()(timesheets.copyLast, { on: '2026-06-08' })).ids).toHaveLength(1)
  const { rows, unheld } = await kai()(timesheets.proposal, { on: '2026-06-08' })
  expect(rows).toEqual([])
  expect(unheld).toBeGreaterThan(0)
})
