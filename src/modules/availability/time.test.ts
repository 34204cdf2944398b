import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { availability } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
})
afterAll(() => northwind.close())

const eight = [480, 480, 480, 480, 480, 0, 0]
const fourDays = [360, 360, 360, 360, 0, 0, 0]
const versionOf = async (who: 'kai' | 'pia' | 'vera') =>
  (await northwind.as(who)(availability.person, { id: northwind.ids[who] })).version
const hoursOf = async (who: 'kai' | 'pia' | 'vera', from: string, to: string) =>
  (await northwind.as('ana')(availability.days, { id: northwind.ids[who], from, to })).total.scheduled / 60

test('a week set by the manager holds from its day on, and taking it back is undone', async () => {
  const { as, ids } = northwind
  const said = { id: ids.kai, fromOn: '2026-06-03', minutes: fourDays, reason: 'Studies again' }
  const set = await as('pia')(availability.setWeek, { ...said, version: 0 })
  expect(set.weeks).toMatchObject([{ fromOn: '2026-06-03', reason: 'Studies again', by: 'Pia Novak' }])
  expect(await hoursOf('kai', '2026-06-01', '2026-06-07')).toBe(8 + 8 + 6 + 6 + 0)

  await as('pia')(availability.removeWeek, { id: set.weeks[0]!.id })
  expect(await hoursOf('kai', '2026-06-01', '2026-06-07')).toBe(40)
  await as('pia')(availability.restoreWeek, { id: set.weeks[0]!.id })
  expect(await hoursOf('kai', '2026-06-08', '2026-06-14')).toBe(24)
})

test('nobody sets their own week, nor that of people they do not lead; a page of before is refused', async () => {
  const { as, ids } = northwind
  const said = {
    id: ids.kai,
    fromOn: '2026-07-01',
    minutes: eight,
    reason: 'More hours',
    version: await versionOf('kai'),
  }
  await expect(as('kai')(availability.setWeek, said)).rejects.toThrow(/Your manager says this/)
  await expect(as('vera')(availability.setWeek, said)).rejects.toThrow(/availability:manage/)
  await expect(as('pia')(availability.setWeek, { ...said, version: 0 })).rejects.toThrow(
    /Pia Novak changed this working time since you opened the page/,
  )
  await expect(
    as('pia')(availability.setWeek, { ...said, minutes: [1500, ...eight.slice(1)] }),
  ).rejects.toThrow(/more than a day has/)
  await expect(as('pia')(availability.setWeek, { ...said, minutes: eight.slice(1) })).rejects.toThrow(
    /7 entries/,
  )
})

test('the organisation’s week holds for those without one, from its day on', async () => {
  const { as } = northwind
  const said = { fromOn: '2026-08-01', minutes: [450, 450, 450, 450, 450, 0, 0], reason: 'New agreement' }
  await as('ana')(availability.setUsualWeek, { ...said, version: 0 })
  await expect(as('ana')(availability.setUsualWeek, { ...said, version: 0 })).rejects.toThrow(
    /since you opened/,
  )
  expect(await hoursOf('vera', '2026-07-27', '2026-08-02')).toBe(40)
  expect(await hoursOf('vera', '2026-08-03', '2026-08-09')).toBe(37.5)
  expect(await hoursOf('kai', '2026-08-03', '2026-08-09')).toBe(24)
})

test('public holidays follow the place; one is switched off and another added, and both taken back', async () => {
  const { as, ids } = northwind
  const available = async (from: string, to: string) =>
    (await as('vera')(availability.days, { id: ids.vera, from, to })).total.available / 60
  const bavaria = { country: 'DE', region: 'BY' }
  await as('vera')(availability.setPlace, { id: ids.vera, ...bavaria, version: 0 })
  const corpusChristi = '2026-06-04'
  expect(await available('2026-06-01', '2026-06-07')).toBe(32)
  const off = { ...bavaria, day: corpusChristi, name: 'Corpus Christi', isOff: true }
  const { items } = await as('marco')(availability.setHoliday, off)
  expect(items.find((one) => one.day === corpusChristi)).toMatchObject({ isOff: true, by: 'Marco Haas' })
  expect(await available('2026-06-01', '2026-06-07')).toBe(40)
  await as('marco')(availability.setHoliday, {
    country: 'DE',
    day: '2026-06-05',
    name: 'Town fair',
    isOff: false,
  })
  expect(await available('2026-06-01', '2026-06-07')).toBe(32)
  await as('marco')(availability.resetHoliday, { country: 'DE', day: '2026-06-05' })
  await as('marco')(availability.resetHoliday, { ...bavaria, day: corpusChristi })
  expect(await available('2026-06-01', '2026-06-07')).toBe(32)
  await as('marco')(availability.addFreeDay, { day: '2026-06-02', name: 'Founding day' })
  expect(await available('2026-06-01', '2026-06-07')).toBe(24)
  await as('marco')(availability.removeFreeDay, { day: '2026-06-02' })
})

