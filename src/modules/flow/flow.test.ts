import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages, stages } from '../../test/work.ts'
import { blockers } from '../blockers/contract.ts'
import { type Board, type Item, work } from '../work/contract.ts'
import { flow } from './contract.ts'

let northwind: Company
let room: Board
let now = new Date('2026-03-02T08:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['marco', 'kai'] as const) await northwind.actorOf(name)
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const kai = () => northwind.as('kai')
const on = (day: string) => {
  now = new Date(`${day}T08:00:00Z`)
}
const add = (title: string, said: object = {}) => kai()(work.add, { title, boardId: room.id, ...said })
const move = (item: Item, at: number, board = room, reason = '') =>
  kai()(work.move, { ids: [item.id], stageId: board.stages[at]!.id, reason })

/** Begun on one day and done on another. */
async function took(title: string, from: string, to: string, said: object = {}) {
  on(from)
  const item = await add(title, said)
  await move(item, 1)
  on(to)
  await move(item, 2)
  return item
}

test('cycle times, throughput, ages and Little’s law are those of pencil and paper', async () => {
  await took('Two days', '2026-03-02', '2026-03-04')
  await took('Four days', '2026-03-03', '2026-03-07', { arrival: 'reactive' })
  await took('One day', '2026-03-09', '2026-03-10')
  await took('Ten days', '2026-03-02', '2026-03-12')
  on('2026-03-03')
  const open = await add('Open')
  await move(open, 1)
  on('2026-03-16')

  const told = await kai()(flow.show, { boardId: room.id, from: '2026-03-02', to: '2026-03-15' })
  expect(told.cycle.map((one) => [one.title, one.days])).toEqual([
    ['Two days', 2],
    ['Four days', 4],
    ['One day', 1],
    ['Ten days', 10],
  ])
  // Of 1, 2, 4 and 10: the second is the half, the fourth what 85 and 95 of 100 need.
  expect(told.percentiles).toEqual({ p50: 2, p85: 10, p95: 10 })
  expect(told.weeks.map((one) => [one.from, one.added, one.done, one.reactive, one.wip])).toEqual([
    ['2026-03-02', 4, 2, 1, 2],
    ['2026-03-09', 1, 2, 0, 1],
  ])
  expect(told.ages.map((one) => [one.title, one.isOld, one.note])).toEqual([['Open', true, 'Doing']])
  // 2 + 4 + 1 + 10 item-days of those done, and 12 days 15 hours of the one that is open (Berlin is an hour ahead).
  expect(told.little.averageWip * 14).toBeCloseTo(17 + 12 + 15 / 24, 6)
  expect(told.little.throughput).toBeCloseTo(4 / 14, 9)
  expect(told.little.averageCycleTime).toBeCloseTo(17 / 4, 9)
  expect(told.bands.map((one) => one.stage)).toEqual(['Done', 'Doing'])
  expect(told.bands[0]!.counts.at(-1)).toBe(4)
})

test('what is open is forecast from what was done, and refused where there is no past', async () => {
  const empty = await boardOf(northwind, { name: 'Empty', stages: plainStages })
  expect((await kai()(flow.forecast, { boardId: empty.id })).refused).toContain('Nothing is open')
  on('2026-03-20')
  const told = await kai()(flow.forecast, { boardId: room.id, items: 1 })
  expect(told).toMatchObject({ left: 1, method: 'exact', refused: null })
  // The first is done on the 4th: 16 days are remembered, of which four finish one. Half: 1 − (12/16)^d ≥ 0.5 from d = 3.
  expect(told.history).toHaveLength(16)
  expect(told.dates[0]).toEqual({ share: 0.5, days: 3, day: '2026-03-22' })
  expect(told.dates.map((one) => one.days)).toEqual([3, 5, 7, 11])
  const by = await kai()(flow.forecast, { boardId: room.id, by: '2026-03-22' })
  // At least one within three days: 0.578, within reach of a half and of no more.
  expect(by.by?.items.slice(0, 2)).toEqual([
    { share: 0.5, items: 1 },
    { share: 0.7, items: 0 },
  ])
})

test('a stage that was jumped over and one that lasted too long are told with their reasons', async () => {
  on('2026-04-01')
  const strict = await boardOf(northwind, { name: 'Strict', stages })
  const said = { boardId: strict.id, assigneeIds: [northwind.ids.kai] }
  const [banner, video] = [await add('Banner', said), await add('Video', said)]
  await move(banner, 2, strict, 'Made last year')
  await move(video, 1, strict)
  on('2026-04-08')
  const told = await kai()(flow.adherence, { boardId: strict.id, from: '2026-04-01', to: '2026-04-30' })
  expect(told.skips.map((one) => [one.title, one.stage, one.note, one.by])).toEqual([
    ['Banner', 'Doing', 'Made last year', 'Kai Okafor'],
  ])
  expect(told.late.map((one) => [one.title, one.stage, one.days, one.most])).toEqual([
    ['Video', 'Doing', 7, 5],
  ])
  expect(told.stages.find((one) => one.stage === 'Doing')).toMatchObject({ passed: 1, skipped: 1, late: 1 })
})

test('an item that goes to another board is a hand-off', async () => {
  on('2026-05-04')
  const other = await boardOf(northwind, { name: 'Other', stages: plainStages })
  const item = await add('Handed on')
  on('2026-05-06')
  await move(item, 0, other)
  on('2026-05-09')
  await move(item, 1, other)
  const told = await kai()(flow.adherence, { from: '2026-05-01', to: '2026-05-31' })
  expect(told.handoffs).toEqual([{ from: 'Room', to: 'Other', items: 1, medianWait: 3 }])
})

test('a due day that was moved says what blocked the item then and what is due before it now', async () => {
  on('2026-06-01')
  const [film, launch] = [
    await add('Film', { dueOn: '2026-06-10' }),
    await add('Launch', { dueOn: '2026-06-12' }),
  ]
  await kai()(work.link, { id: launch.id, otherId: film.id, kind: 'waits-for' })
  await kai()(blockers.block, {
    ...{ item: film.id, reason: 'The music', cause: 'material', partyKind: 'vendor', party: 'Studio' },
    ownerId: northwind.ids.kai,
  })
  now = new Date('2026-06-01T22:30:00Z')
  await kai()(work.edit, { ids: [film.id], patch: { dueOn: '2026-06-17' } })
  const { moves } = await kai()(flow.replanned, { from: '2026-06-01', to: '2026-06-30' })
  expect(moves).toMatchObject([
    {
      ...{
        title: 'Film',
        from: '2026-06-10',
        on: '2026-06-02',
        to: '2026-06-17',
        days: 7,
        why: 'Blocked by Studio: The music',
      },
      moves: [{ title: 'Launch', dueOn: '2026-06-12' }],
    },
  ])
})

test('boards that the reader does not see are not in the figures, and a span that is none is refused', async () => {
  const closed = await boardOf(northwind, { name: 'Closed', isConfidential: true, stages: plainStages })
  await northwind.as('marco')(work.add, { title: 'Role', boardId: closed.id })
  const span = { boardId: closed.id, from: '2026-01-01', to: '2026-12-31' }
  expect((await kai()(flow.show, span)).items).toBe(0)
  expect((await northwind.as('marco')(flow.show, span)).items).toBe(1)
  await expect(kai()(flow.show, { from: '2026-02-02', to: '2026-02-01' })).rejects.toThrow(
    'turn the two days round',
  )
})
