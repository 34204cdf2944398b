import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../methods/fiscal.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { activity } from '../activity/contract.ts'
import { forecast } from './contract.ts'
import { type Deal, dealsFile } from './fixtures.ts'
import { farthest } from './rules.ts'
import { watchLanded } from './server/index.ts'

let now = new Date('2026-06-17T09:00:00Z')
let northwind: Company
const lastWeek = { from: '2026-06-08', to: '2026-06-14' }

/** Deals opened in each of the weeks before the last whole one, and in that one. */
const weekly = (usual: number, last: number): Deal[] =>
  Array.from({ length: 40 }, (_, back) => {
    const monday = addDays(lastWeek.from, -7 * back)
    const wobble = (back * 7) % 5
    return Array.from({ length: back === 0 ? last : usual + wobble }, (_, at) => ({
      opened: addDays(monday, at % 7),
    }))
  }).flat()

beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
  await northwind.actorOf('marco')
  await northwind.actorOf('vera')
  await land(northwind, [dealsFile(weekly(20, 70))])
})
afterAll(() => northwind.close())

const told = async (name: 'marco' | 'vera') =>
  (await northwind.as(name)(activity.inbox, {})).notices.filter((one) =>
    one.title.includes('moved unusually'),
  )

test('a week far above what was expected is written down, and those who act are told once', async () => {
  const ana = northwind.as('ana')
  const { found } = await ana(forecast.watch, {})
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ metric: 'opportunities', ...lastWeek, actual: 70, seen: null })
  expect(found[0]?.says).toMatch(/^Opportunities in 2026-W24: 70, far above the 2\d(\.\d)? expected\.$/)
  expect(await told('marco')).toMatchObject([{ why: found[0]?.says, link: '/changes?tab=anomalies' }])
  expect(await told('vera')).toEqual([])

  expect((await ana(forecast.watch, {})).found).toEqual([])
  now = new Date('2026-06-18T09:00:00Z')
  expect((await ana(forecast.watch, {})).found).toEqual([])
  expect(await told('marco')).toHaveLength(1)
})

const waiting = async () => {
  const { rows } = await sql<{ starts: number }>`
    select extract(epoch from start_after - created_on)::int as starts
    from pgboss.job where name = 'forecast.watchLanded' and state = 'created'`.execute(northwind.app.db)
  return rows.map((row) => row.starts)
}

test('many imports are looked at once, a minute after the first that changed anything', async () => {
  expect(await waiting()).toEqual([60])
  await land(northwind, [dealsFile(weekly(20, 71))])
  await land(northwind, [dealsFile(weekly(20, 72))])
  expect(await waiting()).toEqual([60])
})

test('what is seen after an import is told as it is each morning, and once', async () => {
  await northwind.app.db.deleteFrom('forecast_anomalies').execute()
  await watchLanded.run(northwind.app, {})
  await watchLanded.run(northwind.app, {})
  const { items } = await northwind.ask(forecast.anomalies, {})
  expect(items).toMatchObject([{ metric: 'opportunities', ...lastWeek, actual: 72 }])
})

test('an import that brings nothing new wakes nobody', async () => {
  await sql`delete from pgboss.job where name = 'forecast.watchLanded'`.execute(northwind.app.db)
  await land(northwind, [dealsFile(weekly(20, 72).slice(0, 5))])
  expect(await waiting()).toEqual([])
})

test('whoever looks at it stands beside it, the first one for good', async () => {
  const marco = northwind.as('marco')
  const { items, watched } = await marco(forecast.anomalies, {})
  expect(watched.map((one) => one.metric)).toContain('leads')
  await marco(forecast.seeAnomaly, { id: items[0]!.id })
  const again = await northwind.as('ana')(forecast.seeAnomaly, { id: items[0]!.id })
  expect(again.seen?.by).toBe('Marco Haas')
  await expect(northwind.as('vera')(forecast.seeAnomaly, { id: items[0]!.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a week that ended long ago raises no alarm', async () => {
  await northwind.app.db.deleteFrom('forecast_anomalies').execute()
  now = new Date('2026-09-01T09:00:00Z')
  expect((await northwind.ask(forecast.watch, {})).found).toEqual([])
})

test('the segment behind it is the one that moved farthest the same way', () => {
  const before = new Map([
    ['Email', 10],
    ['Events', 30],
  ])
  const after = new Map([
    ['Email', 40],
    ['Search', 20],
  ])
  expect(farthest('channel', before, after, 1)).toEqual({
    by: 'channel',
    segment: 'Email',
    before: 10,
    after: 40,
  })
  expect(farthest('channel', before, after, -1)).toMatchObject({ segment: 'Events', after: 0 })
  expect(farthest('channel', new Map([['Email', 1]]), new Map(), -1)).toBe(null)
})