test.each([
  [{ country: 'XX' }, /No public holidays are known for the country XX/],
  [{ country: 'DE', region: 'TX' }, /DE has no part called TX/],
  [{ country: null, region: 'BY' }, /A part needs its country/],
  [{ country: 'de' }, /two capital letters/],
  [{ country: '__proto__' }, /two capital letters/],
  [{ country: 'GB', startsOn: '2026-05-01' }, /for your manager to say/],
])('the place %o is refused: %s', async (place, sentence) => {
  const said = { id: northwind.ids.vera, ...place, version: await versionOf('vera') }
  await expect(northwind.as('vera')(availability.setPlace, said)).rejects.toThrow(sentence)
})

test('before the first day and after the last there are no hours, and the reason is said', async () => {
  const { as, ids } = northwind
  const said = { id: ids.pia, country: 'GB', startsOn: '2026-06-03', endsOn: '2026-06-04', version: 0 }
  await as('marco')(availability.setPlace, said)
  await expect(
    as('marco')(availability.setPlace, { ...said, version: 1, endsOn: '2026-06-01' }),
  ).rejects.toThrow(/lies before the first/)
  const { days, total } = await as('ana')(availability.days, {
    id: ids.pia,
    from: '2026-06-01',
    to: '2026-06-07',
  })
  expect(total.scheduled / 60).toBe(16)
  expect(days[0]!.why).toEqual(['Starts on 2026-06-03'])
  expect(days[4]!.why).toEqual(['Left on 2026-06-04'])
})

test('other duties are noted, changed, taken away and put back; two at once do not overwrite each other', async () => {
  const { as, ids } = northwind
  const duty = { kind: 'meetings' as const, minutes: 240, fromOn: '2026-05-01', reason: 'Round of the team' }
  const { id, version } = await as('kai')(availability.addDuty, { id: ids.kai, ...duty })
  const both = await Promise.allSettled([
    as('kai')(availability.changeDuty, { id, version, ...duty, minutes: 120 }),
    as('pia')(availability.changeDuty, { id, version, ...duty, minutes: 360 }),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const dutiesIn = async () =>
    (await as('ana')(availability.days, { id: ids.kai, from: '2026-05-18', to: '2026-05-24' })).total.duties
  expect([120, 360]).toContain(await dutiesIn())
  await as('kai')(availability.removeDuty, { id })
  expect(await dutiesIn()).toBe(0)
  await as('kai')(availability.restoreDuty, { id })
  expect(await dutiesIn()).toBeGreaterThan(0)
  await expect(as('vera')(availability.removeDuty, { id })).rejects.toThrow(/availability:manage/)
  await expect(as('kai')(availability.addDuty, { id: ids.kai, ...duty, toOn: '2026-04-01' })).rejects.toThrow(
    /before/,
  )
})

test('the grid sums up, is filtered, and comes as a table in which no cell is a formula', async () => {
  const { as } = northwind
  const grid = await as('vera')(availability.capacity, { from: '2026-05-20', weeks: 4 })
  expect(grid.weeks).toEqual(['2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08'])
  expect(grid.people.map((one) => one.name)).not.toContain('Gus Bell')
  const sum = grid.people.reduce((all, one) => all + one.weeks[0]!.available, 0)
  expect(grid.totals[0]!.available).toBe(sum)
  const whit = grid.people.find((one) => one.name === 'Vera Sato')!.weeks[1]!
  expect(whit.away).toEqual(['Whit Monday: 2026-05-25'])
  const british = await as('vera')(availability.capacity, { country: 'GB' })
  expect(british.people.map((one) => one.name)).toEqual(['Pia Novak'])
  await expect(as('vera')(availability.capacity, { weeks: 400 })).rejects.toThrow(/26 at most/)

  await as('ana')(availability.addFreeDay, { day: '2026-05-21', name: '=HYPERLINK("http://x")' })
  const file = await as('vera')(availability.exportCapacity, { from: '2026-05-20', weeks: 1, format: 'csv' })
  const text = await new Response((file as { body: ReadableStream }).body).text()
  expect(text).toContain('HYPERLINK')
  expect(text).not.toMatch(/(^|[,"\n])=HYPERLINK/)
})

test('a guest and somebody without the right read their own time at most', async () => {
  const { as, ids } = northwind
  await expect(as('gus')(availability.person, { id: ids.kai })).rejects.toThrow(/not yours to see/)
  await expect(as('gus')(availability.capacity, {})).rejects.toThrow(/availability:read/)
  await expect(as('ana')(availability.person, { id: 'nobody' })).rejects.toThrow(/does not exist/)
  const span = { id: ids.kai, from: '2000-01-01', to: '2099-12-31' }
  await expect(as('ana')(availability.days, span)).rejects.toThrow(/800 days are shown/)
})

test('what was done stands in the activity of the person', async () => {
  const { entries } = await northwind.as('ana')(activity.feed, { subject: northwind.ids.kai, limit: 100 })
  const types = entries.map((one) => one.type)
  expect(types).toEqual(
    expect.arrayContaining(['availability.weekSet', 'availability.weekRemoved', 'availability.dutyAdded']),
  )
})
