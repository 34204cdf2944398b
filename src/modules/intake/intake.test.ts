import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { filed, knock } from '../../test/intake.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { type Board, work } from '../work/contract.ts'
import { intake } from './contract.ts'

let northwind: Company
let room: Board
const clock = { now: new Date('2026-05-20T09:00:00Z') }

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => clock.now })
  room = await boardOf(northwind, { stages: plainStages })
  const marco = northwind.as('marco')
  for (const type of (await marco(intake.types, {})).items)
    await marco(intake.changeType, {
      ...{ id: type.id, version: type.version, audience: 'everybody', boardId: room.id, reason: 'Opened' },
    })
})
afterAll(() => northwind.close())

const marco = () => northwind.as('marco')
const shown = async (number: number) => marco()(intake.show, { id: `R-${number}` })
const terms = () => ({ boardId: room.id, typeId: 'wty_asset', notVision: 'Sales asked for it' })

test('a visitor files a request, is told the day and the price, and follows it until it is done', async () => {
  const { token, number, ask } = await filed(northwind, clock, { title: 'A leaflet for the autumn fair' })
  const before = await ask(intake.follow, { token })
  expect(before).toMatchObject({ state: 'open', number, answerDueOn: '2026-05-25' })
  expect(before.earliest).toMatchObject({
    p50: null,
    words: expect.stringContaining('No day can be told yet'),
  })
  expect(before.price.words).toContain('nothing is planned in the next 4 weeks')

  const open = await shown(number)
  await marco()(intake.accept, {
    ...{ id: open.id, version: open.version, ...terms(), promisedOn: '2026-06-30', estimateMinutes: 480 },
  })
  expect(await ask(intake.follow, { token })).toMatchObject({
    ...{ state: 'accepted', promisedOn: '2026-06-30', stage: 'It waits for its turn.' },
  })

  expect(before.said).toContainEqual({ label: 'Why so quickly?', words: 'The fair is in six weeks' })

  const item = (await shown(number)).item!
  const its = await marco()(intake.list, { itemId: item.id })
  expect(its.items.map((one) => one.number)).toEqual([number])
  await marco()(work.edit, { ids: [item.id], patch: { dueOn: '2026-07-03' } })
  await marco()(work.move, { ids: [item.id], stageId: room.stages[1]!.id })
  const after = await ask(intake.follow, { token })
  expect(after).toMatchObject({ dueOn: '2026-07-03', stage: 'It is being worked on.' })
  expect(after.entries.map((one) => one.words)).toContain('Its date moved from 2026-06-30 to 2026-07-03.')
  expect(JSON.stringify(after)).not.toMatch(/Marco|Room|wty_/)
})

test('a request is declined with an alternative, appealed once, and the second answer stands', async () => {
  const { token, number, ask } = await filed(northwind, clock, {
    title: 'Business cards with a game on them',
  })
  const open = await shown(number)
  await marco()(intake.decline, {
    ...{ id: open.id, version: open.version, reason: 'goals', words: 'No goal of this year needs it.' },
    alternative: 'The print shop has a template.',
  })
  expect(await ask(intake.follow, { token })).toMatchObject({
    ...{ state: 'declined', reason: 'It does not serve an agreed goal' },
    ...{ alternative: 'The print shop has a template.', can: { appeal: true, takeAlternative: true } },
  })
  await ask(intake.takeAlternative, { token, isTaken: true })
  await ask(intake.appeal, { token, words: 'The board wants them.' })
  const { items } = await marco()(intake.list, { only: 'waiting' })
  const again = items.find((one) => one.number === number)!
  expect(again.isAppealed).toBe(true)
  await marco()(intake.settleAppeal, {
    ...{ id: again.id, version: again.version, isUpheld: false, words: 'We asked the board: no.' },
  })
  await expect(ask(intake.appeal, { token, words: 'Once more' })).rejects.toThrow('The second answer stands')
})

test('a question is asked back, answered on the page, and the answer brings the request back', async () => {
  const { token, number, ask } = await filed(northwind, clock, { title: 'A film about our pumps' })
  const open = await shown(number)
  const asked = await marco()(intake.askBack, { id: open.id, version: open.version, words: 'Which pumps?' })
  expect(asked.state).toBe('asked')
  const back = await ask(intake.reply, { token, words: 'The small ones' })
  expect(back.entries.map((one) => one.words)).toEqual(['', 'Which pumps?', 'The small ones'])
  expect((await shown(number)).state).toBe('open')
})

