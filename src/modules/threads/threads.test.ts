import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { threads } from './contract.ts'
import { beginning, whyNotMention } from './rules.ts'

let northwind: Company
let id: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'gus'] as const) await northwind.actorOf(name)
  const goal = { name: 'Win the north', level: 'objective' as const, from: '2026-02-01', to: '2027-01-31' }
  id = (await northwind.as('ana')(strategy.addGoal, goal)).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const later = () => {
  now = new Date(now.getTime() + 60_000)
}
const say = (who: Name, text: string, more: { mentions?: string[]; replyTo?: string } = {}) => {
  later()
  return northwind.as(who)(threads.comment, { kind: 'goal', id, text, ...more })
}
const show = (who: Name = 'marco') => northwind.as(who)(threads.show, { kind: 'goal', id })
const inboxOf = async (who: Name) =>
  (await northwind.as(who)(activity.inbox, {})).notices.map((one) => one.title)

test('a comment is read by those who may read the record, and a reply stands under what it answers', async () => {
  const first = await say('pia', 'Which north?\nThe whole of it?')
  const reply = await say('kai', 'Scandinavia.', { replyTo: first.id })
  await say('pia', 'Thanks', { replyTo: reply.id })
  const { items, total, open } = await show()
  expect({ total, open }).toEqual({ total: 1, open: 1 })
  expect(items[0]).toMatchObject({
    ...{ by: 'Pia Novak', text: 'Which north?\nThe whole of it?' },
    replies: [{ text: 'Scandinavia.' }, { text: 'Thanks' }],
  })
})

test('to those who may not read the record, its comments do not exist', async () => {
  const { items } = await show()
  const gus = northwind.as('gus')
  await expect(gus(threads.show, { kind: 'goal', id })).rejects.toEqual(refused('missing', /This record/))
  await expect(gus(threads.comment, { kind: 'goal', id, text: 'Hello' })).rejects.toMatchObject({
    code: 'missing',
  })
  await expect(gus(threads.people, { kind: 'goal', id })).rejects.toMatchObject({ code: 'missing' })
  await expect(gus(threads.history, { id: items[0]!.id })).rejects.toEqual(refused('missing', /This comment/))
  await expect(gus(threads.resolve, { id: items[0]!.id, isResolved: true })).rejects.toMatchObject({
    code: 'missing',
  })
  await expect(show('kai')).resolves.toMatchObject({ total: 1 })
  await expect(northwind.as('kai')(threads.show, { kind: 'nothing', id: 'gol_none' })).rejects.toMatchObject({
    code: 'missing',
  })
})

test('people are mentioned where they can read it, and are told', async () => {
  await expect(say('ana', '@Gus Bell look', { mentions: [northwind.ids.gus] })).rejects.toEqual(
    refused('invalid', /Gus Bell may not read this goal, and would not see the comment/),
  )
  await say('ana', '@Marco Haas please answer', { mentions: [northwind.ids.marco] })
  expect(await inboxOf('marco')).toEqual(['Ana Ribeiro mentioned you: Win the north'])
  expect(await inboxOf('pia')).toContain('Ana Ribeiro commented: Win the north')
  const names = (await northwind.as('ana')(threads.people, { kind: 'goal', id })).items.map((one) => one.name)
  expect(names).toContain('Marco Haas')
  expect(names).not.toContain('Gus Bell')
})

test('whoever watches no more is told no more', async () => {
  await northwind.as('pia')(threads.watch, { kind: 'goal', id, isWatching: false })
  const before = await inboxOf('pia')
  await say('kai', 'One more')
  expect(await inboxOf('pia')).toEqual(before)
  expect((await show('pia')).isWatching).toBe(false)
})

