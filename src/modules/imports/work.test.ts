import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { upload } from '../../test/imports.ts'
import { aboutWork } from './rules.ts'

let app: TestApp
const folder = mkdtempSync(join(tmpdir(), 'fullscore-boards-'))
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const board = {
  name: 'Spring fair',
  lists: [
    { id: 'l1', name: 'To do', closed: false, pos: 1 },
    { id: 'l2', name: 'Done', closed: false, pos: 2 },
  ],
  cards: [
    {
      id: 'c1',
      name: 'Stand',
      desc: '',
      idList: 'l1',
      due: '2026-05-01T10:00:00Z',
      url: 'https://a.example',
    },
    { id: 'c2', name: 'Talks', desc: '', idList: 'l2', due: null, url: 'https://b.example' },
  ],
  members: [
    { id: 'm1', fullName: 'Kai Okafor', username: 'kai' },
    { id: 'm2', fullName: 'Pia Novak', username: 'pia' },
  ],
  actions: [
    { id: 'a1', type: 'commentCard', date: '2026-01-05T10:00:00Z', data: { text: 'Good' } },
    { id: 'a2', type: 'createCard', date: '2026-01-04T10:00:00Z', data: {} },
  ],
}

test('a board of Trello is known as work, and nothing of it is offered to land', async () => {
  const path = join(folder, 'board.json')
  writeFileSync(path, JSON.stringify(board))
  const items = await upload(app, path)
  expect(items.length).toBeGreaterThan(0)
  for (const one of items)
    expect(one).toMatchObject({ status: 'not_used', title: 'Trello board', reason: aboutWork, objects: [] })
})

test('tables of other work tools point to where work is taken over', async () => {
  const path = join(folder, 'asana.csv')
  writeFileSync(path, 'Task ID,Name,Section/Column,Assignee\n1,Stand,Doing,Kai Okafor\n')
  expect(await upload(app, path)).toMatchObject([{ status: 'not_used', reason: aboutWork }])
})