test('two triage one request at once: the second is told who was quicker', async () => {
  const { number } = await filed(northwind, clock, { title: 'A banner for the canteen' })
  const open = await shown(number)
  const seen = { id: open.id, version: open.version }
  const tried = await Promise.allSettled([
    marco()(intake.decline, { ...seen, reason: 'capacity', words: 'Not this month.' }),
    northwind.as('pia')(intake.defer, { ...seen, until: '2026-09-01' }),
  ])
  expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const second = tried.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(String(second.reason)).toMatch(/(Marco Haas|Pia Novak) was quicker: it was (declined|put off)/)
})

test('the last decision is undone, unless somebody built on it', async () => {
  const { token, number, ask } = await filed(northwind, clock, { title: 'New slides for the sales team' })
  const open = await shown(number)
  const accepted = await marco()(intake.accept, { id: open.id, version: open.version, ...terms() })
  const undone = await marco()(intake.undo, { id: open.id, version: accepted.version })
  expect(undone).toMatchObject({ state: 'open', item: null })
  expect((await ask(intake.follow, { token })).entries.map((one) => one.kind)).toEqual(['filed'])

  const again = await marco()(intake.accept, { id: open.id, version: undone.version, ...terms() })
  clock.now = new Date(clock.now.getTime() + 60_000)
  await marco()(work.edit, { ids: [again.item!.id], patch: { words: 'Begun' } })
  await expect(marco()(intake.undo, { id: open.id, version: again.version })).rejects.toThrow(
    'Somebody has worked with W-',
  )
})

test('a request is merged into another and follows its item', async () => {
  const one = await filed(northwind, clock, { title: 'Photographs of the new plant' })
  const two = await filed(northwind, clock, { title: 'Pictures of the new plant' })
  const [first, second] = [await shown(one.number), await shown(two.number)]
  const alike = await marco()(intake.alike, { id: second.id })
  expect(alike.requests.map((other) => other.number)).toContain(one.number)
  await marco()(intake.merge, { id: second.id, version: second.version, requestId: first.id })
  await marco()(intake.accept, { id: first.id, version: first.version, ...terms(), promisedOn: '2026-08-01' })
  expect(await two.ask(intake.follow, { token: two.token })).toMatchObject({
    ...{ state: 'merged', dueOn: '2026-08-01', stage: 'It waits for its turn.' },
  })
})

test('a request merged into one that is merged itself follows the item all the same, until that is undone', async () => {
  const [one, two, three] = [
    await filed(northwind, clock, { title: 'A map of the fair' }),
    await filed(northwind, clock, { title: 'A plan of the fair' }),
    await filed(northwind, clock, { title: 'Where to find us at the fair' }),
  ]
  const merge = async (number: number, into: number) => {
    const [from, to] = [await shown(number), await shown(into)]
    await marco()(intake.merge, { id: from.id, version: from.version, requestId: to.id })
  }
  await merge(three.number, two.number)
  await merge(two.number, one.number)
  const first = await shown(one.number)
  const seen = { id: first.id, version: first.version }
  const { version } = await marco()(intake.accept, { ...seen, ...terms(), promisedOn: '2026-08-01' })
  const followed = async () => (await three.ask(intake.follow, { token: three.token })).dueOn
  expect(await followed()).toBe('2026-08-01')
  await marco()(intake.undo, { id: first.id, version })
  expect(await followed()).toBeNull()
})

test('who withdraws is not decided about any more', async () => {
  const { token, number, ask } = await filed(northwind, clock, { title: 'A stand for the open day' })
  const open = await shown(number)
  await ask(intake.withdraw, { token, words: 'The open day is off' })
  await expect(
    marco()(intake.defer, { id: open.id, version: open.version, until: '2026-09-01' }),
  ).rejects.toThrow('Nora Field was quicker: it was withdrawn')
  await expect(knock(northwind)(intake.withdraw, { token })).rejects.toThrow('nothing left to withdraw')
})
