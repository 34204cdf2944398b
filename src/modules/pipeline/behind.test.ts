import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { pipeline } from './contract.ts'

/** Made-up people: every third becomes an MQL after one day and an SQL after ten, but the last one stays. */
const line = (n: number): string => {
  const day = (add: number) => new Date(Date.UTC(2025, 0, 1 + n + add)).toISOString().slice(0, 10)
  const mql = n % 3 === 0 ? day(1) : ''
  const sql = n % 3 === 0 && n < 60 ? day(10) : ''
  return `${n},Ada,Bright${n},ada${n}@north.example,${n % 2 ? 'Web' : 'Event'},${day(0)},${mql},${sql}`
}
const heading =
  'Record ID,First Name,Last Name,Email,Original Source,Create Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const path = join(app.folder, 'contacts.csv')
  writeFileSync(path, [heading, ...Array.from({ length: 60 }, (_, at) => line(at + 1))].join('\n'))
  await land(app, [path])
})
afterAll(() => app.close())

const behind = async (asked: Parameters<typeof app.ask<typeof pipeline.explain>>[1]) =>
  (await app.ask(pipeline.explain, asked)).total

test('each count of the funnel has as many people behind it, within a horizon, too', async () => {
  for (const horizon of [undefined, 5]) {
    const within = horizon ? { within: horizon } : {}
    const { total } = await app.ask(pipeline.funnel, horizon ? { horizon } : {})
    expect(total.map((one) => one.reached)).toContain(20)
    for (const { stage, reached, leaked, open } of total) {
      const of = { entered: 'lead', reached: stage, kind: 'contact' as const, ...within }
      expect(await behind(of)).toBe(reached)
      expect(await behind({ ...of, fate: 'gone' })).toBe(leaked)
      expect(await behind({ ...of, fate: 'waiting' })).toBe(open)
    }
  }
})

test('with a horizon those who have had their days are gone, and none of them is still open', async () => {
  const at = async (horizon: number) => (await app.ask(pipeline.funnel, { horizon })).total.slice(0, 2)
  expect((await at(5)).map(({ leaked, open }) => [leaked, open])).toEqual([
    [40, 0],
    [20, 0],
  ])
  expect((await at(3650)).map(({ leaked, open }) => [leaked, open])).toEqual([
    [0, 40],
    [0, 1],
  ])
})

test('promises and times in a stage list whom they count', async () => {
  const { stages } = await app.ask(pipeline.sla, {})
  const mql = stages.find((one) => one.stage === 'mql')!
  expect(mql.broken + mql.overdue).toBe(20)
  for (const fate of ['kept', 'broken', 'overdue'] as const)
    expect(await behind({ entered: 'mql', fate })).toBe(mql[fate])
  const time = await app.ask(pipeline.timeInStage, { stage: 'mql' })
  expect(await behind({ entered: 'mql', fate: 'dated' })).toBe(time.entries)
  expect(await behind({ entered: 'mql', fate: 'open' })).toBe(time.open)
  expect(await behind({ entered: 'mql', fate: 'late', olderThan: time.p85! })).toBe(time.overdue)
  expect(time.overdue).toBe(1)
})

test('a week of the trajectory and a cohort of the conversion are periods one can ask for', async () => {
  const { weeks, asOf } = await app.ask(pipeline.trajectory, { weeks: 8 })
  const week = weeks.find((one) => one.entered.mql)!
  expect(await behind({ entered: 'mql', from: week.from, to: week.to, asOf })).toBe(week.entered.mql)
  const { cohorts } = await app.ask(pipeline.conversion, { fromStage: 'lead', toStage: 'mql', horizon: 5 })
  for (const { period, entered, converted } of cohorts) {
    const where = [`month=${period}`]
    expect(await behind({ entered: 'lead', where })).toBe(entered)
    expect(await behind({ entered: 'lead', reached: 'mql', within: 5, where })).toBe(converted)
  }
})

test('a stage whose dates were all put in from the next one says so', async () => {
  const { stages } = await app.ask(pipeline.trajectory, { weeks: 12 })
  expect(stages.filter((one) => one.imputed).map((one) => one.id)).toEqual(['sal'])
  const { total } = await app.ask(pipeline.funnel, {})
  expect(total.find((one) => one.stage === 'sal')).toMatchObject({ reached: 19, imputed: 19 })
})

test('a person behind a figure names the row of the import it came with', async () => {
  const { items, imports } = await app.ask(pipeline.explain, { reached: 'sql', where: ['origin=Event'] })
  expect(items).toHaveLength(9)
  expect(items[0]).toMatchObject({ kind: 'contact', name: 'Ada Bright54', file: 'contacts.csv', row: 55 })
  expect(imports).toMatchObject([{ file: 'contacts.csv', rows: 9 }])
})

test('a metric of one month explains to the rows of that month', async () => {
  const asked = await app.ask(metrics.query, { metrics: ['leads'], by: ['origin'], grain: 'month' })
  for (const row of asked.rows) {
    const where = [`origin=${row.origin}`, `month=${row.month}`]
    const { value, conditions } = await app.ask(metrics.explain, { metric: 'leads', where })
    expect(value).toBe(row.leads)
    expect(conditions).toContain(`month is ${row.month}`)
  }
})

const maven = sharedData()

test.skipIf(!maven)('a funnel of opportunities alone lists opportunities', async () => {
  const alone = await startTestApp()
  await land(alone, [join(maven ?? '', 'maven-crm', 'sales_pipeline.csv')])
  const { total, cohort } = await alone.ask(pipeline.funnel, {})
  expect(cohort.kind).toBe('opportunity')
  for (const { stage, reached } of total) {
    const asked = { entered: total[0]!.stage, reached: stage, kind: cohort.kind }
    const listed = await alone.ask(pipeline.explain, { ...asked, limit: 1 })
    expect(listed.total).toBe(reached)
    expect(listed.items[0]).toMatchObject({ kind: 'opportunity', file: 'sales_pipeline.csv' })
  }
  const first = await alone.ask(pipeline.explain, { limit: 1 })
  expect((await alone.ask(pipeline.opportunity, { id: first.items[0]!.id })).from?.row).toBe(
    first.items[0]!.row,
  )
  await alone.close()
})
