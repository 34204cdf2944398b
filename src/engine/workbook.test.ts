import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cell } from './csv.ts'
import { folder } from './ingest/fixtures.ts'
import { openFile, stage, unstage } from './ingest/index.ts'
import { Warehouse } from './warehouse.ts'
import { workbook } from './workbook.ts'

const bytesOf = async (heading: string[], rows: Iterable<Cell[]> | AsyncIterable<Cell[]>) =>
  Buffer.from(await new Response(workbook(heading, rows)).arrayBuffer())

describe('a workbook, opened again by the reader of imports', () => {
  let warehouse: Warehouse
  beforeAll(async () => {
    warehouse = await Warehouse.open({ path: ':memory:' })
  })
  afterAll(() => warehouse.close())

  async function read(heading: string[], rows: Cell[][]) {
    const at = await folder()
    await writeFile(join(at, 'upload'), await bytesOf(heading, rows))
    const [sheet] = await openFile(join(at, 'upload'), 'table.xlsx', at)
    return warehouse.write(async (db) => {
      await stage(db, sheet!, 'opened')
      const found = await db.query('select * from opened order by row_no')
      await unstage(db, 'opened')
      return { rows: found.map((row) => heading.map((_, place) => row[`c${place}`])) }
    })
  }

  test('numbers, days, instants, texts and blanks come back as they were', async () => {
    const { rows } = await read(
      ['campaign', 'amount', 'day', 'at', 'code', 'is_won'],
      [
        ['Spring “sale” <&>', -1234.5, '2026-03-01', '2026-03-01T09:30:00.000Z', '00123', true],
        [null, 0.1, '2024-02-29T00:00:00.000Z', null, '7', false],
      ],
    )
    expect(rows[0]?.slice(0, 3)).toEqual(['Spring “sale” <&>', '-1234.5', '2026-03-01'])
    expect(rows[0]?.[3]).toMatch(/^2026-03-01[ T]09:30:00/)
    expect(rows[0]?.[4]).toBe('00123')
    expect(rows[1]?.slice(1, 3)).toEqual(['0.1', '2024-02-29'])
  })

  test.each(['=SUM(A1:A9)', '+cmd|calc', '-2+3', '@import', '\t=1', '＝1'])('%j stays text', async (text) => {
    const { rows } = await read(['first', 'second'], [['x', text]])
    expect(String(rows[0]?.[1]).trim()).toBe(text.trim())
  })

  test('a text no longer than a cell, and half a character, do not break it', async () => {
    const { rows } = await read(['first', 'second'], [['x'.repeat(40_000), 'a\uD83D']])
    expect(String(rows[0]?.[0])).toHaveLength(32_767)
    expect(rows[0]?.[1]).toBe('a\uFFFD')
  })
})

describe('what a spreadsheet program sees', () => {
  const heading = ['amount', 'day', 'at', 'name', 'is_won', 'mixed']
  const rows = [
    [12.5, '2026-03-01', '2026-03-01T09:30:00Z', '=1+1', true, '2026-03-01'],
    [-3, '2026-03-02', '2026-03-02T00:00:00Z', '00123', false, 'later'],
    [Number.NaN, null, null, '', null, null],
  ]

  test('each cell has the type of its column', async () => {
    const { sheets } = await readXlsx(await bytesOf(heading, rows), { readStyles: true })
    const [names, first, second, third] = sheets[0]!.rows
    expect(names).toEqual(heading)
    expect(first).toEqual([
      12.5,
      new Date('2026-03-01T00:00:00Z'),
      new Date('2026-03-01T09:30:00Z'),
      '=1+1',
      true,
      '2026-03-01',
    ])
    expect(second?.slice(3)).toEqual(['00123', false, 'later'])
    expect(third?.[0] ?? null).toBeNull()
  })

  test('no cell is a formula, and the heading stays in sight', async () => {
    const bytes = await bytesOf(heading, rows)
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const cells = [...(sheets[0]?.cells?.values() ?? [])]
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([])
    expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 })
  })

  test('what comes after the rows that were looked at keeps its own type', async () => {
    async function* many() {
      for (let at = 0; at < 1200; at += 1) yield [at, at < 600 ? '2026-03-01' : 'no day']
    }
    const { sheets } = await readXlsx(await bytesOf(['n', 'day'], many()))
    expect(sheets[0]?.rows).toHaveLength(1201)
    expect(sheets[0]?.rows[600]?.[1]).toEqual(new Date('2026-03-01T00:00:00Z'))
    expect(sheets[0]?.rows[1200]).toEqual([1199, 'no day'])
  })

  test('a table without rows is its heading', async () => {
    const { sheets } = await readXlsx(await bytesOf(['n', 'day'], []))
    expect(sheets[0]?.rows).toEqual([['n', 'day']])
  })
})
