import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { sharedData } from '../../test/shared.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { blockers } from '../blockers/contract.ts'
import { threads } from '../threads/contract.ts'
import { work } from '../work/contract.ts'
import { takeovers } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
})
afterAll(() => northwind.close())

const handIn = async (name: string, content: string | Uint8Array) =>
  perform(
    northwind.app,
    takeovers.inspect,
    { name },
    {
      ...{ actor: await northwind.actorOf('marco'), via: 'test' },
      file: new Blob([content as BlobPart]).stream(),
    },
  )
const marco: Company['as'] extends (name: never) => infer Ask ? Ask : never = (route, input) =>
  northwind.as('marco')(route, input)

const tables = [
  ...['work_boards', 'work_stages', 'work_items', 'work_assignees', 'work_checks', 'work_stays'],
  ...['work_links', 'takeovers_items', 'threads_comments', 'threads_texts', 'trace_links'],
]
async function counts(): Promise<Record<string, number>> {
  const all: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      northwind.app.db,
    )
    all[table] = rows[0]!.n
  }
  return all
}

const asana = `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task
1,2026-01-05,,2026-01-09,Fair,To do,Kai Okafor,kai@northwind.example,,2026-05-01,fair,Stand and talks,Spring fair,
2,2026-01-06,2026-02-01,2026-02-01,Stand,Doing,Nobody Known,nobody@elsewhere.example,,2026-03-01,"fair,stand",=HYPERLINK("x"),Spring fair,Fair
3,2026-01-06,,2026-02-01,,Doing,,,,,,,Spring fair,
`

test('an export of Asana lands with people, days and parts; a second time nothing is new; undo leaves nothing', async () => {
  const before = await counts()
  const seen = await handIn('fair.csv', asana)
  expect(seen).toMatchObject({ source: 'asana', boardName: 'Spring fair', counts: { items: 2, known: 0 } })
  expect(seen.rejects.first).toEqual([{ row: 4, why: 'It has no title.' }])
  expect(seen.people.map((one) => one.personId)).toEqual([northwind.ids.kai, null])
  expect(await counts()).toEqual(before)

  const landed = await marco(takeovers.land, { id: seen.id, version: seen.version })
  expect(landed.receipt).toMatchObject({ added: 2, rejected: 1, people: { found: 1, unknown: 1 } })
  const { items } = await marco(work.items, { boardId: landed.board!.id, sort: 'number' })
  const board = await marco(work.board, { id: landed.board!.id })
  expect(board.stages.map((one) => one.name)).toEqual(['To do', 'Doing', 'Done'])
  const [fair, stand] = items
  expect(fair).toMatchObject({ title: 'Fair', assignees: [{ name: 'Kai Okafor' }], doneAt: null })
  expect(stand).toMatchObject({ parentId: fair!.id, stageId: board.stages[2]!.id, dueOn: '2026-03-01' })
  expect(stand!.doneAt).toBe('2026-02-01T00:00:00.000Z')
  const { origin } = await marco(takeovers.origin, { id: stand!.id })
  expect(origin).toMatchObject({ source: 'asana', people: ['Nobody Known'] })

  const again = await handIn('fair.csv', asana)
  expect(again.counts.known).toBe(2)
  await expect(marco(takeovers.land, { id: again.id, version: again.version })).rejects.toThrow(
    'is here already',
  )
  await marco(work.edit, { ids: [fair!.id], patch: { priority: 'high' } })
  await expect(marco(takeovers.undo, { id: seen.id })).rejects.toThrow('1 of its items were changed here')
  await marco(takeovers.undo, { id: seen.id, evenIfChanged: true })
  expect(await counts()).toEqual(before)
})

test('rows without an id are new in every file: a second board of Monday comes in whole', async () => {
  const monday = (title: string) => `Name,Person,Status,Date\n${title},,Working on it,2026-05-01\n`
  const first = await handIn('first.csv', monday('Write'))
  expect(first.source).toBe('monday')
  await marco(takeovers.land, { id: first.id, version: first.version })
  const second = await handIn('second.csv', monday('Draw'))
  expect(second.counts).toMatchObject({ items: 1, known: 0 })
  const landed = await marco(takeovers.land, { id: second.id, version: second.version })
  expect(landed.receipt).toMatchObject({ added: 1, known: 0 })
})

test('undo asks first although one of the items was taken away, and says what keeps it from going', async () => {
  const seen = await handIn('booth.csv', 'Title,Status\nBooth,To do\nChairs,To do\n')
  const landed = await marco(takeovers.land, { id: seen.id, version: seen.version })
  const { items } = await marco(work.items, { boardId: landed.board!.id, sort: 'number' })
  await marco(work.edit, { ids: [items[0]!.id], patch: { priority: 'high' } })
  await marco(work.remove, { ids: [items[1]!.id] })
  await expect(marco(takeovers.undo, { id: seen.id })).rejects.toThrow('2 of its items were changed here')

  await marco(blockers.block, {
    ...{ item: items[0]!.id, reason: 'No room yet', cause: 'material', partyKind: 'vendor', party: 'Hall' },
    ownerId: northwind.ids.marco,
  })
  await expect(marco(takeovers.undo, { id: seen.id, evenIfChanged: true })).rejects.toEqual(
    refused('conflict', /A sprint, a blocker or a request speaks of items of it/),
  )
  expect((await marco(takeovers.show, { id: seen.id })).state).toBe('landed')
})

