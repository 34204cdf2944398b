import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { imports } from '../imports/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { pipeline } from './contract.ts'

const files: Record<string, string[]> = {
  'contacts.csv': [
    'Record ID,First Name,Email,Original Source,Create Date,Contact owner',
    '1,Zoe,zoe@north.example,Web,2025-01-05,7',
    '2,Ada,ada@north.example,Event,2025-01-06,Ben B.',
  ],
  'deals.csv': [
    'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal owner',
    '11,Pump,appointment,100,2025-02-01,2025-03-01,7',
    '12,Valve,Signed,200,2025-02-01,2025-03-01,Ben B.',
  ],
  'deal_contacts.csv': ['contact_id,deal_id,type_id', '1,11,3', '2,11,3', '1,12,3', '2,12,3'],
  'owners.csv': [
    'owner_id,email,first_name,last_name',
    '7,ben@north.example,Ben,Bright',
    '8,cy@north.example,Cy,Clear',
  ],
  'sf_contacts.csv': ['Id,Last Name,Account ID,Lead Source', '0031,Dole,0011,Web'],
  'sf_report.csv': [
    'Opportunity ID,Opportunity Name,Stage,Product Name,Contact ID,Created Date,Close Date',
    '0069,Late,Open,Zeta,0031,2025-02-01,2025-05-01',
    '0061,Early,Open,Alpha,0031,2025-02-01,2025-05-01',
  ],
}

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const paths = Object.entries(files).map(([name, lines]) => {
    const path = join(app.folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  })
  const landed = await land(app, paths)
  expect(landed.filter((one) => one.status === 'landed')).toHaveLength(paths.length)
})
afterAll(() => app.close())

const by = async (metric: string, dimension: string, where = ['system=hubspot']) =>
  (await app.ask(metrics.query, { metrics: [metric], by: [dimension], where })).rows

test('of people with the same part in an opportunity the same one stands for it every time', async () => {
  expect(await by('opportunities', 'origin')).toEqual([{ origin: 'Event', opportunities: 2 }])
})

test('of opportunities opened at the same moment the same one names the product of a lead', async () => {
  expect(await by('leads', 'product', ['system=salesforce'])).toEqual([{ product: 'Alpha', leads: 1 }])
})

test('a word for a stage says what became of the opportunity', async () => {
  expect(await by('won', 'stage')).toEqual([])
  await app.ask(imports.setWord, { kind: 'stage', raw: 'Signed', value: 'Closed won' })
  expect(await by('won', 'stage')).toEqual([{ stage: 'Closed won', won: 1 }])
  expect(
    (await app.ask(pipeline.opportunities, { outcome: 'open', where: ['system=hubspot'] })).items.map(
      (one) => one.name,
    ),
  ).toEqual(['Pump'])
})

test('a word for a sales person holds for leads as it does for opportunities', async () => {
  await app.ask(imports.setWord, { kind: 'owner', raw: 'Ben B.', value: '7' })
  const asked = { metrics: ['opportunities', 'leads'], by: ['owner'], where: ['system=hubspot'] }
  const { rows } = await app.ask(metrics.query, asked)
  expect(rows).toEqual([{ owner: 'Ben Bright', opportunities: 2, leads: 2 }])
})
