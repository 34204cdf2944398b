import { afterAll, beforeAll, expect, test } from 'vitest'
import { Warehouse } from '../../../engine/warehouse.ts'
import {
  creditsOf,
  journeyWeights,
  type RuleModel,
  ruleModels,
  touchWeights,
} from '../../../methods/attribution.ts'
import type { ModelId } from '../contract.ts'
import { defaultSettings, models } from '../rules.ts'
import { buildCredits } from './credit-mart.ts'
import { ofOpportunity } from './facts.ts'

const settings = { ...defaultSettings, custom: { first: 0.5, middle: 0.2, last: 0.3 } }
const rules: Partial<Record<ModelId, RuleModel>> = {
  first: ruleModels.first,
  last: ruleModels.last,
  last_non_direct: ruleModels['last-non-direct'],
  linear: ruleModels.linear,
  u_first_last: ruleModels['u-first-last'],
  u_first_lead: ruleModels['u-first-lead'],
  w: ruleModels.w,
  full_path: ruleModels['full-path'],
  time_decay: { rule: 'time-decay', halfLifeDays: settings.halfLifeDays },
  j: ruleModels.j,
  inverse_j: ruleModels['inverse-j'],
  custom: { rule: 'anchors', shares: { first: 0.5, others: 0.2, last: 0.3 } },
}

let store: Warehouse
beforeAll(async () => {
  store = await Warehouse.open({ path: ':memory:' })
  await store.write(async (db) => {
    await db.run('create schema mart')
    for (const statement of randomJourneys) await db.run(statement)
    await buildCredits(db, settings)
  })
})
afterAll(() => store.close())

const draw = (salt: number, below: number) => `(hash(o, ${salt}) % ${below})::bigint`
const drawn = (salt: number, below: number) => `(hash(o, n, ${salt}) % ${below})::bigint`

const known = ofOpportunity.map((name) => `null::varchar as ${name}`).join(', ')

/** Five thousand sales of up to twelve touches over hostile channel names, some refunded, some worth nothing. */
const randomJourneys = [
  `create table mart.journey as
   select 'o' || o as opportunity_id, case when o % 11 = 0 then 'lost' else 'won' end as outcome,
     case when o % 97 = 0 then 0 when o % 13 = 0 then -${draw(2, 900_000)} else ${draw(3, 90_000_000)} end as revenue,
     0.01::decimal(11, 10) as unit, 'EUR' as currency, ${draw(1, 13)} as touches, 1 as batch, o as row_no from range(5000) r(o)`,
  `create table mart.journey_touch as
   select 'o' || o as opportunity_id, n, m, timestamp '2025-01-01' + to_seconds(n * 86400 * 9 + ${drawn(4, 700_000)}) as "at",
     (['Email', 'constructor', '<script>', null, 'Direct'])[1 + ${drawn(5, 5)}] as channel, 'c' || ${drawn(6, 3)} as campaign,
     null::varchar as contact_id, ${drawn(5, 5)} = 4 as is_direct, 1 as batch, o * 100 + n as row_no,
     case when o % 5 = 0 then null else 1 + ${draw(7, 12)} % m end as lead_n, case when o % 7 = 0 then null else 1 + ${draw(8, 12)} % m end as opened_n
   from (select o, m, unnest(range(1, m + 1)) as n from (select o, ${draw(1, 13)} as m from range(5000) r(o)) where m > 0)`,
  `create or replace table mart.journey_touch as
   select *, max("at") over (partition by opportunity_id) as last_at,
     max(n) filter (where not is_direct) over (partition by opportunity_id) as last_sought_n from mart.journey_touch`,
  `create table mart.channel_share as select * from (values ('Email', 5.5, 3.25), ('constructor', 2, 0), ('<script>', 0.125, 1), (null, 1, 1))
     t(channel, markov, shapley)`,
  `create table mart.opportunity as select opportunity_id, 'Deal' as name, date '2025-06-01' as closed_on,
     ${known}
     from mart.journey`,
]

type Row = Record<ModelId, number> & {
  opportunity_id: string
  channel: string | null
  is_direct: boolean
  day: number
  lead_n: number | null
  opened_n: number | null
  m: number
}

async function journeys(): Promise<Map<string, Row[]>> {
  const rows = await store.query<Row>(
    `select c.*, epoch(c."at") / 86400 as day, t.lead_n, t.opened_n from mart.credit c left join mart.journey_touch t using (opportunity_id, n)
     order by opportunity_id, n`,
  )
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.opportunity_id, [...(found.get(row.opportunity_id) ?? []), row])
  return found
}

const placeOf = (n: number | null) => (n === null ? null : n - 1)

test('every won opportunity is credited to the cent by every model, those without a touch to nobody', async () => {
  const sums = models.map(({ id }) => `sum("${id}") = any_value(revenue) and abs(sum(w_${id}) - 1) < 1e-9`)
  const [found] = await store.query(
    `select count(*) as sales, count(*) filter (exact) as exact, count(*) filter (alone) as alone from (
       select opportunity_id, ${sums.join(' and ')} as exact, bool_and(n = 0) as alone
       from mart.credit join (select opportunity_id, revenue from mart.journey) using (opportunity_id) group by 1)`,
  )
  const [expected] = await store.query(
    `select count(*) as sales, count(*) as exact, count(*) filter (touches = 0) as alone from mart.journey where outcome = 'won'`,
  )
  expect(found).toEqual(expected)
  expect(Number(found?.alone)).toBeGreaterThan(100)
})

test('the weights in SQL are those of the methods, and so are the cents', async () => {
  const wrong: string[] = []
  for (const [id, rows] of await journeys()) {
    if (rows[0]!.m === 0) continue
    const revenue = rows.reduce((sum, row) => sum + row.first, 0)
    const timeline = {
      touches: rows.length,
      days: rows.map((row) => row.day),
      isDirect: rows.map((row) => row.is_direct),
      lead: placeOf(rows[0]!.lead_n),
      opportunity: placeOf(rows[0]!.opened_n),
      close: rows.length - 1,
    }
    for (const [model, rule] of Object.entries(rules)) {
      const credits = creditsOf(revenue, touchWeights(rule, timeline))
      const ours = rows.map((row) => row[model as ModelId])
      if (ours.some((credit, at) => Math.abs(credit - credits[at]!) > 1)) wrong.push(`${id} ${model}`)
    }
  }
  expect(wrong).toEqual([])
})

test('data-driven models share a sale among the channels of its own journey', async () => {
  const shares = new Map([
    ['Email', 5.5],
    ['constructor', 2],
    ['<script>', 0.125],
    ['blank', 1],
    ['Direct', 0],
  ])
  for (const rows of [...(await journeys()).values()].slice(0, 500)) {
    if (rows[0]!.m === 0) continue
    const weights = journeyWeights(
      rows.map((row) => row.channel ?? 'blank'),
      shares,
    )
    const ours = rows.map((row) => Number((row as unknown as Record<string, number>).w_markov))
    for (const [at, weight] of weights.entries()) expect(ours[at]).toBeCloseTo(weight, 9)
  }
})
