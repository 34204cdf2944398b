import { type Check, outOf } from '../../../engine/checks.ts'
import { mappedTable } from '../../../engine/schema.ts'

const noEmail: Check = {
  kind: 'contact-without-email',
  async look(store) {
    const [row] = await store.query<{ n: number; blank: number }>(
      `select count(*) as n, count(*) - count(email) as blank from mart.contact`,
    )
    if (!row || row.blank === 0) return []
    const sample = await store.query(
      'select key, system, first_name, last_name, account_name from mart.contact where email is null limit 20',
    )
    const says = `${outOf(row.blank, row.n)} people have no readable e-mail address, so they can be joined by source key only.`
    return [
      {
        key: 'all',
        severity: row.blank === row.n ? 'info' : 'warning',
        title: 'People without an e-mail address',
        says,
        object: 'contact',
        rows: row.blank,
        sample,
      },
    ]
  },
}

const strangers: Check = {
  kind: 'touch-without-person',
  async look(store) {
    const [row] = await store.query<{ n: number; lost: number }>(`
      select count(*) as n, count(*) filter (where p.contact_id is null and i.contact_id is null) as lost from ${mappedTable('touch')} t
      left join (select distinct on (email) email, contact_id from mart.contact where email is not null) p on p.email = t.email
      left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key
      where t.is_current`)
    if (!row || row.lost === 0) return []
    const says = `${outOf(row.lost, row.n)} touches name a person whom no imported list of people has.`
    return [
      {
        key: 'all',
        severity: row.lost / row.n > 0.1 ? 'warning' : 'info',
        title: 'Touches of unknown people',
        says,
        object: 'touch',
        rows: row.lost,
        sample: [],
      },
    ]
  },
}

/** Weeks in which a source's touches fall below a third of what its neighbours say: an outage, or a missing file. */
const gaps: Check = {
  kind: 'gap-in-touches',
  async look(store) {
    const rows = await store.query<{ kind: string; weeks: number; first: string; last: string }>(`
      with weekly as (select coalesce(kind, 'touch') as kind, date_trunc('week', day) as week, count(*) as n from mart.touch group by 1, 2),
      all_weeks as (
        select k.kind, w.week, coalesce(x.n, 0) as n from (select kind, min(week) as first, max(week) as last from weekly group by 1) k
        join lateral (select unnest(generate_series(k.first, k.last, interval 7 day)) as week) w on true
        left join weekly x on x.kind = k.kind and x.week = w.week),
      near as (
        select *, quantile_cont(n, 0.5) over (partition by kind order by week rows between 8 preceding and 8 following) as usual,
          row_number() over (partition by kind order by week desc) as back from all_weeks)
      select kind, count(*) as weeks, min(week)::date::varchar as first, max(week)::date::varchar as last
      from near where usual >= 20 and n < usual / 3 and back > 1 group by kind having count(*) >= 2 order by 2 desc limit 20`)
    return rows.map(({ kind, weeks, first, last }) => ({
      key: `${kind}/${first}`,
      severity: 'problem' as const,
      title: `${kind.replaceAll('_', ' ')} nearly stops`,
      says: `In ${weeks} weeks between ${first} and ${last} there are less than a third of the usual ${kind.replaceAll('_', ' ')} touches. Is a file missing, or was tracking broken?`,
      object: 'touch',
      rows: weeks,
      sample: [],
    }))
  },
}

export const audienceChecks = [noEmail, strangers, gaps]
