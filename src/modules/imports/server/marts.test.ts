import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warehouse } from '../../../engine/port.ts'
import { startTestApp, type TestApp } from '../../../test/app.ts'
import { land } from '../../../test/imports.ts'
import { metrics } from '../../metrics/contract.ts'
import { imports } from '../contract.ts'
import { freshen } from './fresh.ts'
import { sweepImports } from './jobs.ts'

const header = (...rows: string[]): string => `${rows.join('\n')}\n`
const people = (first: number) =>
  header(
    'Lead ID,First Name,Last Name,Email,Company,Lead Source,Lead Status,Created Date',
    ...[0, 1, 2].map(
      (n) =>
        `00Q${first + n},Ada,Person${first + n},p${first + n}@firm.example,Firm,Web,Open,2025-03-0${n + 1}`,
    ),
  )
const touches = header(
  'Activity ID,Person ID,Activity Date,Activity Type,Primary Attribute Value',
  '1,7,2025-03-04T10:00:00Z,Visit Webpage,/pricing',
  '2,7,2025-03-05T10:00:00Z,Visit Webpage,/demo',
)

const later = header(
  'Activity ID,Person ID,Activity Date,Activity Type,Primary Attribute Value',
  '3,7,2025-03-06T10:00:00Z,Visit Webpage,/pricing',
)

const stray = header(
  'Activity ID,Person ID,Activity Date,Activity Type,Primary Attribute Value',
  '4,8,2025-03-06T10:00:00Z,Visit Webpage,/pricing',
)

let stepwise: TestApp
let atOnce: TestApp
beforeAll(async () => {
  stepwise = await startTestApp()
  atOnce = await startTestApp()
})
afterAll(async () => {
  await stepwise.close()
  await atOnce.close()
})

const made = (test: TestApp, name: string, text: string): string => {
  const path = join(test.folder, name)
  writeFileSync(path, text)
  return path
}
const ask = (test: TestApp, sql: string) => test.app.services.use(warehouse).query(sql)
const identityOf = async (test: TestApp, table: string) =>
  (
    await ask(
      test,
      `select table_oid from duckdb_tables() where schema_name = 'mart' and table_name = '${table}'`,
    )
  )[0]?.table_oid
const landed = async (test: TestApp, ...paths: string[]) => {
  const done = await land(test, paths)
  await freshen(test.app)
  return done.map((one) => [one.status, one.objects.includes('touch')])
}

test('touches alone leave the marts of people as they are; people do not', async () => {
  expect(await landed(stepwise, made(stepwise, 'leads.csv', people(1)))).toEqual([['landed', false]])
  const before = await identityOf(stepwise, 'funnel')

  expect(await landed(stepwise, made(stepwise, 'activities.csv', touches))).toEqual([['landed', true]])
  expect(await identityOf(stepwise, 'funnel')).toBe(before)
  expect(await ask(stepwise, 'select count(*) as n from mart.touch')).toEqual([{ n: 2 }])

  await landed(stepwise, made(stepwise, 'more-leads.csv', people(4)))
  expect(await identityOf(stepwise, 'funnel')).not.toBe(before)
})

test('touches that come later change the journeys they bear on and rebuild no others', async () => {
  const before = await identityOf(stepwise, 'journey_member')
  await landed(stepwise, made(stepwise, 'later-activities.csv', later))
  expect(await identityOf(stepwise, 'journey_member')).toBe(before)
  expect(await ask(stepwise, 'select length(path) as touches from mart.outside_path')).toEqual([
    { touches: 3 },
  ])
})

test('landing step by step gives the same figures as landing at once', async () => {
  await landed(
    atOnce,
    made(atOnce, 'leads.csv', people(1)),
    made(atOnce, 'activities.csv', touches),
    made(atOnce, 'more-leads.csv', people(4)),
    made(atOnce, 'later-activities.csv', later),
  )
  for (const table of [
    'person',
    'funnel',
    'opportunity',
    'touch',
    'outside_path',
    'path_step',
    'channel_share',
    'journey',
    'touch_credit',
  ]) {
    const all = `select * from mart.${table} order by all`
    expect(await ask(stepwise, all), table).toEqual(await ask(atOnce, all))
  }
  expect(await ask(stepwise, 'select count(*) as n from mart.funnel')).toEqual([{ n: 6 }])
})

test('touches and spend are counted by period as well', async () => {
  const { rows } = await stepwise.ask(metrics.query, { metrics: ['touches', 'spend'], grain: 'month' })
  expect(rows).toMatchObject([{ month: '2025-03', touches: 3 }])
})

test('somebody who asks while an import is being undone leaves nothing of it behind', async () => {
  const [first] = await land(stepwise, [made(stepwise, 'stray.csv', stray)])
  await freshen(stepwise.app)
  const paths = () => ask(stepwise, `select count(*) as n from mart.outside_path where contact_id like '%:8'`)
  expect(await paths()).toEqual([{ n: 1 }])

  const { db } = stepwise.app
  await db.updateTable('imports_imports').set({ status: 'undoing' }).where('id', '=', first!.id).execute()
  await freshen(stepwise.app)
  await sweepImports.run(stepwise.app, {})
  expect(await paths()).toEqual([{ n: 0 }])
})

test('a word set again in other capitals is the same word', async () => {
  const read = async () => {
    await freshen(stepwise.app)
    return ask(stepwise, `select value from mart.word where kind = 'channel' and raw = 'übersee'`)
  }
  await stepwise.ask(imports.setWord, { kind: 'channel', raw: 'Übersee', value: 'Events' })
  await stepwise.ask(imports.setWord, { kind: 'channel', raw: 'übersee', value: 'Partner' })
  expect(await read()).toEqual([{ value: 'Partner' }])

  await stepwise.ask(imports.setWord, { kind: 'channel', raw: 'ÜBERSEE', value: '' })
  expect(await read()).toEqual([])
  expect(await stepwise.ask(imports.vocabulary, { kind: 'channel' })).toEqual({ items: [] })
})
