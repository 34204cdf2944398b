import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../methods/random.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, goalOf, plainStages } from '../../test/work.ts'
import { availability } from '../availability/contract.ts'
import { identity } from '../identity/contract.ts'
import { timesheets } from '../timesheets/contract.ts'
import { work } from '../work/contract.ts'
import { share } from './contract.ts'

let northwind: Company
let boardId = ''
let goal = ''
let vision = ''
let favour = ''
let now = new Date('2026-05-22T16:00:00Z')
const workers: PersonName[] = ['kai', 'pia', 'marco']

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['kai', 'pia', 'cleo', 'marco', 'vera'] as const) await northwind.actorOf(name)
  goal = await goalOf(northwind)
  boardId = (await boardOf(northwind, { stages: plainStages })).id
  vision = await item('Webinar', true)
  favour = await item('Badge photos', false)
})
afterAll(() => northwind.close())

async function item(title: string, isVision: boolean, more: object = {}): Promise<string> {
  const serves = isVision ? { kind: 'goal', id: goal } : null
  return (await northwind.as('marco')(work.add, { title, boardId, serves, ...more })).id
}
const shown = (who: PersonName = 'ana') => northwind.as(who)(share.show, {})
const write = (who: PersonName, day: string, minutes: number, itemId: string | null) =>
  northwind.as(who)(timesheets.add, { day, minutes, itemId, duty: itemId ? null : 'meetings' })

test('entries on the vision ÷ all entries, through random weeks; never above one, the rest makes up the whole', async () => {
  const random = randomFrom(7)
  let [good, all] = [0, 0]
  for (const who of workers)
    for (const monday of [20, 27])
      for (let day = 0; day < 5; day += 1) {
        const on = new Date(Date.UTC(2026, 3, monday + day)).toISOString().slice(0, 10)
        const minutes = 60 + Math.floor(random() * 300)
        const kind = random()
        await write(who, on, minutes, kind < 0.7 ? vision : kind < 0.9 ? favour : null)
        if (kind < 0.7) good += minutes
        all += minutes
      }
  now = new Date('2026-05-08T10:00:00Z')
  const { actual, rest } = await shown()
  expect(actual).toMatchObject({ vision: good, total: all })
  expect(actual.share).toBeLessThanOrEqual(1)
  expect(actual.low!).toBeLessThanOrEqual(actual.high!)
  const left = rest.type!.reduce((sum, one) => sum + one.share, 0)
  expect(actual.share! + left).toBeCloseTo(1, 9)
})

test('absence does not count, what hangs on nothing does', async () => {
  const before = await shown()
  const { id, version } = await northwind.as('kai')(availability.askLeave, {
    ...{ id: northwind.ids.kai, kind: 'holiday', fromOn: '2026-04-13', toOn: '2026-04-17' },
  })
  await northwind.as('pia')(availability.approveLeave, { id, version })
  expect((await shown()).actual).toEqual(before.actual)
  await write('kai', '2026-04-25', 120, null)
  const after = await shown()
  expect(after.actual.vision).toBe(before.actual.vision)
  expect(after.actual.total).toBe(before.actual.total + 120)
  expect(after.actual.share!).toBeLessThan(before.actual.share!)
})

test('splitting an item changes nothing, planned or as it was', async () => {
  const due = '2026-05-22'
  const kai = [northwind.ids.kai]
  const whole = await item('Film', true, { estimateMinutes: 960, dueOn: due, assigneeIds: kai })
  await item('Slides', false, { estimateMinutes: 480, dueOn: due, assigneeIds: kai })
  const before = await shown()
  await northwind.as('marco')(work.edit, { ids: [whole], patch: { estimateMinutes: 480 } })
  const half = await item('Film, part 2', true, { estimateMinutes: 480, dueOn: due, assigneeIds: kai })
  const after = await shown()
  expect(after.planned).toEqual(before.planned)
  expect(after.actual).toEqual(before.actual)
  expect((await northwind.as('ana')(share.ofItem, { id: half })).words).toMatch(/Brings \d/)
})

