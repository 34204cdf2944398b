import type { Warehouse } from '../src/engine/warehouse.ts'

const stages = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'won']
const end = `timestamp '2026-01-01'`

const perWeek = `
  select date_trunc('week', d) as week, stage, count(*) as n
  from (select unnest([${stages.map((id) => `${id}_on`).join(', ')}]) as d, unnest(range(${stages.length})) as stage from mart.funnel)
  where d between date '2025-07-07' and date '2026-01-04' group by all`

const fates = `
  select date_trunc('week', lead_on) as week,
    case when won_at < ${end} then 'won' when least(rejected_at, lost_at) < ${end} then 'left' else 'open' end as fate,
    greatest(0, datediff('day', lead_at, case fate when 'won' then won_at when 'left' then least(rejected_at, lost_at) else ${end} end)) as days,
    greatest(0, datediff('day', lead_at, ${end})) as age, count(*) as n
  from mart.funnel where lead_at < ${end} group by all`

const within = (id: string) => `${id}_at <= lead_at + interval 90 day`

const steps = stages.flatMap((id, at) => {
  const next = stages[at + 1]
  const here = at === 0 ? 'true' : within(id)
  const stays = next ? `(${within(next)}) is not true` : 'false'
  const took = next
    ? `case when ${within(next)} and not ${next}_imputed then greatest(0, datediff('day', ${id}_at, ${next}_at)) end`
    : 'null::integer'
  return [
    `count(*) filter (where ${here})`,
    `count(*) filter (where ${here} and ${id}_imputed)`,
    `count(*) filter (where ${here} and ${stays} and (rejected_at is not null or lost_at is not null))`,
    `count(*) filter (where ${here} and ${stays} and rejected_at is null and lost_at is null)`,
    `quantile_cont(${took}, [0.5, 0.85])`,
  ]
})

/** The same answers in one person’s best SQL, on the same tables. */
export const byHand: Record<string, (store: Warehouse) => Promise<unknown>> = {
  trajectory: async (store) => [await store.query(perWeek), await store.query(fates)],
  funnel: async (store) => [
    await store.query(
      `select ${steps.join(', ')} from mart.funnel where kind = 'contact' and lead_at is not null`,
    ),
    await store.query(
      `select rejection_reason, count(*) from mart.funnel where kind = 'contact' and lead_at is not null and rejected_at is not null group by 1`,
    ),
  ],
  'leads and won by channel and month': async (store) => [
    await store.query(
      `select channel, date_trunc('month', lead_on), count(*) from mart.funnel where lead_at is not null group by all`,
    ),
    await store.query(
      `select channel, date_trunc('month', closed_on), count(*) from mart.opportunity where outcome = 'won' group by all`,
    ),
  ],
  'touches by channel and month': (store) =>
    store.query(`
      with counted as (
        select channel, date_trunc('month', "at") as month, count(*) as n from mapped.touch where is_current group by all)
      select coalesce(w.value, c.channel) as channel, month, sum(n) from counted c
      left join mart.word w on w.kind = 'channel' and w.raw = lower(c.channel) group by all`),
}
