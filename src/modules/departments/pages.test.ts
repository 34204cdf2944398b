import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { trace } from '../trace/contract.ts'
import { departments } from './contract.ts'

let northwind: Company
let id: string
let goal: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'ivan'] as const) await northwind.actorOf(name)
  const said = { name: 'Win the north', level: 'objective' as const, from: '2026-02-01', to: '2027-01-31' }
  goal = (await northwind.as('ana')(strategy.addGoal, said)).id
  const { pia, ivan } = northwind.ids
  id = (await northwind.as('marco')(departments.add, { name: 'IT', ownerId: pia, peopleIds: [ivan] })).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const doc = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const show = (who: Name = 'ivan') => northwind.as(who)(departments.show, { id })
const save = (who: Name, base: number, more: object = {}) =>
  northwind.as(who)(departments.save, {
    ...{ id, base, summary: 'Two integrations', doing: doc('One model'), meaning: doc('No chats') },
    ...{ needs: doc('A sandbox'), reason: '', ...more },
  })
const visit = (token: string) => northwind.ask(departments.visit, { token }, anonymous)

test('its owner writes the page, others read it, and the slower of two is told', async () => {
  const written = await save('pia', 1, { ties: [{ kind: 'goal', id: goal }] })
  expect(written).toMatchObject({ version: 2, isTied: true, lacks: null, can: { write: true } })
  await expect(save('kai', 2)).rejects.toEqual(refused('forbidden', /Pia Novak owns the page for IT/))
  const results = await Promise.allSettled([
    save('pia', 2, { doing: doc('As Pia has it'), ties: [{ kind: 'goal', id: goal }] }),
    save('ana', 2, { doing: doc('As Ana has it'), ties: [{ kind: 'goal', id: goal }] }),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = results.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toEqual(refused('conflict', /saved version 3 since you opened version 2/))
})

test('what it is tied to shows its own figures and leads up, and nothing that is not there', async () => {
  const { tied } = await show()
  expect(tied).toMatchObject([{ kind: 'goal', name: 'Win the north', path: `/goals/${goal}` }])
  const { up } = await northwind.as('ivan')(trace.show, { kind: 'department', id })
  expect(up[0]).toMatchObject({ id: goal, name: 'Win the north' })
  await expect(save('pia', 3, { ties: [{ kind: 'kpi', id: 'kpi_none' }] })).rejects.toEqual(
    refused('invalid', /is not there/),
  )
  await expect(
    save('pia', 3, {
      ties: [
        { kind: 'goal', id: goal },
        { kind: 'goal', id: goal },
      ],
    }),
  ).rejects.toEqual(refused('invalid', /twice/))
})

test.each([
  ['a script', { type: 'doc', content: [{ type: 'script' }] }, /What we are up to: .*not “script”/],
  ['markup', '<b>bold</b>', /no part of a text/],
])('refused in a page: %s', async (_, doing, words) => {
  await expect(save('pia', 3, { doing })).rejects.toEqual(refused('invalid', words))
})

test('who has read which version is known by their own session', async () => {
  const { version } = await show()
  await northwind.as('ivan')(departments.markRead, { id, version })
  expect((await show()).readBy).toMatchObject([{ name: 'Ivan Petrov', version }])
  expect((await show()).hasRead).toBe(true)
  await save('pia', version, { doing: doc('Changed') })
  expect((await show()).hasRead).toBe(false)
  await expect(northwind.as('ivan')(departments.markRead, { id, version })).rejects.toEqual(
    refused('conflict', /Version 4 is in force/),
  )
  const { lines } = await northwind.as('ivan')(departments.compare, { id, before: version, after: 4 })
  expect(lines).toContainEqual({ state: 'added', text: 'Changed' })
  const back = await northwind.as('pia')(departments.putBack, { id, version, base: 4 })
  expect(back).toMatchObject({ version: 5, reason: `As version ${version} was` })
})

test('a link shows the text and no figure unless asked, is counted, ends, and is taken back', async () => {
  await save('pia', 5, { ties: [{ kind: 'goal', id: goal }] })
  const marco = northwind.as('marco')
  const plain = await marco(departments.share, { id, label: 'All sites', days: 30 })
  const token = plain.url.split('/').at(-1) ?? ''
  const seen = await visit(token)
  expect(seen).toMatchObject({ organisation: 'Northwind Instruments', name: 'IT', tied: null })
  expect(JSON.stringify(seen)).not.toContain('Win the north')
  const told = await marco(departments.share, { id, label: 'Board', hasFigures: true })
  const shown = await visit(told.url.split('/').at(-1) ?? '')
  expect(shown.tied).toMatchObject([{ kind: 'goal', name: 'Win the north' }])
  expect(JSON.stringify(shown)).not.toContain(goal)

  const { items } = await marco(departments.links, { id })
  expect(items.find((one) => one.label === 'All sites')).toMatchObject({ visits: 1, state: 'open' })
  const rows = await northwind.app.db.selectFrom('departments_links').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  const { entries } = await northwind.as('ana')(activity.feed, { module: 'departments' })
  expect(JSON.stringify(entries)).not.toContain(token)

  await expect(northwind.as('pia')(departments.links, { id })).rejects.toMatchObject({ code: 'forbidden' })
  await marco(departments.revoke, { id, linkId: items.find((one) => one.hasFigures)!.id })
  await expect(visit(told.url.split('/').at(-1) ?? '')).rejects.toEqual(refused('conflict', /taken back/))
  now = new Date('2026-06-20T09:00:00Z')
  await expect(visit(token)).rejects.toEqual(refused('conflict', /has ended/))
  await expect(visit('x'.repeat(40))).rejects.toEqual(refused('conflict', /never was/))
})

test('whoever guesses links is slowed down', async () => {
  const guesses = Array.from({ length: 40 }, (_, at) => visit(`${'g'.repeat(30)}${at}`))
  const codes = (await Promise.allSettled(guesses)).map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : 'shown',
  )
  expect(new Set(codes)).toEqual(new Set(['conflict', 'limited']))
})

test('two who change who is of a department at once both count', async () => {
  const { kai, carol, ivan } = northwind.ids
  await Promise.all([
    northwind.as('marco')(departments.change, { id, joinIds: [kai] }),
    northwind.as('ana')(departments.change, { id, joinIds: [carol], leaveIds: [ivan] }),
  ])
  expect((await show()).people.map((one) => one.name)).toEqual(['Carol Weiss', 'Kai Okafor'])
})

test('two departments never share a name; a closed page stays to be read', async () => {
  const marco = northwind.as('marco')
  await expect(marco(departments.add, { name: 'it' })).rejects.toEqual(refused('conflict', /for IT already/))
  const legal = await marco(departments.add, { name: 'Legal' })
  expect(legal.lacks).toMatch(/tied to no goal/)
  await marco(departments.change, { id: legal.id, isClosed: true })
  await expect(
    northwind.as('ana')(departments.save, { ...legal, base: 1, ties: [], reason: '' }),
  ).rejects.toEqual(refused('conflict', /is closed/))
  await expect(marco(departments.share, { id: legal.id, label: 'All' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await marco(departments.list, {})).items.map((one) => one.name)).toEqual(['IT'])
  await marco(departments.change, { id: legal.id, isClosed: false })
  expect((await marco(departments.list, {})).items).toHaveLength(2)
})
