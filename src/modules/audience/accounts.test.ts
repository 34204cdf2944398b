import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const paths = Object.entries({
    'companies.csv': [
      'Record ID,Company name,Company Domain Name,Industry',
      '1,Corner Bakery,gmail.com,Food',
      '2,Mill Street Garage,gmail.com,Cars',
      '3,North,north.example,Pumps',
      '4,North (copy),north.example,Pumps',
    ],
    'contacts.csv': [
      'Record ID,First Name,Email,Create Date,Associated Company ID',
      '11,Ada,ada@gmail.com,2025-03-01,',
      '12,Bo,bo@gmail.com,2025-03-01,1',
      '13,Cy,cy@north.example,2025-03-01,',
    ],
  }).map(([name, lines]) => {
    const path = join(app.folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  })
  expect((await land(app, paths)).map((one) => one.status)).toEqual(['landed', 'landed'])
})
afterAll(() => app.close())

test('companies that have their mail at a free provider stay apart and draw in nobody by it', async () => {
  const { rows } = await app.ask(metrics.query, { metrics: ['leads'], by: ['account', 'industry'] })
  expect(rows.sort((a, b) => String(a.account).localeCompare(String(b.account)))).toEqual([
    { account: 'Corner Bakery', industry: 'Food', leads: 1 },
    { account: 'North (copy)', industry: 'Pumps', leads: 1 },
    { account: null, industry: null, leads: 1 },
  ])
})
