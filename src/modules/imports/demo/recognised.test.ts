import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../../engine/ingest/index.ts'
import { recognise } from '../sources/index.ts'
import { type DemoFile, generateDemo } from './index.ts'

let folder: string
let files: DemoFile[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullscore-demo-'))
  files = (await generateDemo(folder, { size: 'tiny', until: '2026-03-31' })).files
})

afterAll(() => rm(folder, { recursive: true }))

test('every file is recognised as it comes, with nothing left to settle', async () => {
  const found: Record<string, string> = {}
  for (const file of files) {
    const recognition = recognise({ file: file.name, ...(await headed(file)) })
    const { verdict } = recognition
    if (verdict !== 'mapped') found[file.name] = verdict
    else found[file.name] = [recognition.declaration, ...recognition.unsettled].join(', ')
  }
  expect(found).toEqual({
    'salesforce-users.csv': 'salesforce-users',
    'salesforce-products.csv': 'salesforce-products',
    'salesforce-accounts.csv': 'salesforce-accounts',
    'salesforce-campaigns.csv': 'salesforce-campaigns',
    'marketo-people.csv': 'marketo-leads',
    'salesforce-leads.csv': 'salesforce-leads',
    'salesforce-contacts.csv': 'salesforce-contacts',
    'salesforce-opportunities.csv': 'salesforce-opportunities',
    'salesforce-opportunity-history.csv': 'salesforce-opportunity-history',
    'salesforce-opportunity-contact-roles.csv': 'salesforce-contact-roles',
    'marketo-activities.parquet': 'marketo-activities',
    'google-ads-campaign-report.csv': 'google-ads-report',
    'meta-ads-manager.csv': 'meta-ads-manager',
    'linkedin-campaign-performance-report.csv': 'linkedin-campaign-manager',
    'ga4-traffic-acquisition.csv': 'ga4-report',
  })
})

async function headed({ path, name }: DemoFile): Promise<{ headings: string[]; preamble: string[] }> {
  const [sheet] = await openFile(path, name, join(folder, 'work'))
  return { headings: sheet!.columns, preamble: sheet!.preamble }
}