test('a board with more columns than stages is not cut, but asked about', async () => {
  const rows = Array.from({ length: 22 }, (_, at) => `Card ${at},Column ${at}`)
  const seen = await handIn('wide.csv', `Title,Status\n${rows.join('\n')}\n`)
  await expect(marco(takeovers.land, { id: seen.id, version: seen.version })).rejects.toThrow(
    'Choose a board that is there',
  )
})

test('a table of any kind is read as a person says: columns, board, stages', async () => {
  const board = await boardOf(northwind, { name: 'Here', stages: plainStages })
  const seen = await handIn('plan.csv', 'What,Where,When\nFlyer,Later,03/04/2026\nPoster,Now,04/05/2026\n')
  expect(seen.counts.items).toBe(0)
  const said = await marco(takeovers.understand, {
    ...{ id: seen.id, version: seen.version, columns: ['title', 'stage', 'due'], order: 'month-first' },
    ...{ boardId: board.id, stages: { Later: board.stages[0]!.id, Now: board.stages[1]!.id } },
  })
  expect(said.sample.map((one) => one.dueOn)).toEqual(['2026-03-04', '2026-04-05'])
  await expect(marco(takeovers.land, { id: seen.id, version: 1 })).rejects.toThrow('since you opened it')
  await marco(takeovers.land, { id: seen.id, version: said.version })
  const { items } = await marco(work.items, { boardId: board.id, sort: 'title' })
  expect(items.map((one) => [one.title, one.stageId])).toEqual([
    ['Flyer', board.stages[0]!.id],
    ['Poster', board.stages[1]!.id],
  ])
})

test('what holds no work is refused with a sentence, and who may not manage work imports nothing', async () => {
  await expect(handIn('x.json', '{"cards": [')).rejects.toThrow('cut off')
  await expect(handIn('x.json', '{"cards": 3}')).rejects.toThrow('no export that work can be read from')
  await expect(handIn('x.bin', new Uint8Array([0, 1, 2, 3, 255, 254]))).rejects.toThrow()
  await expect(handIn('../../etc/passwd.csv', 'Name\nOne\n')).resolves.toMatchObject({
    fileName: 'passwd.csv',
  })
  await expect(northwind.as('kai')(takeovers.list, {})).rejects.toThrow('work:manage')
})

const shared = sharedData()
// Reference: the board in the public repository humberto-zayas/trello-clone, counted in its file.
test.skipIf(!shared)(
  'a real board of Trello: 11 cards, 3 lists, 7 checklists, members and actions; undo leaves nothing',
  async () => {
    const before = await counts()
    const seen = await handIn('board.json', readFileSync(join(shared!, 'trello/trello-export.json')))
    expect(seen).toMatchObject({ source: 'trello', counts: { items: 11, checklists: 7 } })
    expect(seen.stages).toHaveLength(3)
    const landed = await marco(takeovers.land, { id: seen.id, version: seen.version })
    const { items, total } = await marco(work.items, { boardId: landed.board!.id })
    expect(total).toBe(11)
    const lists = new Set<string>()
    let happened = 0
    for (const item of items) {
      for (const list of (await marco(work.item, { id: item.id })).lists) lists.add(`${item.id} ${list}`)
      const { origin } = await marco(takeovers.origin, { id: item.id })
      happened += origin!.happened.length
      expect(origin!.happened.every((one) => one.by === 'HZ')).toBe(true)
      await marco(threads.show, { kind: 'item', id: item.id })
    }
    expect(lists.size).toBe(7)
    expect(happened).toBeGreaterThan(30)
    await marco(takeovers.undo, { id: seen.id })
    expect(await counts()).toEqual(before)
  },
)

test('an item waits here for what it waited for over there, and undo takes that along', async () => {
  const before = await counts()
  const seen = await handIn(
    'waits.csv',
    'Task ID,Name,Section/Column,Blocked By (Dependencies)\nw1,Text,Done ✅,\nw2,Layout,Doing,Text\n',
  )
  expect(seen.counts.waits).toBe(1)
  const landed = await marco(takeovers.land, { id: seen.id, version: seen.version })
  expect(landed.receipt).toMatchObject({ added: 2, waits: 1 })
  const { stages } = await marco(work.board, { id: landed.board!.id })
  expect(stages.filter((one) => one.kind === 'done').map((one) => one.name)).toEqual(['Done ✅'])
  const { items } = await marco(work.items, { boardId: landed.board!.id, sort: 'title' })
  const layout = await marco(work.item, { id: items[0]!.id })
  expect(layout.links.map((one) => one.title)).toEqual(['Text'])
  await marco(takeovers.undo, { id: seen.id })
  expect(await counts()).toEqual(before)
})
