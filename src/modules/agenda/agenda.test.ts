import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../kernel/http/server.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { availability } from '../availability/contract.ts'
import { identity } from '../identity/contract.ts'
import { launches } from '../launches/contract.ts'
import { work } from '../work/contract.ts'
import { agenda } from './contract.ts'

let northwind: Company
let now = new Date('2027-03-15T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
})
afterAll(() => northwind.close())

const fetched = (url: string, headers: Record<string, string> = {}) =>
  createHttp(northwind.app).request(new URL(url).pathname, { headers })
const feed = (who: 'kai' | 'marco' | 'pia' | 'ana', said: object) =>
  northwind.as(who)(agenda.addFeed, { name: 'Mine', kind: 'mine', ...said })
const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}
const read = async (url: string) => eventsOf(await (await fetched(url)).text())

test('what is due of mine stands in my calendar, with an identifier that stays and a sequence that grows', async () => {
  const room = await boardOf(northwind, { name: 'Calendar', stages: plainStages })
  const said = { boardId: room.id, assigneeIds: [northwind.ids.kai], dueOn: '2027-03-20' }
  const { id, number } = await northwind.as('kai')(work.add, { title: 'Fair stand', ...said })
  await northwind.as('kai')(work.add, { title: 'Of nobody', boardId: room.id, dueOn: '2027-03-21' })
  const { url } = await feed('kai', {})
  const [first, ...others] = await read(url)
  expect(others).toEqual([])
  expect(first).toMatchObject({ summary: `Fair stand (W-${number})`, uid: `${id}@localhost` })
  expect(first!.startDate.toString()).toBe('2027-03-20')
  expect(first!.endDate.toString()).toBe('2027-03-21')

  now = new Date('2027-03-15T10:00:00Z')
  await northwind.as('kai')(work.edit, { ids: [id], patch: { dueOn: '2027-03-25' } })
  const [second] = await read(url)
  expect(second!.uid).toBe(first!.uid)
  expect(second!.startDate.toString()).toBe('2027-03-25')
  expect(Number(second!.sequence)).toBeGreaterThan(Number(first!.sequence))
})

test('the bytes are the same while nothing changed, and a calendar is told that it has them', async () => {
  const { url } = await feed('kai', {})
  const answer = await fetched(url)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const etag = answer.headers.get('etag') ?? ''
  now = new Date('2027-03-15T16:00:00Z')
  expect((await fetched(url, { 'if-none-match': etag })).status).toBe(304)
})

test('a hostile title stays within its line', async () => {
  const room = await boardOf(northwind, { name: 'Hostile', stages: plainStages })
  const title = `Sale; 50%, all\\nEND:VEVENT \u{1F600} ${'long '.repeat(30)}BEGIN:VEVENT`
  await northwind.as('pia')(work.add, { title, boardId: room.id, dueOn: '2027-03-22' })
  const { url } = await feed('pia', { name: 'A; B\\nX-EVIL:1', kind: 'board', boardId: room.id })
  const text = await (await fetched(url)).text()
  const lines = text.split('\r\n')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(lines.some((line) => line.startsWith('X-EVIL'))).toBe(false)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(eventsOf(text)[0]!.summary).toContain(title.trim())
})

test('a revoked address, an old one and a guessed one answer 404 with a sentence and no calendar', async () => {
  const made = await feed('kai', { name: 'Gone soon' })
  expect(made.url).toMatch(/\/api\/agenda\/\w{32}\.ics$/)
  const again = await northwind.as('kai')(agenda.renewFeed, { id: made.feed.id })
  expect((await fetched(again.url)).status).toBe(200)
  await northwind.as('kai')(agenda.revokeFeed, { id: made.feed.id })
  for (const url of [made.url, again.url, `${made.url.slice(0, -8)}zzzz.ics`, made.url.replace('.ics', '')]) {
    const answer = await fetched(url)
    expect(answer.status).toBe(404)
    const body = await answer.text()
    expect(JSON.parse(body).detail).toContain('No calendar is here')
    expect(body).not.toContain('VCALENDAR')
  }
  const kept = await northwind.app.db.selectFrom('agenda_feeds').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(again.url.slice(-36, -4))
})

test('who guesses is slowed down', async () => {
  const guess = () => fetched(`http://x/api/agenda/${'z'.repeat(32)}.ics`)
  const answers = []
  for (let at = 0; at < 40; at += 1) answers.push((await guess()).status)
  expect(answers[0]).toBe(404)
  expect(answers.at(-1)).toBe(429)
})

