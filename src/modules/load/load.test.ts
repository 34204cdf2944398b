import { afterAll, beforeAll, expect, test } from 'vitest'
import { localOwner } from '../../kernel/actor.ts'
import { perform, transact } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { timesheets } from '../timesheets/contract.ts'
import { work } from '../work/contract.ts'
import { load } from './contract.ts'
import { freeRoom } from './server/index.ts'

let northwind: Company
let boardId = ''
let now = new Date('2026-05-18T07:00:00Z')

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['kai', 'pia', 'cleo', 'marco'] as const) await northwind.actorOf(name)
  boardId = (await boardOf(northwind, { stages: plainStages })).id
})
afterAll(() => northwind.close())

const add = (title: string, more: object = {}) => northwind.as('marco')(work.add, { title, boardId, ...more })
const show = (more: object = {}) => northwind.as('ana')(load.show, { ...more })
const lineOf = async (id: string, more: object = {}) =>
  (await show(more)).lines.find((one) => one.id === id)!.weeks
const call = { actor: localOwner, via: 'test' }

test('estimates fall on the days until they are due, shared by assignees; too much is seen before it happens', async () => {
  const { ids } = northwind
  const { id } = await add('Film', {
    ...{ estimateMinutes: 3000, dueOn: '2026-05-22', assigneeIds: [ids.kai] },
  })
  await add('Poster', { estimateMinutes: 600, dueOn: '2026-05-29', assigneeIds: [ids.kai, ids.pia] })
  const kai = await lineOf(ids.kai)
  expect(kai[0]).toEqual({ planned: 3000 + 150, available: 2400 })
  expect(kai[1]).toEqual({ planned: 150, available: 2400 })
  expect((await show()).over).toBe(1)
  await northwind.as('kai')(timesheets.add, { day: '2026-05-18', minutes: 300, itemId: id })
  expect((await lineOf(ids.kai))[0]!.planned).toBe(2850)
  const told = await northwind.as('ana')(load.explain, {
    personId: ids.kai,
    from: '2026-05-18',
    to: '2026-05-24',
  })
  expect(told.items.map((one) => one.minutes)).toEqual([2700, 150])
})

test('an item without an estimate counts with the median of done ones of its type, and is named', async () => {
  const { ids } = northwind
  const { stages } = await northwind.as('marco')(work.board, { id: boardId })
  for (const minutes of [120, 360, 900])
    await add(`Done ${minutes}`, { estimateMinutes: minutes, stageId: stages[2]!.id })
  await add('Unknown', { assigneeIds: [ids.vera] })
  await add('Nobody’s', { estimateMinutes: 60 })
  const data = await show()
  expect(data.unestimated).toMatchObject([{ title: 'Unknown', minutes: 360, isGuessed: true }])
  expect(data.unassigned).toMatchObject([{ title: 'Nobody’s', minutes: 60 }])
})

test('what if: reckoned with, refused where it makes no sense, and nothing of it is kept', async () => {
  const { ids } = northwind
  const before = await show()
  const film = (await northwind.as('ana')(work.items, { q: 'Film' })).items[0]!.id
  const changes = [
    { kind: 'move' as const, itemId: film, personId: ids.vera },
    { kind: 'hire' as const, name: 'Second designer', startsOn: '2026-06-01', minutesPerWeek: 1200 },
    { kind: 'leave' as const, personId: ids.pia, from: '2026-05-25', to: '2026-05-31' },
  ]
  const tried = await show({ changes })
  const weeks = (data: typeof tried, id: string) => data.lines.find((one) => one.id === id)!.weeks
  expect(weeks(tried, ids.kai)[0]!.planned).toBe(150)
  expect(weeks(tried, ids.pia)[1]!.available).toBe(0)
  expect(
    weeks(tried, 'hired:Second designer')
      .map((one) => one.available)
      .slice(1, 4),
  ).toEqual([0, 1200, 1200])
  expect(await show()).toEqual(before)
  await expect(show({ changes: [{ ...changes[2]!, to: '2026-05-20' }] })).rejects.toThrow(
    /lies before the first/,
  )
  await expect(show({ changes: [{ ...changes[0]!, itemId: 'itm_x' }] })).rejects.toThrow(/does not exist/)
})