test('what others wrote is unread until it is read', async () => {
  const before = (await show()).unread
  expect(before).toBe(5)
  await northwind.as('marco')(threads.read, { kind: 'goal', id })
  expect((await show()).unread).toBe(0)
  await say('kai', 'Again')
  await say('marco', 'My own')
  const { unread, items } = await show()
  expect(unread).toBe(1)
  expect(items.filter((one) => one.isNew).map((one) => one.text)).toEqual(['Again'])
})

test('only the one who wrote it rewords and removes it; every wording stays, and it is put back', async () => {
  const { id: comment } = await say('kai', 'Frist')
  const kai = northwind.as('kai')
  await expect(northwind.as('ana')(threads.edit, { id: comment, version: 1, text: 'Mine' })).rejects.toEqual(
    refused('forbidden', /Kai Okafor wrote this comment/),
  )
  expect(await kai(threads.edit, { id: comment, version: 1, text: 'First' })).toEqual({ version: 2 })
  await expect(kai(threads.edit, { id: comment, version: 1, text: 'Third' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const { items } = await northwind.as('pia')(threads.history, { id: comment })
  expect(items.map((one) => one.text)).toEqual(['First', 'Frist'])

  await expect(northwind.as('ana')(threads.remove, { id: comment })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const { open: openBefore } = await show()
  await kai(threads.remove, { id: comment })
  const gone = (await show('kai')).items.find((one) => one.id === comment)
  expect(gone).toMatchObject({ text: '', isRemoved: true, can: { putBack: true } })
  expect((await show()).open).toBe(openBefore - 1)
  await expect(northwind.as('pia')(threads.history, { id: comment })).rejects.toMatchObject({
    code: 'missing',
  })
  await expect(say('pia', 'Late', { replyTo: comment })).rejects.toEqual(
    refused('conflict', /removed meanwhile/),
  )
  await kai(threads.putBack, { id: comment })
  expect((await show()).items.find((one) => one.id === comment)?.text).toBe('First')
})

test('what a comment began is settled and opened again', async () => {
  const { items } = await show()
  const [first] = items
  await northwind.as('kai')(threads.resolve, { id: first!.id, isResolved: true })
  const settled = await show()
  expect(settled.open).toBe(settled.total - 1)
  expect(settled.items[0]?.resolved?.by).toBe('Kai Okafor')
  await expect(
    northwind.as('kai')(threads.resolve, { id: first!.replies[0]!.id, isResolved: true }),
  ).rejects.toEqual(refused('conflict', /settled with the comment/))
  await northwind.as('pia')(threads.resolve, { id: first!.id, isResolved: false })
  expect((await show()).items[0]?.resolved).toBeNull()
})

test.each([
  ['nothing', '   ', /needs words/],
  ['too much', 'x'.repeat(10_001), /10000 letters at most/],
  ['words turned around', 'pay \u202e00001', /turn text around/],
])('refused: %s', async (_, text, words) => {
  await expect(say('kai', text)).rejects.toEqual(refused('invalid', words))
})

test('10,000 letters and markup stay plain words', async () => {
  const text = `<img src=x onerror=alert(1)>${'é'.repeat(9_972)}`
  const { id: comment } = await say('kai', text)
  expect((await show()).items.find((one) => one.id === comment)?.text).toBe(text)
})

test('no word of a comment enters the audit trail', async () => {
  const { id: comment } = await say('kai', 'salary of somebody')
  await northwind.as('kai')(threads.edit, { id: comment, version: 1, text: 'salary of nobody' })
  const { entries } = await northwind.as('ana')(activity.feed, { module: 'threads' })
  expect(entries[0]?.sentence).toBe('reworded a comment on a goal')
  expect(JSON.stringify(entries)).not.toContain('salary')
})

test('a notice begins as the comment does', () => {
  expect(beginning('One\n\ntwo')).toBe('One two')
  expect(beginning('x'.repeat(200))).toHaveLength(140)
  expect(whyNotMention(['Ada', 'Bo', 'Cy'], 'goal')).toMatch(/^Ada, Bo and Cy may not read/)
})
