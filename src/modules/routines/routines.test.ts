import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { availability } from '../availability/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { routines, type Template } from './contract.ts'
import { makeDue } from './server/due.ts'

let northwind: Company
let now = new Date('2026-03-23T07:30:00Z')
let room: Board
let report: Template

const tick = (at: string) => {
  now = new Date(at)
  return makeDue.run(northwind.app, {})
}
const items = async (q: string) =>
  (await northwind.as('pia')(work.items, { q, sort: 'due' })).items.map((one) => [one.title, one.dueOn])
const begin = (said: object) =>
  northwind.as('pia')(routines.add, {
    ...{ name: 'Weekly report', templateId: report.id, zone: 'Europe/Berlin', time: '09:00' },
    ...{ startsOn: '2026-03-23', rule: 'FREQ=WEEKLY;BYDAY=MO' },
    ...said,
  })
const templateOf = (definition: object, name = 'Report') =>
  northwind.as('pia')(routines.addTemplate, {
    name,
    definition: { title: 'Report of {week}', boardId: room.id, ...definition },
  })
const outcomes = async (id: string) =>
  (await northwind.as('pia')(routines.history, { id })).items.map((one) => [one.dueOn, one.outcome, one.says])
const end = (id: string) => northwind.as('pia')(routines.stop, { id, isStopped: true })

beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
  room = await boardOf(northwind, { stages: plainStages })
  report = await templateOf({})
  // Invitations end before the clock of these tests does.
  await northwind.cookieOf('kai')
})
afterAll(() => northwind.close())

test('a template makes an item whole: title, checklist, parts before its day, whose turn it is', async () => {
  const { kai, pia } = northwind.ids
  const newsletter = await templateOf(
    {
      ...{ title: 'Newsletter {month}', checklist: ['Links open', 'Sent to a test list'] },
      parts: [{ title: 'Copy for {month}', offset: -5, estimateMinutes: 120 }],
      assign: { kind: 'rotation', ids: [kai, pia] },
    },
    'Newsletter',
  )
  const first = await northwind.as('pia')(routines.useTemplate, { id: newsletter.id, dueOn: '2026-04-13' })
  const second = await northwind.as('pia')(routines.useTemplate, { id: newsletter.id, dueOn: '2026-05-11' })

  expect([first.title, first.checks.all]).toEqual(['Newsletter April 2026', 2])
  expect([first.assignees[0]!.id, second.assignees[0]!.id]).toEqual([kai, pia])
  const { parts } = await northwind.as('pia')(work.item, { id: first.id })
  expect(parts.map((one) => [one.title, one.dueOn])).toEqual([['Copy for April 2026', '2026-04-06']])
})

test('a routine keeps nine o’clock in Berlin across the change of the clock, and makes each item once', async () => {
  const { id, inWords, next } = await begin({})
  expect(inWords).toContain('Monday')
  expect(next.map((one) => one.makeAt).slice(0, 2)).toEqual([
    '2026-03-23T08:00:00.000Z',
    '2026-03-30T07:00:00.000Z',
  ])
  await tick('2026-03-23T07:59:00Z')
  expect(await items('Report of week')).toEqual([])
  await Promise.all([tick('2026-03-23T08:00:00Z'), makeDue.run(northwind.app, {})])
  await tick('2026-03-23T09:00:00Z')
  expect(await items('Report of week')).toEqual([['Report of week 13, 2026', '2026-03-23']])
  await tick('2026-03-30T06:59:00Z')
  expect(await outcomes(id)).toHaveLength(1)
  await tick('2026-03-30T07:00:00Z')
  expect(await outcomes(id)).toHaveLength(2)
  await end(id)
})

test('New York changes its clock on another day', async () => {
  now = new Date('2026-10-26T12:00:00Z')
  const { next, id } = await begin({ zone: 'America/New_York', startsOn: '2026-10-26' })
  expect(next.slice(0, 2).map((one) => one.makeAt)).toEqual([
    '2026-10-26T13:00:00.000Z',
    '2026-11-02T14:00:00.000Z',
  ])
  await end(id)
})

test('a free day moves its due day, before or after as said, and the lead counts working days', async () => {
  now = new Date('2026-11-23T05:00:00Z')
  await northwind.as('ana')(availability.addFreeDay, { day: '2026-12-25', name: 'Christmas' })
  const rule = 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25'
  const asked = { zone: 'Europe/Berlin', time: '09:00', startsOn: '2026-11-23', rule, lead: 3 }
  const before = await northwind.as('pia')(routines.preview, { ...asked, shift: 'before' })
  expect(before.next[0]).toMatchObject({
    ...{ dueOn: '2026-12-24', makeAt: '2026-12-21T08:00:00.000Z' },
    says: '2026-12-25 is free (Christmas): moved before it, to 2026-12-24.',
  })
  const after = await northwind.as('pia')(routines.preview, { ...asked, shift: 'after' })
  expect(after.next[0]!.dueOn).toBe('2026-12-28')
})

