import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land, settle, upload } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { imports } from './contract.ts'

const data = sharedData()
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

describe.skipIf(!data)('exported files of others', () => {
  const olist = join(data ?? '', 'olist')

  test('the qualified leads and closed deals of Olist land without a hand on the mapping', async () => {
    const landed = await land(app, [
      join(olist, 'olist_closed_deals_dataset.csv'),
      join(olist, 'olist_marketing_qualified_leads_dataset.csv'),
    ])
    expect(landed.map((one) => [one.status, one.counts?.new, one.counts?.rejected])).toEqual([
      ['landed', 842, 0],
      ['landed', 8000, 0],
    ])
  })

  test('the same file handed in again changes nothing', async () => {
    const [again] = await upload(app, join(olist, 'olist_closed_deals_dataset.csv'))
    expect(again).toMatchObject({
      status: 'already',
      can: { land: expect.stringContaining('landed before') },
    })
  })

  test('an undone import is gone, and what it had superseded counts again', async () => {
    const { items } = await app.ask(imports.list, {})
    const deals = items.find((one) => one.file.includes('deals') && one.status === 'landed')!
    await app.ask(imports.undo, { id: deals.id })
    const [undone] = await settle(app, [deals.id])
    expect(undone?.status).toBe('undone')
    expect(await app.ask(imports.rows, { id: deals.id })).toMatchObject({ total: 0 })
  })
})
