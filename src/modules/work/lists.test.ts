import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../methods/days.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { threads } from '../threads/contract.ts'
import { type Board, work } from './contract.ts'

let northwind: Company
let room: Board
let secret: Board
beforeAll(async () => {
  northwind = await startCompany()
  room = await boardOf(northwind, { name: 'Room', stages: plainStages })
  secret = await boardOf(northwind, { name: 'Quiet', isConfidential: true, stages: plainStages })
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const add = (title: string, said: object = {}, who: PersonName = 'kai') =>
  as(who)(work.add, { title, boardId: room.id, ...said })
const readFile = async (answer: unknown) => new Response((answer as { body: ReadableStream }).body).text()

test('a mention of somebody who may not see a confidential item is refused; one who may finds it in My work', async () => {
  const plan = await add('Quiet plan', { boardId: secret.id }, 'marco')
  const say = (who: PersonName) =>
    as('marco')(threads.comment, { kind: 'item', id: plan.id, text: 'Look', mentions: [northwind.ids[who]] })
  await expect(say('kai')).rejects.toThrow(/may not read|cannot read|not see/)
  await say('ana')
  expect((await as('ana')(work.mine, {})).mentions.map((one) => [one.item.title, one.by])).toEqual([
    ['Quiet plan', 'Marco Haas'],
  ])
  await as('ana')(threads.read, { kind: 'item', id: plan.id })
  expect((await as('ana')(work.mine, {})).mentions).toEqual([])
})

test('ten megabytes of text are refused with a sentence, and script in a title is a title', async () => {
  const words = 'a'.repeat(10_000_000)
  await expect(add('Long', { words })).rejects.toThrow('50,000 letters at most')
  const title = '<img src=x onerror=alert(1)> & =cmd()'
  const item = await add(title)
  const { item: shown } = await as('kai')(work.item, { id: String(item.number) })
  expect(shown.title).toBe(title)
  const file = await readFile(await as('kai')(work.exportItems, { columns: ['title'], ids: [item.id] }))
  expect(file).toContain(title)
  const formula = await add('=HYPERLINK("http://evil.example")')
  const safe = await readFile(await as('kai')(work.exportItems, { columns: ['title'], ids: [formula.id] }))
  expect(safe).toContain("'=HYPERLINK")
})

test('groups stand together in their order, and their counts add up', async () => {
  const labels = ['groups']
  for (const [title, priority] of [
    ['A', 'low'],
    ['B', 'urgent'],
    ['C', 'normal'],
    ['D', 'urgent'],
  ] as const)
    await add(title, { priority, labels, assigneeIds: title === 'A' ? [northwind.ids.kai] : [] })
  const asked = { labels, group: 'priority', sort: 'title' } as const
  expect((await as('kai')(work.items, asked)).items.map((one) => one.title)).toEqual(['B', 'D', 'C', 'A'])
  const counts = async (group: 'priority' | 'assignee' | 'board') =>
    (await as('kai')(work.groups, { labels, group })).items.map((one) => [one.name, one.items])
  expect(await counts('priority')).toEqual([
    ['Urgent', 2],
    ['Normal', 1],
    ['Low', 1],
  ])
  expect(await counts('assignee')).toEqual([
    ['Nobody assigned', 3],
    ['Kai Okafor', 1],
  ])
  expect(await counts('board')).toEqual([['Room', 4]])
  const { ids, total } = await as('kai')(work.itemIds, asked)
  expect([ids.length, total]).toEqual([4, 4])
})

test('what is exported is what is asked for, and nothing of boards one may not see', async () => {
  await add('Hidden away', { boardId: secret.id, labels: ['export'] }, 'marco')
  await add('In the open', { labels: ['export'], estimateMinutes: 90 })
  const asked = { labels: ['export'], columns: ['number', 'title', 'estimate'] }
  const lines = (text: string) => text.trim().split('\r\n')
  const kais = lines(await readFile(await as('kai')(work.exportItems, asked)))
  expect(kais[0]).toBe('number,title,estimate_hours')
  expect(kais.slice(1)).toEqual([expect.stringMatching(/^W-\d+,In the open,1\.5$/)])
  expect(lines(await readFile(await as('marco')(work.exportItems, asked)))).toHaveLength(3)
})

test('similar items are found by their words, on boards one may see alone', async () => {
  await add('Trade fair booth design')
  await add('Trade fair salaries', { boardId: secret.id }, 'marco')
  const found = async (who: PersonName, title: string) =>
    (await as(who)(work.similar, { title })).items.map((one) => one.title)
  expect(await found('kai', 'Design of the booth at the fair')).toEqual(['Trade fair booth design'])
  expect(await found('kai', 'Trade fair salaries')).not.toContain('Trade fair salaries')
  expect(await found('kai', '%')).toEqual([])
})

test('a copy takes the checklist along, open, and stands at the beginning', async () => {
  const item = await add('Newsletter', { labels: ['letters'], dueOn: '2027-02-01', priority: 'high' })
  const { items } = await as('kai')(work.addCheck, { id: item.id, text: 'Subject line' })
  await as('kai')(work.changeCheck, { id: items[0]!.id, isDone: true })
  await as('kai')(work.move, { ids: [item.id], stageId: room.stages[1]!.id })
  const copy = await as('kai')(work.duplicate, { id: item.id })
  expect(copy).toMatchObject({
    title: 'Newsletter',
    labels: ['letters'],
    dueOn: '2027-02-01',
    priority: 'high',
  })
  expect([copy.stageId, copy.checks]).toEqual([room.stages[0]!.id, { done: 0, all: 1 }])
  await expect(as('vera')(work.duplicate, { id: item.id })).rejects.toThrow(/may not|permission/)
})

test('each role has its default feed, is told what is left out, and widens it', async () => {
  await add('Pia’s', { assigneeIds: [northwind.ids.pia] })
  const wait = await add('Kai’s', { assigneeIds: [northwind.ids.kai], dueOn: '2026-01-01' })
  const first = await add('Cleo’s', { assigneeIds: [northwind.ids.cleo], relevance: 'now' })
  await as('kai')(work.link, { id: wait.id, otherId: first.id, kind: 'waits-for' })

  const kais = await as('kai')(work.mine, {})
  expect(kais.now.map((one) => one.title)).toContain('Kai’s')
  expect(kais.waitsFor.map((one) => [one.item.title, one.for.map((it) => it.title)])).toEqual([
    ['Cleo’s', ['Kai’s']],
  ])
  expect([kais.feed.kind, kais.feed.items]).toEqual(['own', []])
  expect(kais.feed.leftOut).toBeGreaterThan(0)

  const pias = await as('pia')(work.mine, {})
  expect(pias.feed.kind).toBe('teams')
  expect(pias.feed.items.map((one) => one.title)).toContain('Kai’s')
  expect(pias.feed.items.map((one) => one.title)).not.toContain('Cleo’s')

  const carols = await as('carol')(work.mine, {})
  expect(carols.feed.items.map((one) => one.title)).toEqual(['Cleo’s'])
  const wide = await as('carol')(work.mine, { isWide: true })
  expect(wide.feed.items.length).toBe(carols.feed.items.length + carols.feed.leftOut)
  expect(wide.feed.items.map((one) => one.title)).not.toContain('Quiet plan')
})

test('what waits for approval is shown to who may give it, not to who made it', async () => {
  const reviewed = await boardOf(northwind, { name: 'Reviewed' })
  const review = reviewed.stages.find((one) => one.name === 'Review')!
  await add('Poster', { boardId: reviewed.id, stageId: review.id, assigneeIds: [northwind.ids.kai] })
  await add('Own', { boardId: reviewed.id, stageId: review.id, assigneeIds: [northwind.ids.cleo] })
  const titles = async (who: PersonName) => (await as(who)(work.mine, {})).approvals.map((one) => one.title)
  expect(await titles('cleo')).toEqual(['Poster'])
  expect(await titles('kai')).toEqual([])
})

test('the timeline holds what touches its days, and which waits for which', async () => {
  const day = '2028-05-01'
  const labels = ['timeline']
  const film = await add('Film', { labels, startsOn: day, dueOn: addDays(day, 9) })
  const cut = await add('Cut', { labels, startsOn: addDays(day, 5), dueOn: addDays(day, 20) })
  await add('Before', { labels, dueOn: addDays(day, -1) })
  await add('Some day', { labels })
  await as('kai')(work.link, { id: cut.id, otherId: film.id, kind: 'waits-for' })
  const seen = await as('kai')(work.timeline, { labels, from: day, to: addDays(day, 30) })
  expect(seen.items.map((one) => one.title)).toEqual(['Film', 'Cut'])
  expect(seen).toMatchObject({ waits: [{ id: cut.id, otherId: film.id }], total: 2, undated: 1 })
})

test('a board and its stages change with one stroke, or not at all', async () => {
  const board = await boardOf(northwind, { name: 'Whole', stages: plainStages })
  const kept = board.stages.map(({ items: _, place: __, ...stage }) => stage)
  const change = (said: object) =>
    as('marco')(work.changeBoard, { id: board.id, version: 1, stages: kept, ...said })
  await expect(change({ name: 'Room', stages: kept.slice(1) })).rejects.toThrow(
    'There is a board Room already',
  )
  expect((await as('marco')(work.board, { id: board.id })).stages).toHaveLength(3)
  const after = await change({
    name: 'Whole again',
    stages: [...kept.slice(0, 2), { name: 'Check', kind: 'active' }, kept[2]],
  })
  expect([after.name, after.stages.map((one) => one.name)]).toEqual([
    'Whole again',
    ['To do', 'Doing', 'Check', 'Done'],
  ])
  await expect(change({ name: 'Late' })).rejects.toThrow('Somebody changed the board')
})
