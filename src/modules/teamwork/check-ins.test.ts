import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { departments } from '../departments/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Board, type Stage, teamwork } from './contract.ts'
import { isToBeLookedAt, nextDay, streakOf } from './rules.ts'
import { agendaSources, workTypePort } from './server/index.ts'
import { missedCheckIns } from './server/points.ts'

let northwind: Company
let board: Board
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'carol', 'marco', 'pia', 'kai', 'fay', 'ivan'] as const)
    await northwind.actorOf(name)
  northwind.app.services.use(agendaSources).register({
    need: 'budget:read',
    find: async () => [{ key: 'line:1', what: 'Search is over its line', why: 'By 4,000', link: '/budget' }],
  })
  northwind.app.services.use(workTypePort).register(async () => ['Newsletter'])
})
afterAll(() => northwind.close())

const as = (who: PersonName) => northwind.as(who)
const show = (who: PersonName) => as(who)(teamwork.checkIn, { id: board.id })
const add = (who: PersonName, what: string) => as(who)(teamwork.addPoint, { id: board.id, what })
const hold = (who: PersonName, meetingId: string | null) =>
  as(who)(teamwork.hold, { id: board.id, meetingId: meetingId ?? '' })
const at = (all: Board, stage: Stage) =>
  all.points.filter((one) => one.stage === stage).map((one) => one.what)

test('a series prepares its first agenda from what is red; guests read it and write nothing', async () => {
  const { carol, fay, kai } = northwind.ids
  board = await as('ana')(teamwork.addSeries, {
    ...{ name: 'Executive Team', kind: 'executive', every: 'fortnight', nextOn: '2026-05-21' },
    ...{ peopleIds: [carol], guestIds: [fay, kai] },
  })
  expect(at(board, 'agenda')).toEqual(['Search is over its line'])
  expect((await show('fay')).points).toHaveLength(1)
  expect((await show('kai')).points).toEqual([])
  await expect(add('fay', 'A wish of mine')).rejects.toEqual(refused('forbidden', /guest of Executive Team/))
  await expect(show('pia')).rejects.toMatchObject({ code: 'missing' })
  const { needs } = await as('carol')(identity.home, {})
  expect(needs).toContainEqual(expect.objectContaining({ title: 'Executive Team', due: '2026-05-21' }))
})

test('a decision with somebody and a day is an action; one without the other is refused', async () => {
  const point = await add('carol', 'Autumn budget')
  const change = (more: object, version = point.version) =>
    as('ana')(teamwork.changePoint, { id: point.id, version, ...more })
  await expect(change({ ownerId: northwind.ids.marco })).rejects.toEqual(refused('invalid', /by which day/))
  const decided = { stage: 'decided' as const, ownerId: northwind.ids.marco, dueOn: '2026-05-29' }
  expect(await change(decided)).toMatchObject({ owner: { name: 'Marco Haas' }, version: 2 })
  await expect(change({ stage: 'done' })).rejects.toEqual(refused('conflict', /since you opened it/))
})

test('held, the next one is prepared and what is open comes along; undo brings it back', async () => {
  const plain = await add('ana', 'We stay with two fairs')
  await as('ana')(teamwork.changePoint, { id: plain.id, version: plain.version, stage: 'decided' })
  const before = await show('ana')
  const after = await hold('carol', before.nextId)
  expect(after).toMatchObject({ nextOn: '2026-06-04', streak: 1 })
  expect(at(after, 'decided')).toEqual(['Autumn budget'])
  expect(at(after, 'agenda')).toEqual(['Search is over its line'])
  expect(after.past[0]?.points.map((one) => one.what)).toEqual(['We stay with two fairs'])
  await expect(hold('carol', before.nextId)).rejects.toEqual(refused('conflict', /held already/))
  const undone = await as('ana')(teamwork.undoHolding, { id: board.id, meetingId: before.nextId ?? '' })
  expect(undone).toMatchObject({ nextOn: '2026-05-21', streak: 0, nextId: before.nextId })
  expect(undone.points.map((one) => [one.what, one.carried])).toEqual(
    before.points.map((one) => [one.what, one.carried]),
  )
})

test('of two who note it as held at once, one next is prepared', async () => {
  const { nextId } = await show('ana')
  const both = await Promise.allSettled([hold('ana', nextId), hold('carol', nextId)])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await show('ana')).past).toHaveLength(1)
})

test('what nobody noted as held was missed once its days are over, once, and breaks the row', async () => {
  now = new Date('2026-06-06T09:00:00Z')
  await missedCheckIns.run(northwind.app, {})
  expect(await show('ana')).toMatchObject({ nextOn: '2026-06-04', streak: 1 })
  now = new Date('2026-06-07T09:00:00Z')
  await missedCheckIns.run(northwind.app, {})
  await missedCheckIns.run(northwind.app, {})
  const after = await show('ana')
  expect(after).toMatchObject({ nextOn: '2026-06-18', streak: 0 })
  expect(after.past.map((one) => one.state)).toEqual(['missed', 'held'])
})

