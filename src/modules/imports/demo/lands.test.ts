import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/app.ts'
import { land } from '../../../test/imports.ts'
import { imports } from '../contract.ts'
import { generateDemo } from './index.ts'

let folder: string
let app: TestApp

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullscore-demo-'))
  app = await startTestApp()
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

test('the demo company comes in by the door everyone uses, whole and without a rejected row', async () => {
  const { files, truth } = await generateDemo(folder, { size: 'tiny', until: '2026-03-31' })
  const landed = await land(
    app,
    files.map(({ path }) => path),
  )

  expect(landed.filter(({ status, counts }) => status !== 'landed' || counts?.rejected !== 0)).toEqual([])
  const fresh = Object.fromEntries(landed.map(({ file, counts }) => [file, counts?.new]))
  expect(fresh).toMatchObject({
    'marketo-people.csv': truth.totals.people,
    'marketo-activities.parquet': truth.totals.touches,
    'salesforce-leads.csv': truth.totals.mql,
    'salesforce-opportunities.csv': truth.totals.opportunities,
  })
}, 240_000)

test('each of its sources says how fresh and how complete it is, one without dates as well', async () => {
  const { items } = await app.ask(imports.sources, {})
  expect(items.find((one) => one.object === 'touch')).toMatchObject({
    newest: expect.stringMatching(/^2026-03/),
  })
  expect(items.find((one) => one.object === 'product')).toMatchObject({ newest: null })
})