test('by scale, a board of the enterprise is told apart from the department', async () => {
  const board = await boardOf(northwind, { name: 'Launch', scale: 'enterprise', stages: plainStages })
  await northwind.as('marco')(work.add, {
    ...{ title: 'Launch plan', boardId: board.id, estimateMinutes: 300, dueOn: '2026-05-22' },
    assigneeIds: [northwind.ids.cleo],
  })
  const { lines } = await show({ by: 'scale' })
  expect(lines.find((one) => one.id === 'enterprise')!.weeks[0]!.planned).toBe(300)
  expect((await lineOf(northwind.ids.cleo, { scale: 'department' }))[0]!.planned).toBe(0)
})

test('the more hours are asked for the later they are free; of a board, those who work on it count', async () => {
  const ask = <T>(work: Parameters<typeof transact<T>>[3]) => transact<T>(northwind.app, call, 'test', work)
  const asked = { boardId: null, minutes: [60, 2400 * 12, 2400 * 10_000] }
  const { days, weeks } = await ask((ctx) => freeRoom(ctx, asked))
  expect(days[0]! < days[1]!).toBe(true)
  expect(days[2]).toBeNull()
  expect(weeks).toBe(26)
  const { items } = await northwind.as('marco')(work.boards, {})
  const launch = items.find((one) => one.name === 'Launch')!
  expect((await ask((ctx) => freeRoom(ctx, { ...asked, boardId: launch.id }))).people).toBe(1)
})

test('a signal is for the person first; who leads reads it when shared or after the days agreed', async () => {
  const { as } = northwind
  now = new Date('2026-06-08T07:00:00Z')
  for (const monday of [18, 25, 32])
    for (let day = 0; day < 5; day += 1) {
      const on = new Date(Date.UTC(2026, 4, monday + day)).toISOString().slice(0, 10)
      await as('kai')(timesheets.add, { day: on, minutes: 560, duty: 'support' })
    }
  const watch = () => perform(northwind.app, load.watch, {}, call)
  expect((await watch()).noticed).toBeGreaterThan(0)
  expect(await watch()).toEqual({ noticed: 0, ended: 0 })
  const own = (await as('kai')(load.signals, {})).signals
  expect(own).toMatchObject([{ kind: 'overload', isOwn: true, isShared: false }])
  expect((await as('pia')(load.signals, {})).signals).toEqual([])
  await expect(as('pia')(load.share, { id: own[0]!.id })).rejects.toThrow(/not yours to see/)
  now = new Date('2026-06-22T07:00:00Z')
  expect((await as('pia')(load.signals, {})).signals).toHaveLength(1)
  expect((await as('cleo')(load.signals, {})).signals).toEqual([])
  now = new Date('2026-06-09T07:00:00Z')
  await as('kai')(load.share, { id: own[0]!.id })
  expect((await as('marco')(load.signals, {})).signals).toMatchObject([{ isShared: true, isOwn: false }])
})

test('what was agreed is changed with a reason by who may', async () => {
  const { as } = northwind
  const { agreed } = await as('kai')(load.agreement, {})
  const said = { ...agreed.agreement, quietDays: 7, version: 0, reason: 'We talked about it' }
  await expect(as('kai')(load.agree, said)).rejects.toThrow()
  expect((await as('ana')(load.agree, said)).agreed).toMatchObject({
    version: 1,
    agreement: { quietDays: 7 },
  })
  await expect(as('ana')(load.agree, said)).rejects.toThrow(/since you opened this page/)
})

test('what a person has planned is explained for the days that are asked for, whole weeks or not', async () => {
  const { ids } = northwind
  now = new Date('2026-07-06T07:00:00Z')
  await add('Seven days', {
    estimateMinutes: 700,
    startsOn: '2026-07-08',
    dueOn: '2026-07-16',
    assigneeIds: [ids.cleo],
  })
  const told = (from: string, to: string) =>
    northwind.as('ana')(load.explain, { personId: ids.cleo, from, to })
  const { available, items } = await told('2026-07-10', '2026-07-14')
  expect(available).toBe(3 * 480)
  expect(items.find((one) => one.title === 'Seven days')!.minutes).toBe(300)
  await expect(told('2026-07-06', '2027-07-06')).rejects.toThrow('26 weeks are explained at once at most')
})