test('a one-to-one is between two, and the owner of a series stays of it', async () => {
  const alone = {
    name: 'Alone',
    every: 'week' as const,
    nextOn: '2026-06-08',
    peopleIds: [northwind.ids.ana],
  }
  await expect(as('ana')(teamwork.addSeries, { ...alone, kind: 'one-to-one' })).rejects.toEqual(
    refused('invalid', /between two people/),
  )
  const ended = await as('ana')(teamwork.changeSeries, { id: board.id, version: 1, isEnded: true })
  await expect(hold('ana', ended.nextId)).rejects.toEqual(refused('conflict', /has ended/))
  await as('ana')(teamwork.changeSeries, { id: board.id, version: 2, isEnded: false })
})

test('a level is agreed by both, takes the place of the one before, and is asked back after six months', async () => {
  const pair = { personId: northwind.ids.kai, leaderId: northwind.ids.pia, work: 'Newsletter' }
  const propose = (who: PersonName, level: number) => as(who)(teamwork.proposeDelegation, { ...pair, level })
  const agree = (who: PersonName, { id, version }: { id: string; version: number }) =>
    as(who)(teamwork.agreeDelegation, { id, version })
  await expect(propose('ana', 3)).rejects.toEqual(refused('forbidden', /one of the two/))
  await expect(propose('kai', 8)).rejects.toEqual(refused('invalid', /7 at most/))
  const first = await propose('kai', 5)
  await expect(agree('kai', first)).rejects.toEqual(refused('conflict', /other of you agrees/))
  await agree('pia', first)
  await agree('kai', await propose('pia', 6))
  const { items } = await as('kai')(teamwork.delegations, {})
  expect(items.map((one) => [one.level, one.endedOn])).toEqual([
    [6, null],
    [5, '2026-06-07'],
  ])
  now = new Date('2026-12-07T09:00:00Z')
  const { needs } = await as('pia')(identity.home, {})
  expect(needs.map((one) => one.title)).toContain('Does “Ask after” still fit for Newsletter?')
  now = new Date('2026-06-07T09:00:00Z')
  expect((await as('kai')(teamwork.workTypes, {})).items).toEqual([{ id: null, name: 'Newsletter' }])
  await expect(as('kai')(teamwork.addWorkType, { name: 'newsletter' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the people of a department say whom to ask; others find it and change nothing', async () => {
  const people = { ownerId: northwind.ids.ana, peopleIds: [northwind.ids.ivan] }
  const page = await as('ana')(departments.add, { name: 'IT', ...people })
  const terms = { id: page.id, what: 'Access and keys', channel: 'Service desk', responseHours: 8 }
  const say = (who: PersonName, more: object) =>
    as(who)(departments.addContact, { ...terms, timeZone: 'Europe/Berlin', ...more })
  await expect(say('pia', { person: 'Ivan' })).rejects.toEqual(refused('forbidden', /people of IT say/))
  await expect(say('ivan', {})).rejects.toEqual(refused('invalid', /Say whom to ask/))
  await expect(say('ivan', { person: 'Ivan', timeZone: 'Mars/Base' })).rejects.toEqual(
    refused('invalid', /not a time zone/),
  )
  const made = await say('ivan', { personId: northwind.ids.ivan })
  const change = (version: number) =>
    as('ivan')(departments.changeContact, { id: made.id, version, responseHours: 4 })
  expect(await change(1)).toMatchObject({
    responseHours: 4,
    channel: 'Service desk',
    person: { name: 'Ivan Petrov' },
  })
  await expect(change(1)).rejects.toMatchObject({ code: 'conflict' })
  const seen = async () => (await as('pia')(departments.directory, {})).items.map((one) => one.can.change)
  expect(await seen()).toEqual([false])
  await as('ivan')(departments.removeContact, { id: made.id, isRemoved: true })
  expect(await seen()).toEqual([])
  await as('ivan')(departments.removeContact, { id: made.id, isRemoved: false })
  expect(await seen()).toEqual([false])
})

test.each([
  ['2026-05-21', 'week', '2026-05-22', '2026-05-28'],
  ['2026-05-21', 'fortnight', '2026-07-01', '2026-07-02'],
  ['2026-01-31', 'month', '2026-02-01', '2026-02-28'],
  ['2026-01-31', 'month', '2026-03-01', '2026-03-31'],
] as const)('after %s, every %s, seen on %s, comes %s', (last, every, today, next) => {
  expect(nextDay(last, every, today)).toBe(next)
})

test('a row ends with the last one missed', () => {
  expect([streakOf([]), streakOf(['held', 'held', 'missed', 'held']), streakOf(['missed'])]).toEqual([
    0, 2, 0,
  ])
})

test.each([
  ['2026-01-01', null, null, true],
  ['2026-01-01', '2026-03-01', null, false],
  ['2026-01-01', null, '2026-02-01', false],
] as const)('agreed %s, looked at %s, ended %s is asked back: %s', (agreed_on, looked_on, ended_on, is) => {
  expect(isToBeLookedAt({ agreed_on, looked_on, ended_on }, '2026-07-01')).toBe(is)
})
