import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Warehouse } from '../warehouse.ts'
import { type ColumnProfile, openFile, profile, type Staged, stage, unstage } from './index.ts'

const shared = findShared()
const required = process.env.CI === 'true'
if (!shared && !required) console.info('The shared data folder is missing; its files are not tested.')

function findShared(): string | null {
  if (process.env.FULLSCORE_SHARED) return process.env.FULLSCORE_SHARED
  for (let at = process.cwd(); dirname(at) !== at; at = dirname(at)) {
    const candidate = resolve(at, '../shared/data')
    if (existsSync(candidate)) return candidate
  }
  return null
}

describe.skipIf(!shared && !required)('the shared data', () => {
  let warehouse: Warehouse
  beforeAll(async () => {
    warehouse = await Warehouse.open({ path: ':memory:' })
  })
  afterAll(() => warehouse.close())

  async function read(file: string, which = 0): Promise<{ staged: Staged; columns: ColumnProfile[] }> {
    expect(shared, 'the shared data folder').not.toBeNull()
    const path = join(shared!, file)
    const sheets = await openFile(path, basename(file), mkdtempSync(join(tmpdir(), 'ingest-')))
    return warehouse.write(async (db) => {
      const staged = await stage(db, sheets[which]!, 'shared')
      const columns = await profile(db, staged)
      await unstage(db, 'shared')
      return { staged, columns }
    })
  }

  test.each([
    ['olist/olist_marketing_qualified_leads_dataset.csv', 8000],
    ['olist/olist_closed_deals_dataset.csv', 842],
    ['maven-crm/sales_pipeline.csv', 8800],
    ['maven-crm/accounts.csv', 85],
    ['path-data/Data.csv', 10_000],
    ['hillstrom/hillstrom.csv.gz', 64_000],
    ['organisations/csv_example_messy_input.csv', 3337],
    ['kag-facebook-ads/KAG_conversion_data.csv', 1143],
    ['febrl/dataset1.csv', 1000],
    ['trello/trello-export.json', 51],
  ])('%s has %i rows', async (file, rows) => {
    expect((await read(file)).staged.rows).toBe(rows)
  })

  test('the advertising report gives its rows, its totals apart, and every number settled', async () => {
    const { staged, columns } = await read('google-ads-export/Campaign_report.csv')
    expect(staged).toMatchObject({ rows: 2, totals: 4 })
    expect(staged.sheet.preamble).toHaveLength(2)
    expect(columns.filter(({ unsettled }) => unsettled)).toEqual([])
    expect(columns.find(({ name }) => name === 'Impr.')).toMatchObject({ type: 'integer', format: 'point' })
  })

  test('dates of the sales pipeline are month first', async () => {
    const { columns } = await read('maven-crm/sales_pipeline.csv')
    expect(columns.find(({ name }) => name === 'close_date')).toMatchObject({ type: 'date', format: 'mdy' })
  })
})
