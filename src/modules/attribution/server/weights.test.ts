import { expect, test } from 'vitest'
import { Warehouse } from '../../../engine/warehouse.ts'
import { defaultSettings } from '../rules.ts'
import { buildCredits } from './credit-mart.ts'
import { ofOpportunity } from './facts.ts'

const columns = ofOpportunity.map((name) => `null::varchar as ${name}`).join(', ')

// Source: worked by hand; the decision maker weighs 0.6 and met us twice, the user 0.4 and once.
test('people share a sale by their role first, each along their own touches', async () => {
  const one = await Warehouse.open({ path: ':memory:' })
  try {
    const credits = await one.write(async (db) => {
      await db.run('create schema mart')
      for (const statement of twoPeople) await db.run(statement)
      const roleWeights = [
        { role: 'Decision maker', weight: 6 },
        { role: 'user', weight: 4 },
      ]
      await buildCredits(db, { ...defaultSettings, buyingGroup: 'two-level', roleWeights })
      return db.query('select channel, linear, first, w_linear from mart.touch_credit order by n')
    })
    expect(credits).toEqual([
      { channel: 'Ads', linear: 3_000_000, first: 6_000_000, w_linear: expect.closeTo(0.3, 9) },
      { channel: 'Email', linear: 4_000_000, first: 4_000_000, w_linear: expect.closeTo(0.4, 9) },
      { channel: 'Event', linear: 3_000_000, first: 0, w_linear: expect.closeTo(0.3, 9) },
    ])
  } finally {
    await one.close()
  }
})

const twoPeople = [
  `create table mart.journey as select 'o' as opportunity_id, 'won' as outcome, 10000000::bigint as revenue, 0.01::decimal(11, 10) as unit,
     'EUR' as currency, 3 as touches, 1 as batch, 1 as row_no`,
  `create table mart.journey_touch as select 'o' as opportunity_id, n, 3 as m, timestamp '2025-01-01' + to_days(d) as "at", channel, null::varchar as campaign,
     contact_id, false as is_direct, 1 as batch, n as row_no, null::bigint as lead_n, null::bigint as opened_n, timestamp '2025-01-11' as last_at, 3 as last_sought_n
   from (values (1, 0, 'Ads', 'dm'), (2, 5, 'Email', 'user'), (3, 10, 'Event', 'dm')) t(n, d, channel, contact_id)`,
  `create table mart.journey_own as select * exclude (n, m, last_sought_n), n as pooled_n, row_number() over (partition by contact_id order by n) as n,
     count(*) over (partition by contact_id) as m, m as last_sought_n from mart.journey_touch`,
  `create table mart.journey_member as select 'o' as opportunity_id, unnest(['dm', 'user']) as contact_id`,
  `create table mart.opportunity_person as select * from (values ('o', 'dm', 'Decision Maker'), ('o', 'user', 'User')) t(opportunity_id, contact_id, role)`,
  'create table mart.channel_share (channel varchar, markov double, shapley double)',
  `create table mart.opportunity as select 'o' as opportunity_id, 'Deal' as name, date '2025-02-01' as closed_on, ${columns}`,
]