test('a feed of somebody else can be neither seen, renewed nor revoked', async () => {
  const { feed: made } = await feed('kai', { name: 'Kai’s' })
  await expect(northwind.as('pia')(agenda.renewFeed, { id: made.id })).rejects.toThrow('does not exist')
  await expect(northwind.as('pia')(agenda.revokeFeed, { id: made.id })).rejects.toThrow('does not exist')
  const { items } = await northwind.as('pia')(agenda.feeds, {})
  expect(items.some((one) => one.id === made.id)).toBe(false)
})

test('a confidential board is told by numbers, and to those alone who may see it', async () => {
  const room = await boardOf(northwind, { name: 'Layoffs', isConfidential: true, stages: plainStages })
  const item = { title: 'Tell nobody', boardId: room.id, dueOn: '2027-03-23' }
  const { number } = await northwind.as('marco')(work.add, item)
  await expect(feed('kai', { kind: 'board', boardId: room.id })).rejects.toThrow('does not exist')
  const { url } = await feed('marco', { kind: 'board', boardId: room.id })
  const text = await (await fetched(url)).text()
  expect(text).not.toMatch(/Tell nobody|Layoffs/)
  expect(eventsOf(text)[0]!.summary).toBe(`W-${number}`)
})

test('a launch that moves has a sequence that grows', async () => {
  const launch = await northwind.as('marco')(launches.add, {
    ...{ name: 'Pump 5', tier: 1, products: ['Pump 5'], ownerId: northwind.ids.marco },
    launchOn: '2027-04-10',
  })
  const { url } = await feed('marco', { name: 'Launches', kind: 'launches' })
  const [first] = await read(url)
  await northwind.as('marco')(launches.move, {
    ...{ id: launch.id, version: launch.version, on: '2027-04-20', reason: 'The pump leaks' },
  })
  const [second] = await read(url)
  expect(second!.startDate.toString()).toBe('2027-04-20')
  expect(Number(second!.sequence)).toBeGreaterThan(Number(first!.sequence))
})

test('leave of the team is told as away, whatever the owner may know', async () => {
  const { id: teamId } = await northwind.as('ana')(identity.addTeam, {
    name: 'Operations',
    members: [northwind.ids.marco, northwind.ids.pia],
  })
  expect(teamId).toBeTruthy()
  const leave = { fromOn: '2027-03-29', toOn: '2027-04-02', startsHalf: false, endsHalf: false }
  await northwind.as('marco')(availability.askLeave, {
    ...{ id: northwind.ids.pia, kind: 'sick', note: 'Flu', standInId: null, ...leave },
  })
  const { url } = await feed('marco', { name: 'Team', kind: 'away' })
  const text = await (await fetched(url)).text()
  expect(text).not.toMatch(/sick|flu/i)
  const [away] = eventsOf(text)
  expect(away!.summary).toBe('Pia Novak: away')
  expect(away!.endDate.toString()).toBe('2027-04-03')
})

test('conditions of a list are kept as they are asked for, and refused where nothing understands them', async () => {
  const where = { labels: ['fair'], dueFrom: '2027-04-01' }
  const room = await boardOf(northwind, { name: 'Conditions', stages: plainStages })
  const said = { boardId: room.id, labels: ['fair'] }
  await northwind.as('pia')(work.add, { ...said, title: 'Early', dueOn: '2027-03-30' })
  await northwind.as('pia')(work.add, { ...said, title: 'In time', dueOn: '2027-04-05' })
  const { url } = await feed('pia', { kind: 'items', where })
  expect((await read(url)).map((one) => one.summary.split(' (')[0])).toEqual(['In time'])
  await expect(feed('pia', { kind: 'items', where: { more: { moon: 'full' } } })).rejects.toThrow('“moon”')
  await expect(feed('pia', { kind: 'items' })).rejects.toThrow('Say which items')
})

test('who lost the right has an empty calendar, who left has none', async () => {
  const { url } = await feed('kai', { name: 'Last' })
  expect((await read(url)).length).toBeGreaterThan(0)
  await northwind.as('ana')(identity.assignRoles, { id: northwind.ids.kai, roles: ['client'] })
  expect(await read(url)).toEqual([])
  expect((await northwind.as('kai')(agenda.feeds, {})).items[0]!.whyEmpty).toContain('work:read')
  await northwind.as('ana')(identity.disable, { id: northwind.ids.kai })
  expect((await fetched(url)).status).toBe(404)
})
