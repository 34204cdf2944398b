import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { filed, knock } from '../../test/intake.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { share } from '../share/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { intake, type Request } from './contract.ts'

let northwind: Company
let room: Board
const clock = { now: new Date('2026-05-04T09:00:00Z') }

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => clock.now })
  room = await boardOf(northwind, { stages: plainStages })
  const [type] = (await northwind.as('marco')(intake.types, {})).items
  await northwind.as('marco')(intake.changeType, {
    ...{ id: type!.id, version: type!.version, audience: 'everybody', boardId: room.id, usualMinutes: 480 },
  })
})
afterAll(() => northwind.close())

const marco = () => northwind.as('marco')
const terms = () => ({ boardId: room.id, typeId: 'wty_asset', notVision: 'Sales asked for it' })
const shares = async () => (await northwind.as('ana')(share.show, {})).planned.share!

async function asked(title: string): Promise<Request> {
  const { number } = await filed(northwind, clock, { title })
  return marco()(intake.show, { id: `R-${number}` })
}

/** The room finishes an item on each of three weeks’ days, and holds a few more. */
async function steady(): Promise<void> {
  for (let day = 0; day < 21; day++) {
    const one = await marco()(work.add, { title: `Leaflet ${day}`, boardId: room.id })
    await marco()(work.move, { ids: [one.id], stageId: room.stages.at(-1)!.id })
    clock.now = new Date(clock.now.getTime() + 86_400_000)
  }
  for (const title of ['A film', 'A page', 'A stand'])
    await marco()(work.add, {
      ...{ title, boardId: room.id, estimateMinutes: 2400, assigneeIds: [northwind.ids.kai] },
      dueOn: '2026-06-12',
    })
}

test('where no day can be told, what is urgent needs something that gives way', async () => {
  const one = await asked('Urgent from nowhere')
  const urgent = { id: one.id, version: one.version, ...terms(), isUrgent: true, promisedOn: '2026-06-01' }
  await expect(marco()(intake.accept, urgent)).rejects.toThrow('Choose what gives way, or do not call it')
})

test('what is urgent is not promised before the earliest day unless something gives way', async () => {
  await steady()
  const one = await asked('Urgent for tomorrow')
  const { p85 } = one.earliest
  const urgent = { id: one.id, version: one.version, ...terms(), isUrgent: true }
  for (const promisedOn of [null, '2026-05-25'])
    await expect(marco()(intake.accept, { ...urgent, promisedOn })).rejects.toThrow(
      /^Choose what gives way, or promise it for /,
    )
  expect((await marco()(intake.show, { id: one.id })).state).toBe('open')
  expect((await marco()(intake.accept, { ...urgent, promisedOn: p85 })).state).toBe('accepted')
})

test('one price is told to whoever asks, in the inbox, in the decision, and by the meter', async () => {
  const guest = knock(northwind, '203.0.113.99')
  const { id: typeId } = (await guest(intake.door, {})).types[0]!
  const told = (await guest(intake.outlook, { typeId, title: 'A banner' })).price
  const one = await asked('A banner')
  expect(one.price.words).toBe(told.words)
  const { usualMinutes: estimateMinutes, itemTypeId } = one.usual
  const said = { typeId: itemTypeId ?? 'wty_task', estimateMinutes, promisedOn: one.earliest.p85 }
  const announced = await marco()(intake.price, { id: one.id, ...said })
  expect(announced.words).toBe(told.words)
  expect(await shares()).toBe(announced.before)
  expect(announced.points!).toBeLessThanOrEqual(0)

  await marco()(intake.accept, { id: one.id, version: one.version, ...terms(), ...said })
  expect(await shares()).toBe(announced.after)
})

test('a price that is promised for later than the meter looks moves nothing now, and says so', async () => {
  for (let many = 0; many < 40; many++)
    await marco()(work.add, { title: `Waiting ${many}`, boardId: room.id, estimateMinutes: 60 })
  const one = await asked('A calendar for next year')
  expect(one.price.words).toContain('none of them in the next 4 weeks')
  const said = { typeId: 'wty_asset', estimateMinutes: 3600, promisedOn: '2026-12-01' }
  const announced = await marco()(intake.price, { id: one.id, ...said })
  expect(announced).toMatchObject({ points: 0, before: await shares(), after: await shares() })
  expect(announced.words).toContain('none of them in the next 4 weeks')
  expect(announced.words).toContain('moves once the weeks come')
})

test('years and hours that nobody means are refused in a sentence', async () => {
  for (const wishedOn of ['9999-01-01', '1900-01-01'])
    await expect(filed(northwind, clock, { wishedOn })).rejects.toThrow('of the years 1990 to 2100')
  const one = await asked('With odd hours')
  const said = { id: one.id, version: one.version, ...terms() }
  await expect(marco()(intake.accept, { ...said, promisedOn: '9999-01-01' })).rejects.toThrow('1990 to 2100')
  await expect(marco()(intake.accept, { ...said, estimateMinutes: -300 })).rejects.toThrow(
    'a minute at least',
  )
  await expect(marco()(intake.accept, { ...said, estimateMinutes: 6e10 })).rejects.toThrow('10,000 hours')
})
