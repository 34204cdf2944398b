import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureSchema, rowName } from '../../../engine/schema.ts'
import { Warehouse, type Writer } from '../../../engine/warehouse.ts'
import type { Settings } from '../contract.ts'
import { defaultSettings } from '../rules.ts'
import { ofOpportunity } from './facts.ts'
import { bringUpToDate, buildAll } from './mart.ts'

let store: Warehouse
beforeAll(async () => {
  store = await Warehouse.open({ path: ':memory:' })
  await store.write(ensureSchema)
})
afterAll(() => store.close())

const people = 60
const deals = 40
const roll = (seed: number, salt: string, below: string | number) =>
  `(hash(i, ${seed}, '${salt}') % ${below})::bigint`
const pick = (seed: number, salt: string, ...values: string[]) =>
  `([${values.join(', ')}])[1 + ${roll(seed, salt, values.length)}]`
const moment = (seed: number, salt: string) =>
  `timestamp '2025-01-01' + to_seconds(${roll(seed, salt, 200)} * 43200)`

/** Everything but touches: people with several keys or an address only, deals of people, of accounts, and of nobody. */
const world = (seed: number): string[] => [
  `create or replace table mart.contact_identity as
   select 'crm' as system, 'k' || i as key, 'p' || (i // 2) as contact_id from range(${people}) r(i) where i % 7 <> 3
   union all select 'crm', 'm' || i, 'e:m' || i || '@firm.example' from range(10) r(i)`,
  `create or replace table mart.person as select distinct contact_id, 'a' || ${roll(seed, 'account', 8)} as account_id
   from (select contact_id, hash(contact_id) as i from mart.contact_identity)`,
  `create or replace table mart.account_identity as select 'crm' as system, 'A' || i as key, 'a' || i as account_id from range(8) r(i)`,
  `create or replace table mart.opportunity as
   select 'o' || i as opportunity_id, ${pick(seed, 'outcome', "'won'", "'lost'", "'open'")} as outcome, 'a' || ${roll(seed, 'deal', 8)} as account_id,
     ${moment(seed, 'close')} as closed_at, closed_at::date as closed_on, closed_at - interval 20 day as opened_at,
     (${roll(seed, 'amount', 100_000)})::decimal(18, 2) as amount, ${pick(seed, 'currency', "'EUR'", "'USD'", "'JPY'")} as currency, 1 as batch, i as row_no,
     'Deal' as name, ${ofOpportunity.map((name) => `null::varchar as ${name}`).join(', ')}
   from range(${deals}) r(i)`,
  `create or replace table mart.opportunity_person as
   select distinct 'o' || i as opportunity_id, 'p' || ${roll(seed, 'who', people / 2)} as contact_id, ${pick(seed, 'role', "'Champion'", "'User'", 'null')} as role
   from range(${deals}) r(i) where i % 3 > 0`,
  `create or replace table mart.funnel as select contact_id, ${moment(seed, 'lead')} as lead_at from (select contact_id, hash(contact_id) as i from mart.person)`,
  `create or replace table mart.word as select 'channel' as kind, 'mail' as raw, 'Email' as value`,
  'delete from mapped.touch',
]

/** Touches known by key, by address, by a key nobody knows, or of an account; a later batch says some of them anew. */
const touches = (seed: number, batch: number, count: number): string => `
  insert into mapped.touch by name
  select ${batch} as batch, i as row_no, 'crm' as system, true as is_last, true as is_current,
    case when i % 5 = 0 then null else 'r' || ${roll(seed, `key${batch}`, 300)} end as row_key, hash(i, ${seed}, ${batch}) as print,
    ${moment(seed, `at${batch}`)} as "at", ${pick(seed, `kind${batch}`, "'visit'", "'visit'", "'email_sent'", 'null')} as kind,
    ${pick(seed, `channel${batch}`, "'mail'", "'Email'", "'Events'", "'Direct'", 'null')} as channel, case when i % 6 > 0 then 'c' || ${roll(seed, `campaign${batch}`, 4)} end as campaign,
    case when i % 11 in (0, 1, 2) then null else 'k' || ${roll(seed, `who${batch}`, people)} end as contact_key,
    case when i % 11 = 1 then 'm' || (i % 12) || '@firm.example' when i % 11 = 4 then 'x' || (i % 5) || '@else.example' end as email,
    case when i % 11 = 2 then 'A' || (i % 8) end as account_key
  from range(${count}) r(i)`

/** As a landing does: what a batch says anew no longer counts in earlier ones, and each name counts once. */
async function land(db: Writer, seed: number, batch: number, count: number): Promise<void> {
  await db.run(touches(seed, batch, count))
  await db.run(`update mapped.touch set is_current = false where batch < ${batch}
    and ${rowName} in (select ${rowName} from mapped.touch where batch = ${batch})`)
  await db.run(`update mapped.touch t set is_current = false, is_last = false where batch = ${batch}
    and exists (select 1 from mapped.touch o where o.batch = ${batch} and o.row_key = t.row_key and o.row_no > t.row_no)`)
}

const tables = [
  'journey',
  'journey_touch',
  'journey_own',
  'outside_path',
  'path_step',
  'channel_share',
  'touch_credit',
]
const standing = async (db: Writer): Promise<unknown[][]> =>
  Promise.all(tables.map((name) => db.query(`select * from mart.${name} order by all`)))

const context = { zone: 'Europe/Berlin', currency: 'EUR' }
const cases: [name: string, changes: Partial<Settings>][] = [
  ['as they begin', {}],
  [
    'touches of persons, each for the next sale only',
    { unit: 'person-touch', sales: 'reset', windowDays: 30 },
  ],
  ['shared by role first', { buyingGroup: 'two-level', roleWeights: [{ role: 'champion', weight: 3 }] }],
  ['a chain of order 3', { markovOrder: 3, windowDays: 10 }],
]

describe.each(cases)('with settings %s', (_, changes) => {
  const settings = { ...defaultSettings, ...changes }

  test.each([1, 2, 3])('bringing up to date gives what building anew gives, world %i', async (seed) => {
    await store.write(async (db) => {
      for (const statement of world(seed)) await db.run(statement)
      await land(db, seed, 1, 600)
      await buildAll(db, settings, context)
      for (const batches of [[2], [3, 4], [5]]) {
        const before = await standing(db)
        for (const batch of batches) await land(db, seed, batch, seed * 20)
        expect(await bringUpToDate(db, settings, context, batches)).toBe(true)
        const updated = await standing(db)
        await buildAll(db, settings, context)
        expect(updated).toEqual(await standing(db))
        expect(updated).not.toEqual(before)
      }
    })
  })
})

test('a channel nobody had before asks for a build', async () => {
  await store.write(async (db) => {
    for (const statement of world(1)) await db.run(statement)
    await land(db, 1, 1, 100)
    await buildAll(db, defaultSettings, context)
    await land(db, 1, 2, 10)
    await db.run(`update mapped.touch set channel = 'Hologram' where batch = 2`)
    expect(await bringUpToDate(db, defaultSettings, context, [2])).toBe(false)
  })
})
