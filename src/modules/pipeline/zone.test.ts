import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'
import { quality } from '../quality/contract.ts'
import { pipeline } from './contract.ts'

/** Half past midnight of 1 April in Berlin; in UTC it is still March. */
const now = new Date('2026-03-31T22:30:00Z')

let berlin: Company
beforeAll(async () => {
  berlin = await startCompany({ clock: () => now })
  const path = join(berlin.folder, 'contacts.csv')
  const lines = [
    'Record ID,First Name,Email,Create Date,Lifecycle Stage,Became a Customer Date',
    '1,Ada,ada@north.example,2026-03-02 00:30,Customer,2026-03-03 12:00',
    '2,Bo,bo@north.example,2026-03-02 12:00,Customer,2026-04-01 00:15',
    '3,Cy,cy@north.example,2026-03-01 00:30,Customer,',
  ]
  writeFileSync(path, lines.join('\n'))
  expect((await land(berlin, [path])).map((one) => one.status)).toEqual(['landed'])
})
afterAll(() => berlin.close())

test('April has begun where the organisation is, so one day of it is compared with one of March', async () => {
  const april = { from: '2026-04-01', to: '2026-04-30' }
  const { comparedPeriod } = await berlin.ask(metrics.query, {
    metrics: ['leads'],
    ...april,
    compare: 'previous',
  })
  expect(comparedPeriod).toEqual({ from: '2026-03-01', to: '2026-03-01' })
})

test('what happened after midnight there belongs to the next day', async () => {
  const { weeks } = await berlin.ask(pipeline.trajectory, { to: '2026-03-31', weeks: 6 })
  expect(weeks.find((one) => one.from === '2026-03-02')).toMatchObject({ entered: { lead: 2 }, won: 1 })
  const won = { entered: 'lead', reached: 'won' }
  expect((await berlin.ask(pipeline.explain, { ...won, asOf: '2026-03-31' })).total).toBe(1)
  expect((await berlin.ask(pipeline.explain, { ...won, asOf: '2026-04-01' })).total).toBe(2)
})

test('days are counted from the day there', async () => {
  const { total } = await berlin.ask(pipeline.funnel, { to: '2026-03-02', horizon: 20 })
  expect(total.at(-1)).toMatchObject({ reached: 1, medianFromFirst: 1 })
  const { items } = await berlin.ask(quality.findings, {})
  expect(items.find((one) => one.kind === 'stage-without-date')?.sample).toMatchObject([
    { key: '3', created_on: '2026-03-01' },
  ])
})
