import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { fields } from '../fields/contract.ts'
import { type Board, work } from './contract.ts'

let northwind: Company
let room: Board
beforeAll(async () => {
  northwind = await startCompany()
  room = await boardOf(northwind)
})
afterAll(() => northwind.close())

const stage = (name: string) => room.stages.find((one) => one.name === name)!.id
const add = (title: string, said: object = {}) =>
  northwind.as('kai')(work.add, { title, boardId: room.id, ...said })
const move = (id: string, to: string, more: object = {}, who: 'kai' | 'marco' = 'kai') =>
  northwind.as(who)(work.move, { ids: [id], stageId: stage(to), ...more })
const shown = async (id: string) => (await northwind.as('kai')(work.item, { id })).item

test('an item goes through its workflow: a limit, an approval by somebody else, done', async () => {
  const page = await add('Landing page')
  await expect(move(page.id, 'Doing')).rejects.toThrow('nobody is assigned')
  await northwind.as('kai')(work.edit, { ids: [page.id], patch: { assigneeIds: [northwind.ids.kai] } })
  await move(page.id, 'Doing')
  await expect(move(page.id, 'Done')).rejects.toThrow('not approved')
  await move(page.id, 'Review')
  await expect(northwind.as('kai')(work.approve, { id: page.id, verdict: 'approved' })).rejects.toThrow(
    'Creative director approves',
  )
  await expect(move(page.id, 'Done')).rejects.toThrow('not approved')
  await northwind.as('cleo')(work.approve, { id: page.id, verdict: 'approved' })
  await move(page.id, 'Done')

  const { doneAt, startedAt } = await shown(page.id)
  expect(doneAt && startedAt).toBeTruthy()
  const { items: past } = await northwind.as('kai')(work.past, { id: page.id })
  expect(past.map((one) => [one.stage, one.leftAt === null])).toEqual([
    ['To do', false],
    ['Doing', false],
    ['Review', false],
    ['Done', true],
  ])
})

test('who approves does not approve what they work on', async () => {
  const video = await add('Video', { assigneeIds: [northwind.ids.cleo], stageId: stage('Review') })
  await expect(northwind.as('cleo')(work.approve, { id: video.id, verdict: 'approved' })).rejects.toThrow(
    'Nobody approves their own work',
  )
})

test('a required stage is jumped over with a reason, which is kept', async () => {
  const banner = await add('Banner', { assigneeIds: [northwind.ids.kai] })
  await expect(move(banner.id, 'Review')).rejects.toThrow('jump over Doing')
  const { skipped } = await move(banner.id, 'Review', { reason: 'Made last year' })
  expect(skipped).toEqual(['Doing'])
  const { items: past } = await northwind.as('kai')(work.past, { id: banner.id })
  expect(past.at(-1)).toMatchObject({ skipped: ['Doing'], reason: 'Made last year' })
})

test('a limit holds for two who move at once, and its board’s owner passes over it with a reason', async () => {
  const board = await boardOf(northwind, {
    name: 'Narrow',
    stages: plainStages.map((one) => (one.name === 'Doing' ? { ...one, limit: 2 } : one)),
  })
  const doing = board.stages[1]!.id
  const made = []
  for (let at = 0; at < 6; at += 1)
    made.push(await northwind.as('kai')(work.add, { title: `Piece ${at}`, boardId: board.id }))
  const tried = await Promise.allSettled(
    made.map((one) => northwind.as('kai')(work.move, { ids: [one.id], stageId: doing })),
  )
  expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(2)
  const refused = tried.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(String(refused.reason)).toContain('takes 2 items at once and holds 2')

  const left = made.find((_, at) => tried[at]!.status === 'rejected')!
  const asked = { ids: [left.id], stageId: doing, reason: 'The fair is tomorrow' }
  await expect(northwind.as('kai')(work.move, asked)).rejects.toThrow('takes 2 items')
  await northwind.as('marco')(work.move, asked)
})

test('two edit one item: fields merge, the same field asks', async () => {
  const text = await add('Text')
  const was = { title: 'Text', dueOn: null, priority: 'normal' as const }
  await northwind.as('kai')(work.edit, { ids: [text.id], patch: { title: 'Long text' }, was })
  await northwind.as('pia')(work.edit, { ids: [text.id], patch: { dueOn: '2027-01-15' }, was })
  await expect(
    northwind.as('pia')(work.edit, { ids: [text.id], patch: { title: 'Short text' }, was }),
  ).rejects.toThrow('Somebody changed the title of W-')
  expect(await shown(text.id)).toMatchObject({ title: 'Long text', dueOn: '2027-01-15' })
})

