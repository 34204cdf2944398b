import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { filed } from '../../test/intake.ts'
import { boardOf, goalOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { share } from '../share/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { intake } from './contract.ts'

let northwind: Company
let room: Board
const clock = { now: new Date('2026-05-20T09:00:00Z') }

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => clock.now })
  room = await boardOf(northwind, { stages: plainStages })
  const [type] = (await northwind.as('marco')(intake.types, {})).items
  await northwind.as('marco')(intake.changeType, {
    ...{ id: type!.id, version: type!.version, audience: 'everybody', boardId: room.id },
  })
})
afterAll(() => northwind.close())

/** Kai’s film is due in June; an urgent request comes in. */
async function urgent(title: string) {
  const film = await northwind.as('kai')(work.add, {
    ...{ title: `Film beside ${title}`, boardId: room.id, assigneeIds: [northwind.ids.kai] },
    ...{ dueOn: '2026-06-15', estimateMinutes: 960 },
  })
  const { token, number, ask } = await filed(northwind, clock, { title, wishedOn: '2026-05-27' })
  const open = await northwind.as('marco')(intake.show, { id: `R-${number}` })
  const waiting = await northwind.as('marco')(intake.accept, {
    ...{ id: open.id, version: open.version, boardId: room.id, typeId: 'wty_asset', isUrgent: true },
    ...{ notVision: 'Sales asked for it', promisedOn: '2026-05-27', estimateMinutes: 480 },
    displaces: { itemId: film.id, dueOn: '2026-07-15', words: 'The fair does not wait' },
  })
  return { film, token, ask, waiting, displacement: waiting.displacements[0]! }
}

const item = async (id: string) => (await northwind.as('kai')(work.item, { id })).item

test('an urgent request waits for the owner of what it displaces; with consent both dates move', async () => {
  const { film, token, ask, waiting, displacement } = await urgent('A stand in a week')
  expect(waiting).toMatchObject({ state: 'consent', item: null, price: { before: 0, after: 0, points: 0 } })
  expect((await item(film.id)).dueOn).toBe('2026-06-15')
  const { needs } = await northwind.as('kai')(identity.home, {})
  expect(needs.map((one) => one.link)).toContain(`/displacements/${displacement.id}`)
  await expect(
    northwind.as('pia')(intake.consent, { id: displacement.id, isAccepted: true }),
  ).rejects.toThrow('This question does not exist')
  await expect(
    northwind.as('marco')(intake.consent, { id: displacement.id, isAccepted: true }),
  ).rejects.toThrow('Only whoever leads the work')

  await northwind.as('kai')(intake.consent, { id: displacement.id, isAccepted: true })
  expect((await item(film.id)).dueOn).toBe('2026-07-15')
  const done = await northwind.as('marco')(intake.show, { id: waiting.id })
  expect(done).toMatchObject({ state: 'accepted', decidedBy: 'Marco Haas', promisedOn: '2026-05-27' })
  const followed = await ask(intake.follow, { token })
  expect(followed).toMatchObject({ state: 'accepted', dueOn: '2026-05-27' })
  expect(JSON.stringify(followed)).not.toMatch(/Kai|Film beside|Marco/)
  await expect(
    northwind.as('kai')(intake.consent, { id: displacement.id, isAccepted: false, words: 'No' }),
  ).rejects.toThrow('You consented: it is due on Jul 15, 2026 now')
})

test('a displaced owner who refuses says why; nothing moves, and the request is open again', async () => {
  const { film, waiting, displacement } = await urgent('A second stand')
  const kai = northwind.as('kai')
  await expect(kai(intake.consent, { id: displacement.id, isAccepted: false })).rejects.toThrow(
    'Say why it cannot wait',
  )
  await kai(intake.consent, {
    id: displacement.id,
    isAccepted: false,
    words: 'The customer comes on the 15th',
  })
  expect((await item(film.id)).dueOn).toBe('2026-06-15')
  const again = await northwind.as('marco')(intake.show, { id: waiting.id })
  expect(again.state).toBe('open')
  expect(again.entries.at(-1)).toMatchObject({ isShown: false, by: 'Kai Okafor' })
  expect(again.entries.at(-1)!.words).toContain('The customer comes on the 15th')
})

test('asking for consent is undone: the owner is asked no more', async () => {
  const { waiting, displacement } = await urgent('A third stand')
  await northwind.as('marco')(intake.undo, { id: waiting.id, version: waiting.version })
  await expect(
    northwind.as('kai')(intake.consent, { id: displacement.id, isAccepted: true }),
  ).rejects.toThrow('Nobody asks any more')
})

test('an acceptance that displaced is undone whole: the work has its day again, and the request is open', async () => {
  const { film, waiting, displacement } = await urgent('A fifth stand')
  await northwind.as('kai')(intake.consent, { id: displacement.id, isAccepted: true })
  const accepted = await northwind.as('marco')(intake.show, { id: waiting.id })
  const undone = await northwind.as('marco')(intake.undo, { id: waiting.id, version: accepted.version })
  expect(undone).toMatchObject({ state: 'open', item: null, whyNotTriage: null })
  expect((await item(film.id)).dueOn).toBe('2026-06-15')
  const { notices } = await northwind.as('kai')(activity.inbox, {})
  expect(notices.map((one) => one.why)).toContainEqual(expect.stringMatching(/^It is due on .*15.* again\.$/))

  await northwind.as('marco')(intake.defer, {
    ...{ id: waiting.id, version: undone.version, until: '2026-09-01' },
  })
})

