import { afterAll, beforeAll, expect, test } from 'vitest'
import { Warehouse } from '../warehouse.ts'
import { folder, put } from './fixtures.ts'
import { type ColumnProfile, openFile, profile, stage, unstage } from './index.ts'

let warehouse: Warehouse
let at: string
beforeAll(async () => {
  at = await folder()
  warehouse = await Warehouse.open({ path: ':memory:' })
})
afterAll(() => warehouse.close())

async function look(content: string): Promise<ColumnProfile[]> {
  const [sheet] = await openFile(await put(at, 'upload.csv', content), 'upload.csv', at)
  return warehouse.write(async (db) => {
    const columns = await profile(db, await stage(db, sheet!, 'staging'))
    await unstage(db, 'staging')
    return columns
  })
}

const column = (name: string, cells: string[]) =>
  look(`${name};other\n${cells.map((cell) => `"${cell}";x`).join('\n')}\n`)

test.each<[string, string[], string, string]>([
  ['won', ['True', 'False', 'true'], 'boolean', 'plain'],
  ['n', ['1', '20', '-3'], 'integer', 'point'],
  ['n', ['1,200', '20', '1,234,567'], 'integer', 'point'],
  ['cost', ['$1,234.50', '--', '(12.00)'], 'decimal', 'point'],
  ['cost', ['1.234,50', '850,5'], 'decimal', 'comma'],
  ['rate', ['12 %', '3 %'], 'decimal', 'point'],
  ['e-mail', ['ana@example.com', 'bo@example.org'], 'email', 'plain'],
  ['page', ['https://example.com/a', 'www.example.com'], 'url', 'plain'],
  ['lead_id', ['1', '2', '3'], 'id', 'plain'],
  ['zip', ['01234', '99999'], 'id', 'plain'],
  ['code', ['a1b2c3d4', 'b2c3d4e5', 'c3d4e5f6', 'd4e5f6a7'], 'id', 'plain'],
  ['day', ['2024-01-02', '2024-02-03'], 'date', 'iso'],
  ['at', ['2024-01-02T03:04:05Z', '2024-02-03 04:05'], 'time', 'iso'],
  ['day', ['1/2/2024', '1/13/2024'], 'date', 'mdy'],
  ['day', ['01-02-2024', '13-01-2024'], 'date', 'dmy'],
  ['created', ['6/21/2025 16:14', '6/1/2025 9:00'], 'time', 'mdy'],
  ['created', ['12/Mar/24 9:41 AM', '1/Apr/24 10:00 PM'], 'time', 'day-name'],
  ['created', ['Jul 8, 2025', 'July 9, 2025'], 'date', 'name-day'],
  ['Date + hour (YYYYMMDDHH)', ['2024030914', '2024030915'], 'time', 'compact-hour'],
  ['date', ['20240309', '20240310'], 'date', 'compact'],
  ['timestamp', ['1700000000', '1700000001'], 'time', 'epoch-s'],
  ['created_at', ['1700000000123', '1700000001123'], 'time', 'epoch-ms'],
  ['amount', ['1700000000', '1700000001'], 'integer', 'point'],
  ['note', ['', '--', ' '], 'empty', 'plain'],
  ['note', ['call 3 people', '12 apples'], 'text', 'plain'],
])('a column “%s” with %j is a %s written as %s', async (name, cells, type, format) => {
  const [found] = await column(name, cells)
  expect(found).toMatchObject({ type, format })
  expect(found!.unsettled).toBeUndefined()
})

test('a column that cannot tell day from month asks, with an example', async () => {
  const [found] = await column('day', ['1/2/2024', '3/3/2024', '4/5/2024'])
  expect(found!.unsettled).toMatchObject({ question: 'day-or-month', choices: ['dmy', 'mdy'] })
  expect(['1/2/2024', '4/5/2024']).toContain(found!.unsettled!.example)
})

test('the day-or-month question is settled by one row far below the sample', async () => {
  const rows = Array.from({ length: 9000 }, (_, n) => `${n === 2600 ? '13/02/2024' : '01/02/2024'},x`)
  expect((await look(`day,other\n${rows.join('\n')}\n`))[0]).toMatchObject({ type: 'date', format: 'dmy' })
})

test('a neighbour settles what a column cannot', async () => {
  const [opened] = await look('opened,closed\n1/2/2024,1/31/2024\n3/4/2024,3/30/2024\n')
  expect(opened).toMatchObject({ format: 'mdy' })
  expect(opened!.unsettled).toBeUndefined()
})

test('thousands with a comma ask only where a comma could mean anything else', async () => {
  const content = (mark: string) => `who${mark}clicks\nAna${mark}"1,234"\nBo${mark}"2,345"\n`
  expect((await look(content(';')))[1]!.unsettled).toMatchObject({
    question: 'decimal-comma',
    example: '1,234',
  })
  expect((await look(content(',')))[1]).toMatchObject({ type: 'integer', format: 'point' })
  expect((await look(content(',')))[1]!.unsettled).toBeUndefined()
})

test('shares and samples are those of the whole column', async () => {
  const [found] = await look('name,n\nBo,1\nAna,2\n--,3\nBo,4\n')
  expect(found).toMatchObject({ index: 0, name: 'name', filled: 0.75, samples: ['Bo', 'Ana'], distinct: 3 })
})

test('a time with an offset is not plain, however short', async () => {
  const [found] = await column('at', Array(3000).fill('2024-3-9 1:05:06+02'))
  expect(found).toMatchObject({ type: 'time', format: 'iso', plain: { value: false } })
})
