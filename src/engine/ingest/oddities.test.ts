import { afterAll, beforeAll, expect, test } from 'vitest'
import { Warehouse } from '../warehouse.ts'
import { folder, put } from './fixtures.ts'
import { openFile, type Sheet, type Staged, stage, unstage } from './index.ts'

let warehouse: Warehouse
let at: string
beforeAll(async () => {
  at = await folder()
  warehouse = await Warehouse.open({ path: ':memory:' })
})
afterAll(() => warehouse.close())

type Read = {
  sheets: Sheet[]
  staged: Staged
  rows: Record<string, unknown>[]
  totals: Record<string, unknown>[]
}

async function read(name: string, content: string | Buffer, which = 0): Promise<Read> {
  const sheets = await openFile(await put(at, 'upload', content), name, at)
  return warehouse.write(async (db) => {
    const staged = await stage(db, sheets[which]!, 'staging')
    const rows = await db.query('select * from staging order by row_no')
    const totals = await db.query('select * from staging_totals order by row_no')
    await unstage(db, 'staging')
    return { sheets, staged, rows, totals }
  })
}

test('preamble, comments, repeated headings, blank rows and totals are told from rows', async () => {
  const content = [
    'Campaign report',
    '"May 1, 2024 - May 31, 2024"',
    'Campaign,Clicks,Cost',
    'Brand,"1,200",10.50',
    '# a remark',
    'Campaign,Clicks,Cost',
    '',
    ',,',
    'Total Wine,3,2.00',
    'Total: Campaigns,"1,203",12.50',
    'Total,"1,203",12.50',
  ].join('\n')
  const { staged, rows, totals } = await read('report.csv', content)
  expect(staged).toMatchObject({ rows: 2, totals: 2 })
  expect(staged.skipped).toEqual({ blank: 2, comments: 1, repeatedHeadings: 1, wider: 0, rejected: 0 })
  expect(rows.map(({ row_no, c0 }) => [row_no, c0])).toEqual([
    [4, 'Brand'],
    [9, 'Total Wine'],
  ])
  expect(totals.map(({ c1 }) => c1)).toEqual(['1,203', '1,203'])
})

test('a last row without a name whose numbers are the sums is a total', async () => {
  const { rows, totals } = await read('sums.csv', 'who,n\nAna,1\nBo,2\nCy,4\n,7\n')
  expect(rows).toHaveLength(3)
  expect(totals).toHaveLength(1)
})

test('quoted line breaks, stray quotes, wide and narrow rows keep their rows and numbers', async () => {
  const content = 'a,a,\n"x\ny",1,2\n"He said "hi" twice",2\n5" pipe,3,4,5\n"1"2,6,7\n'
  const { staged, rows } = await read('odd.csv', content)
  expect(staged.sheet.columns).toEqual(['a', 'a 2', 'Column 3'])
  expect(staged.skipped.wider).toBe(1)
  expect(rows.map(({ row_no, c0, c2 }) => [row_no, c0, c2])).toEqual([
    [2, 'x\ny', '2'],
    [3, 'He said "hi" twice', null],
    [4, '5" pipe', '4'],
    [5, '1"2', '7'],
  ])
})

test('cells that look like formulas stay text', async () => {
  const { rows } = await read('f.csv', 'a,b\n=1+1,+2\n-3,@x\n')
  expect(rows.map(({ c0, c1 }) => [c0, c1])).toEqual([
    ['=1+1', '+2'],
    ['-3', '@x'],
  ])
})