test.each([
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2', 'It never comes'],
  ['FREQ=HOURLY', 'once a day at most'],
  ['DTSTART:20260101\nRRULE:FREQ=DAILY', 'take DTSTART out'],
])('the rule %s is refused with a sentence', async (rule, sentence) => {
  const asked = { zone: 'Europe/Berlin', time: '09:00', startsOn: '2026-11-23', rule }
  expect((await northwind.as('pia')(routines.preview, asked)).whyNot).toContain(sentence)
  await expect(begin({ rule })).rejects.toThrow(sentence)
})

test('what was missed while nothing ran is made late and says so, or skipped where the routine says so', async () => {
  now = new Date('2027-01-04T07:00:00Z')
  const late = await begin({ name: 'Late', startsOn: '2027-01-04' })
  const skipping = await begin({ name: 'Skipping', startsOn: '2027-01-04', missed: 'skip' })
  await tick('2027-01-13T08:00:00Z')
  expect(await outcomes(late.id)).toEqual([
    ['2027-01-11', 'made', 'Made 2 days late: nothing ran when it was to be made.'],
    ['2027-01-04', 'made', 'Made 9 days late: nothing ran when it was to be made.'],
  ])
  expect((await outcomes(skipping.id)).map((one) => one[1])).toEqual(['skipped', 'skipped'])
  await end(late.id)
  await end(skipping.id)
})

test('one is skipped, one moved, the others wait while it is paused', async () => {
  now = new Date('2027-02-01T05:00:00Z')
  const { id, next } = await begin({ startsOn: '2027-02-01' })
  await northwind.as('pia')(routines.skip, { id, occurs: next[0]!.occurs, reason: 'Trade fair' })
  await northwind.as('pia')(routines.moveOne, { id, occurs: next[1]!.occurs, to: '2027-02-10' })
  await northwind.as('pia')(routines.pause, { id, until: '2027-03-01' })
  await northwind.as('pia')(routines.pause, { id, until: null })
  await tick('2027-02-10T09:00:00Z')
  expect(await outcomes(id)).toEqual([
    ['2027-02-10', 'made', 'Moved from 2027-02-08 to 2027-02-10.'],
    ['2027-02-01', 'skipped', 'Skipped: Trade fair.'],
  ])
  await northwind.as('pia')(routines.pause, { id, until: '2027-02-22' })
  await tick('2027-02-22T09:00:00Z')
  expect((await outcomes(id)).slice(0, 2)).toEqual([
    ['2027-02-22', 'made', ''],
    ['2027-02-15', 'skipped', expect.stringContaining('Paused until 2027-02-22')],
  ])
  await end(id)
})

test('what it made is taken back, and can be made again', async () => {
  now = new Date('2027-04-05T05:00:00Z')
  const { id, next } = await begin({ startsOn: '2027-04-05' })
  const made = await northwind.as('pia')(routines.makeNow, { id, occurs: next[0]!.occurs })
  expect(made.items).toHaveLength(1)
  const back = await northwind.as('pia')(routines.takeBack, { id: made.id })
  expect([back.outcome, back.items.length]).toEqual(['taken-back', 0])
  await tick('2027-04-05T09:00:00Z')
  expect(await outcomes(id)).toHaveLength(1)
  await northwind.as('pia')(routines.makeNow, { id, occurs: next[0]!.occurs })
  expect((await outcomes(id))[0]![1]).toBe('made')
  await end(id)
})

test('what cannot be made is kept with its reason, once, and its owner hears of it', async () => {
  now = new Date('2027-05-03T05:00:00Z')
  const other = await boardOf(northwind, { name: 'Away', stages: plainStages })
  const template = await templateOf({ boardId: other.id }, 'On a board that goes away')
  const { id } = await begin({ startsOn: '2027-05-03', templateId: template.id })
  await northwind.as('marco')(work.archiveBoard, { id: other.id, isArchived: true })
  await tick('2027-05-03T09:00:00Z')
  await tick('2027-05-03T09:01:00Z')
  expect(await outcomes(id)).toEqual([['2027-05-03', 'refused', expect.stringContaining('is put away')]])
  await end(id)
})

test('a confidential board keeps its templates and routines to those who see it', async () => {
  const secret = await boardOf(northwind, { name: 'Secret', isConfidential: true, stages: plainStages })
  const template = await northwind.as('marco')(routines.addTemplate, {
    name: 'Layoffs',
    definition: { title: 'Layoffs', boardId: secret.id },
  })
  await northwind.as('marco')(routines.add, {
    ...{ name: 'Quiet', templateId: template.id, zone: 'Europe/Berlin', time: '09:00' },
    ...{ startsOn: '2028-01-03', rule: 'FREQ=DAILY' },
  })
  const seen = await northwind.as('kai')(routines.list, {})
  const feed = await northwind.as('ana')(activity.feed, {})
  expect(JSON.stringify([seen, feed])).not.toMatch(/Layoffs|Quiet/)
  await expect(northwind.as('kai')(routines.useTemplate, { id: template.id })).rejects.toThrow(
    'item template',
  )
})
