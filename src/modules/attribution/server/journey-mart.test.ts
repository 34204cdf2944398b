import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureSchema } from '../../../engine/schema.ts'
import { Warehouse } from '../../../engine/warehouse.ts'
import { accountTouches } from '../../../methods/attribution.ts'
import { defaultSettings } from '../rules.ts'
import { buildJourneys } from './journey-mart.ts'
import { buildPrices } from './prices.ts'

let store: Warehouse
beforeAll(async () => {
  store = await Warehouse.open({ path: ':memory:' })
  await store.write(async (db) => {
    await ensureSchema(db)
    for (const statement of world) await db.run(statement)
  })
})
afterAll(() => store.close())

/** Ada buys twice, the second time on a day without a clock; Bo is known by e-mail only; nobody says when Cy bought. */
const world = [
  `create table mart.opportunity as select * from (values
     ('first', 'won', 'a1', timestamp '2025-03-10 12:00:00', timestamp '2025-03-01 09:00:00', 100, 'EUR', 1),
     ('second', 'won', 'a1', timestamp '2025-05-19 22:00:00', timestamp '2025-05-01 09:00:00', 200, 'EUR', 2),
     ('bo', 'lost', 'a2', timestamp '2025-04-01 12:00:00', null, 50, 'EUR', 3),
     ('cy', 'won', 'a3', null, null, 70, 'EUR', 4),
     ('group', 'lost', 'a4', timestamp '2025-06-20 12:00:00', null, 10, 'EUR', 5))
     t(opportunity_id, outcome, account_id, closed_at, opened_at, amount, currency, row_no)`,
  'alter table mart.opportunity add column batch integer default 1',
  'alter table mart.opportunity add column closed_on date',
  `create table mart.opportunity_person as select * from (values ('first', 'crm:1'), ('second', 'crm:1'), ('bo', 'e:bo@firm.example')) t(opportunity_id, contact_id)`,
  `create table mart.person as select * from (values ('crm:1', 'a1', null), ('crm:9', 'a4', null)) t(contact_id, account_id, email)`,
  `create table mart.contact_identity as select 'crm' as system, '1' as key, 'crm:1' as contact_id`,
  `create table mart.account_identity as select * from (values ('crm', 'A1', 'a1'), ('crm', 'A2', 'a4')) t(system, key, account_id)`,
  `create table mart.funnel as select 'crm:1' as contact_id, timestamp '2025-03-05 08:00:00' as lead_at`,
  'create table mart.word (kind varchar, raw varchar, value varchar)',
  'create table mart.cost_rate (currency varchar, on_day varchar, rate varchar)',
  `insert into mapped.touch by name select *, 1 as batch, 'crm' as system, true as is_current, true as is_last, 'visit' as kind, 'Email' as channel from (values
     (1, '1', null, null, timestamp '2025-03-04 10:00:00'),
     (2, '1', null, null, timestamp '2025-03-10 12:00:00'),
     (3, '1', null, null, timestamp '2025-05-20 15:00:00'),
     (4, '1', null, null, timestamp '2025-05-20 22:30:00'),
     (5, 'unknown', 'bo@firm.example', null, timestamp '2025-03-30 10:00:00'),
     (6, null, null, 'A1', timestamp '2025-03-06 10:00:00')) t(row_no, contact_key, email, account_key, "at")`,
  `insert into mapped.touch by name select * exclude (day), 1 as batch, 'crm' as system, true as is_current, true as is_last, 'visit' as kind, 'A2' as account_key,
     timestamp '2025-06-02 09:00:00' + to_days(day) as "at" from (select row_no, channel, campaign, day from (values
     (11, 'Events', 'Fair', 0), (12, 'Events', 'Fair', 0), (13, 'Events', 'Fair', 1), (14, 'Email', 'Fair', 0), (15, 'Email', null, 0),
     (16, 'Email', null, 0)) t(row_no, channel, campaign, day))`,
]

async function rowsOf(sales: 'rolling' | 'reset'): Promise<Record<string, number[]>> {
  await store.write(async (db) => {
    await buildPrices(db, 'EUR')
    await buildJourneys(db, { ...defaultSettings, sales }, 'Europe/Berlin')
  })
  const rows = await store.query<{ opportunity_id: string; row_no: number }>(
    'select opportunity_id, row_no from mart.journey_touch order by opportunity_id, n',
  )
  const found: Record<string, number[]> = {}
  for (const { opportunity_id: id, row_no: row } of rows) found[id] = [...(found[id] ?? []), row]
  return found
}

test('a close without a clock lasts until its day ends where the organisation is', async () => {
  expect((await rowsOf('rolling')).second).toEqual([1, 6, 2, 3])
})

test('a touch that serves the next sale only serves one, the account’s own touches as well', async () => {
  expect(await rowsOf('reset')).toMatchObject({ first: [1, 6, 2], second: [3], bo: [5] })
})

test('whose key nobody knows is found by the e-mail address', async () => {
  expect((await rowsOf('rolling')).bo).toEqual([5])
})

test('a sale nobody dated is a sale without touches, and no sale is missing', async () => {
  await rowsOf('rolling')
  const rows = await store.query(
    `select opportunity_id, touches, revenue from mart.journey where outcome = 'won' order by 1`,
  )
  expect(rows).toEqual([
    { opportunity_id: 'cy', touches: 0, revenue: 7000 },
    { opportunity_id: 'first', touches: 3, revenue: 10000 },
    { opportunity_id: 'second', touches: 4, revenue: 20000 },
  ])
})

test('what counts as one touch of an account is what the method says', async () => {
  await rowsOf('rolling')
  const days = `select row_no as row, channel, campaign, "at"::date::varchar as day from mapped.touch where account_key = 'A2' order by row_no`
  const touches = await store.query<{ row: number; channel: string; campaign: string | null; day: string }>(
    days,
  )
  const firsts = new Set(accountTouches(touches))
  const found = await store.query<{ row: number }>(
    `select row_no as row from mart.journey_touch where opportunity_id = 'group' order by 1`,
  )
  expect(found.map((one) => one.row)).toEqual(touches.filter((_, at) => firsts.has(at)).map((one) => one.row))
  expect(found).toHaveLength(5)
})
