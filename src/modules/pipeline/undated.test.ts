import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'
import { quality } from '../quality/contract.ts'
import { defaultStages, saidLabels } from './rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const heading =
  'Record ID,First Name,Email,Create Date,Lifecycle Stage,Became a Marketing Qualified Lead Date'
const landed = async (name: string, ...lines: string[]) => {
  const path = join(app.folder, name)
  writeFileSync(path, [heading, ...lines].join('\n'))
  await land(app, [path])
}
const found = async () =>
  (await app.ask(quality.findings, {})).items.filter((one) => one.kind === 'stage-without-date')

test('contacts that say a stage without its date are a finding, and the date mends it', async () => {
  await landed(
    'contacts.csv',
    '1,Ada,ada@north.example,2025-03-01,Marketing Qualified Lead,2025-03-04',
    '2,Bo,bo@north.example,2025-03-01,marketingqualifiedlead,',
    '3,Cy,cy@north.example,2025-03-01,Customer,',
    '4,Di,di@north.example,2025-03-01,Lead,',
  )
  expect((await app.ask(metrics.query, { metrics: ['leads', 'mql'] })).rows).toEqual([{ leads: 4, mql: 1 }])
  const findings = await found()
  expect(findings.map(({ title, rows }) => [title, rows])).toEqual([
    ['Contacts in MQL without a date', 1],
    ['Contacts in Won without a date', 1],
  ])
  expect(findings[0]?.says).toContain('1 of 2 contacts that say they are in MQL have no date for it')
  expect(findings[0]?.sample).toMatchObject([{ key: '2', email: 'bo@north.example' }])

  await landed('contacts-again.csv', '2,Bo,bo@north.example,2025-03-01,marketingqualifiedlead,2025-03-09')
  expect((await found()).map(({ title }) => title)).toEqual(['Contacts in Won without a date'])
})

test('a stage is known by its names, and a customer is won', () => {
  const labels = Object.fromEntries(defaultStages.map((stage) => [stage.id, saidLabels(stage)]))
  expect(labels.mql).toEqual(['mql', 'marketingqualifiedlead', 'marketingqualified'])
  expect(labels.won).toEqual(['won', 'customer'])
})