test('of whoever writes nothing down, the board tells: available hours over what they held, said so', async () => {
  const { as, ids } = northwind
  const { stages } = await as('marco')(work.board, { id: boardId })
  now = new Date('2026-05-11T06:00:00Z')
  const held = await item('Data list', true, { assigneeIds: [ids.vera], stageId: stages[1]!.id })
  now = new Date('2026-05-18T07:00:00Z')
  const { people } = await as('vera')(share.show, {})
  expect(people).toMatchObject([{ name: 'Vera Sato', basis: 'stages' }])
  const told = await as('vera')(share.explain, { week: '2026-05-11', isVision: true })
  expect(told.pieces.find((one) => one.itemId === held)).toMatchObject({
    ...{ minutes: 2400, person: 'Vera Sato', source: 'Time in active stages' },
  })
})

test('a share of one person is for them and those who lead them; of a small team for who leads all of it', async () => {
  const { as, ids } = northwind
  expect((await as('pia')(share.show, {})).people.map((one) => one.name).sort()).toEqual([
    'Kai Okafor',
    'Pia Novak',
  ])
  expect((await as('marco')(share.show, { personId: ids.kai })).isFiltered).toBe(true)
  await expect(as('cleo')(share.show, { personId: ids.kai })).rejects.toThrow(/not yours to see/)
  await expect(as('cleo')(share.explain, { personId: ids.kai })).rejects.toThrow(/not yours to see/)
  expect((await as('cleo')(share.explain, {})).pieces.every((one) => one.person === null)).toBe(true)
  const team = await as('ana')(identity.addTeam, {
    ...{ name: 'Content', purpose: '', leadId: ids.pia, members: [ids.kai, ids.pia] },
  })
  await expect(as('cleo')(share.show, { teamId: team.id })).rejects.toThrow(/fewer than five people/)
  expect((await as('cleo')(share.show, {})).teams[0]).toMatchObject({ share: null, minutes: null })
  expect((await as('marco')(share.show, { teamId: team.id })).actual.total).toBeGreaterThan(0)
})

test('a request is priced in points by what it would thin or displace', async () => {
  const { as } = northwind
  const price = await as('ana')(share.price, { minutes: 2400, isVision: false })
  expect(price.points!).toBeLessThan(0)
  expect(price.points!).toBeCloseTo((price.after! - price.before!) * 100, 9)
  const good = await as('ana')(share.price, { minutes: 2400, isVision: true })
  expect(good.points!).toBeGreaterThan(0)
  await expect(as('ana')(share.price, { minutes: 0 })).rejects.toThrow(/a minute at least/)
})

test('the target is set with a reason by who may; an old page is refused; the alarm needs the director once', async () => {
  const { as } = northwind
  await expect(as('marco')(share.setTarget, { percent: 80, version: 0, reason: 'Easier' })).rejects.toThrow()
  await as('ana')(share.setTarget, { percent: 95, version: 0, reason: 'We said so' })
  await expect(as('ana')(share.setTarget, { percent: 90, version: 0, reason: 'Old page' })).rejects.toThrow(
    /since you opened this page/,
  )
  const { actual } = await shown()
  expect(actual.alarm).toMatch(/95\.0 % is the target/)
  const needs = async (who: PersonName) =>
    (await as(who)(identity.home, {})).needs.filter((one) => one.link === '/vision-share')
  expect(await needs('ana')).toHaveLength(1)
  expect(await needs('marco')).toHaveLength(0)
})

test('a part serves what it is part of: work that is split by the product itself stays vision', async () => {
  const part = async (said: object) =>
    (await northwind.as('marco')(work.add, { title: 'Part', boardId, parentId: vision, ...said })).isVision
  expect(await part({})).toBe(true)
  expect(await part({ notVision: 'A favour within it' })).toBe(false)
  expect(await part({ serves: null })).toBe(false)
})