test.each(['9999-12-31', '1900-01-01'])('no item begins or is due on %s', async (day) => {
  const { id } = await add('Fair')
  const kai = northwind.as('kai')
  for (const name of ['dueOn', 'startsOn'] as const)
    await expect(kai(work.edit, { ids: [id], patch: { [name]: day } })).rejects.toThrow(
      `The ${name === 'dueOn' ? 'due day' : 'first day'} must lie between the years 1990 and 2100.`,
    )
  await expect(kai(work.edit, { ids: [id], patch: { estimateMinutes: 6_000_000 } })).rejects.toThrow(
    'The estimate must be 10,000 hours (600,000 minutes) at most.',
  )
})

test('a bulk edit is undone as one, and what a colleague changed since stays', async () => {
  const made = []
  for (let at = 0; at < 5; at += 1) made.push(await add(`Bulk ${at}`, { labels: ['old'] }))
  const ids = made.map((one) => one.id)
  const { changeId, changed } = await northwind.as('pia')(work.edit, {
    ids,
    patch: { priority: 'urgent', assigneeIds: [northwind.ids.pia] },
    addLabels: ['fair'],
    removeLabels: ['old'],
  })
  expect(changed).toBe(5)
  expect(await shown(ids[0]!)).toMatchObject({
    priority: 'urgent',
    labels: ['fair'],
    assignees: [{ name: 'Pia Novak' }],
  })
  await northwind.as('kai')(work.edit, { ids: [ids[4]!], patch: { priority: 'low' } })

  await expect(northwind.as('kai')(work.undo, { id: changeId! })).rejects.toThrow('Only who made a change')
  expect(await northwind.as('pia')(work.undo, { id: changeId! })).toEqual({ undone: 4, kept: 1 })
  expect(await shown(ids[0]!)).toMatchObject({ priority: 'normal', labels: ['old'], assignees: [] })
  expect(await shown(ids[4]!)).toMatchObject({ priority: 'low', labels: ['old'], assignees: [] })
  await expect(northwind.as('pia')(work.undo, { id: changeId! })).rejects.toThrow('undone already')
})

test('items keep the order they are put in; a move and a removal are undone', async () => {
  const board = await boardOf(northwind, { name: 'Order', stages: plainStages })
  const [todo, doing] = board.stages.map((one) => one.id) as [string, string]
  const kai = northwind.as('kai')
  const order = async () =>
    (await kai(work.items, { boardId: board.id, stageIds: [todo] })).items.map((one) => one.title)
  const ids = []
  for (const title of ['A', 'B', 'C', 'D']) ids.push((await kai(work.add, { title, boardId: board.id })).id)
  const [a, b, c, d] = ids as [string, string, string, string]
  await kai(work.move, { ids: [d], stageId: todo, afterId: null })
  expect(await order()).toEqual(['D', 'A', 'B', 'C'])
  await kai(work.move, { ids: [a, b], stageId: todo, afterId: c })
  expect(await order()).toEqual(['D', 'C', 'A', 'B'])
  const { changeId } = await kai(work.move, { ids: [c, a], stageId: doing })
  expect(await order()).toEqual(['D', 'B'])
  await kai(work.undo, { id: changeId! })
  expect(await order()).toEqual(['D', 'C', 'A', 'B'])
  const removed = await kai(work.remove, { ids: [d, b] })
  expect(await order()).toEqual(['C', 'A'])
  await kai(work.undo, { id: removed.changeId! })
  expect(await order()).toEqual(['D', 'C', 'A', 'B'])
})

test('the organisation’s own fields merge one by one, those that the asker does not see among them', async () => {
  const define = (label: string, type: 'text' | 'money') =>
    northwind.as('ana')(fields.define, { kind: 'item', label, type })
  const [press, tone, fee] = [
    await define('Press', 'text'),
    await define('Tone', 'text'),
    await define('Fee', 'money'),
  ]
  const item = await add('Press kit', { values: { [press.id]: 'Daily', [tone.id]: 'Dry' } })
  await northwind.as('ana')(work.edit, {
    ...{ ids: [item.id], patch: { values: { [fee.id]: { minor: 100, currency: 'EUR' } } } },
  })
  const { values: was } = await shown(item.id)
  const say = (who: 'kai' | 'pia', said: Record<string, unknown>) =>
    northwind.as(who)(work.edit, {
      ids: [item.id],
      patch: { values: { ...was, ...said } },
      was: { values: was },
    })
  await say('kai', { [press.id]: 'Weekly' })
  await say('pia', { [tone.id]: 'Warm' })
  expect((await shown(item.id)).values).toMatchObject({ [press.id]: 'Weekly', [tone.id]: 'Warm' })
  await expect(say('pia', { [press.id]: 'Monthly' })).rejects.toThrow('Somebody changed the fields of W-')
})
