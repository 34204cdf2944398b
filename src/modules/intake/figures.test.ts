import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { filed } from '../../test/intake.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { type Board, work } from '../work/contract.ts'
import { type FigureId, intake } from './contract.ts'

let northwind: Company
let room: Board
const clock = { now: new Date('2026-05-18T07:00:00Z') }
const span = { from: '2026-05-01', to: '2026-06-30' }
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => clock.now })
  room = await boardOf(northwind, { stages: plainStages })
  for (const type of (await marco()(intake.types, {})).items)
    await marco()(intake.changeType, {
      ...{ id: type.id, version: type.version, audience: 'everybody', promiseDays: 2 },
    })
})
afterAll(() => northwind.close())

const marco = () => northwind.as('marco')
const on = (day: string) => {
  clock.now = new Date(`${day}T07:00:00Z`)
}
const came = async (title: string, day: string) => {
  on(day)
  const { number } = await filed(northwind, clock, { title })
  return marco()(intake.show, { id: `R-${number}` })
}
const accept = async (title: string, day: string, promisedOn: string) => {
  const { id, version } = await came(title, day)
  const terms = { boardId: room.id, typeId: 'wty_asset', notVision: 'Sales asked for it', promisedOn }
  return marco()(intake.accept, { id, version, ...terms })
}
const figure = async (id: FigureId) =>
  (await marco()(intake.figures, span)).figures.find((one) => one.id === id)
const behind = async (id: FigureId) =>
  (await marco()(intake.figureRows, { id, ...span })).items.map((one) => one.counts)

test('an answer that never came in its time counts as late, one that has time does not count yet', async () => {
  await came('Nobody looks at this', '2026-05-18')
  const { id, version } = await came('Answered at once', '2026-05-18')
  await marco()(intake.decline, { id, version, reason: 'capacity', words: 'Not this month.' })
  expect(await figure('answers-kept')).toMatchObject({ part: 1, whole: 1 })
  on('2026-05-21')
  expect(await figure('answers-kept')).toMatchObject({ value: 0.5, part: 1, whole: 2 })
  expect(await behind('answers-kept')).toContain('late: it was promised by 2026-05-20, and waits still')
  expect(await figure('no')).toMatchObject({ value: 1, part: 1, whole: 1 })
})

test('a date that passed with nothing done counts as broken, one that was kept as kept', async () => {
  const kept = await accept('A flag in time', '2026-05-25', '2026-05-29')
  await accept('A flag too late', '2026-05-25', '2026-05-29')
  await accept('A flag for later', '2026-05-25', '2026-06-29')
  on('2026-05-28')
  await marco()(work.move, { ids: [kept.item!.id], stageId: room.stages[2]!.id })
  expect(await figure('days-kept')).toMatchObject({ part: 1, whole: 1 })
  on('2026-06-01')
  expect(await figure('days-kept')).toMatchObject({ value: 0.5, part: 1, whole: 2 })
  expect(await behind('days-kept')).toEqual([
    'not done yet, promised by 2026-05-29',
    'done on 2026-05-28, promised by 2026-05-29',
  ])
})