test('one’s own work has its day again, too; a day that somebody has given it since stays', async () => {
  const own = async (title: string) => {
    const said = { title: `Own ${title}`, boardId: room.id, dueOn: '2026-06-15' }
    const film = await northwind.as('marco')(work.add, { ...said, assigneeIds: [northwind.ids.marco] })
    const { number } = await filed(northwind, clock, { title })
    const open = await northwind.as('marco')(intake.show, { id: `R-${number}` })
    const accepted = await northwind.as('marco')(intake.accept, {
      ...{ id: open.id, version: open.version, boardId: room.id, typeId: 'wty_asset' },
      ...{ notVision: 'Sales asked for it', displaces: { itemId: film.id, dueOn: '2026-07-15' } },
    })
    expect((await item(film.id)).dueOn).toBe('2026-07-15')
    return {
      film,
      undo: () => northwind.as('marco')(intake.undo, { id: open.id, version: accepted.version }),
    }
  }
  const first = await own('A sixth stand')
  await first.undo()
  expect((await item(first.film.id)).dueOn).toBe('2026-06-15')
  const second = await own('A seventh stand')
  await northwind.as('kai')(work.edit, { ids: [second.film.id], patch: { dueOn: '2026-08-01' } })
  await second.undo()
  expect((await item(second.film.id)).dueOn).toBe('2026-08-01')
})

test('what is displaced gets a later day, never an earlier one', async () => {
  const film = await northwind.as('kai')(work.add, { title: 'Late', boardId: room.id, dueOn: '2026-08-01' })
  const { number } = await filed(northwind, clock, { title: 'A fourth stand' })
  const open = await northwind.as('marco')(intake.show, { id: `R-${number}` })
  await expect(
    northwind.as('marco')(intake.accept, {
      ...{ id: open.id, version: open.version, boardId: room.id, typeId: 'wty_asset' },
      ...{ notVision: 'Sales asked for it', displaces: { itemId: film.id, dueOn: '2026-07-01' } },
    }),
  ).rejects.toThrow('would not give way: choose a day after 2026-08-01')
  expect((await northwind.as('marco')(intake.show, { id: open.id })).state).toBe('open')
})

test('the meter moves by what was announced: by the item itself, and by what gave way', async () => {
  const { as, ids } = northwind
  const goal = await goalOf(northwind)
  const serves = { kind: 'goal', id: goal }
  const film = await as('kai')(work.add, {
    ...{ title: 'Film of the plant', boardId: room.id, assigneeIds: [ids.kai], serves },
    ...{ dueOn: '2026-06-05', estimateMinutes: 1500 },
  })
  const { number } = await filed(northwind, clock, { title: 'A stand for the fair' })
  const open = await as('marco')(intake.show, { id: `R-${number}` })
  const terms = {
    ...{ typeId: 'wty_asset', assigneeIds: [ids.pia], promisedOn: '2026-06-24', estimateMinutes: 2400 },
    displaces: { itemId: film.id, dueOn: '2026-07-31' },
  }
  const announced = await as('marco')(intake.price, { id: open.id, ...terms })
  const meter = async () => (await as('ana')(share.show, {})).planned.share!
  expect(await meter()).toBe(announced.before)
  expect(announced.points!).toBeLessThan(0)
  const [own, gone] = announced.parts!
  expect(own!.points + gone!.points).toBeCloseTo(announced.points!, 9)
  expect(gone).toMatchObject({ name: `W-${film.number}` })
  expect(gone!.hours).toBeLessThan(0)

  const waiting = await as('marco')(intake.accept, {
    ...{ id: open.id, version: open.version, boardId: room.id, notVision: 'Sales asked', ...terms },
  })
  expect(await meter()).toBe(announced.before)
  await as('kai')(intake.consent, { id: waiting.displacements[0]!.id, isAccepted: true })
  expect(await meter()).toBe(announced.after)
  const told = await as('ana')(share.explain, { what: 'planned' })
  const done = await as('marco')(intake.show, { id: open.id })
  expect(told.moves[0]).toMatchObject({
    ...{ itemId: done.item!.id, announced: announced.words, path: `/intake/${open.id}` },
    gaveWay: { itemId: film.id, until: '2026-07-31' },
  })
  expect(told.moves[0]!.now).toContain(`it takes ${Math.abs(own!.points).toFixed(1)} points`)

  const undone = await as('marco')(intake.undo, { id: done.id, version: done.version })
  expect(undone).toMatchObject({ state: 'open', item: null, displacements: [{ state: 'dropped' }] })
  expect((await item(film.id)).dueOn).toBe('2026-06-05')
  expect(await meter()).toBe(announced.before)
})
