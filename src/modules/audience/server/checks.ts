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
      'select key, system, first_name, last_name, account_name from mart.contact where email is null order by contact_id limit 20',
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
    const sample = await store.query(`
      select t.key as touch, t.contact_key as contact, t.email, t.system as source from ${mappedTable('touch')} t
      where t.is_current
        and not exists (select 1 from mart.contact p where p.email = t.email)
        and not exists (select 1 from mart.contact_identity i where i.system = t.system and i.key = t.contact_key)
      order by t.batch, t.row_no limit 20`)
    return [
      {
        key: 'all',
        severity: row.lost / row.n > 0.1 ? 'warning' : 'info',
        title: 'Touches of unknown people',
        says,
        object: 'touch',
        rows: row.lost,
        sample,
      },
    ]
  },
}

type Gap = { kinds: string[]; first: string; last: string; weeks: number; lost: number }

/** Weeks in a row in which a kind of touch falls below a third of what its neighbours say: an outage, or a missing file. */
const gaps: Check = {
  kind: 'gap-in-touches',
  async look(store) {
    const rows = await store.query<Gap>(`
      with weekly as (select coalesce(kind, 'touch') as kind, date_trunc('week', day) as week, count(*) as n from mart.touch group by 1, 2),
      all_weeks as (
        select k.kind, w.week, coalesce(x.n, 0) as n from (select kind, min(week) as first, max(week) as last from weekly group by 1) k
        join lateral (select unnest(generate_series(k.first, k.last, interval 7 day)) as week) w on true
        left join weekly x on x.kind = k.kind and x.week = w.week),
      near as (
        select *, quantile_cont(n, 0.5) over (partition by kind order by week rows between 8 preceding and 8 following) as usual,
          row_number() over (partition by kind order by week desc) as back from all_weeks),
      low as (
        select *, week - to_days(7 * row_number() over (partition by kind order by week)::int) as island
        from near where usual >= 20 and n < usual / 3 and back > 1),
      islands as (
        select kind, min(week) as first, max(week) as last, count(*) as weeks, sum(usual - n) as lost from low group by kind, island having count(*) >= 2)
      select list(kind order by lost desc, kind) as kinds, first::date::varchar as first, (last + interval 6 day)::date::varchar as last,
        max(weeks) as weeks, round(sum(lost))::bigint as lost
      from islands group by first, last order by lost desc, first, last limit 10`)
    return rows.map(({ kinds, first, last, weeks, lost }) => {
      const names = kinds.map((kind) => kind.replaceAll('_', ' '))
      return {
        key: `${first}/${last}`,
        severity: 'problem' as const,
        title:
          names.length === 1
            ? `Hardly any ${names[0]} from ${first} to ${last}`
            : `${names.length} kinds of touches nearly stop from ${first} to ${last}`,
        says: `For ${weeks} weeks there are less than a third of the usual touches (${names.join(', ')}), about ${lost.toLocaleString('en')} fewer than expected. Is a file missing, or was tracking broken?`,
        object: 'touch',
        rows: lost,
        sample: [],
      }
    })
  },
}

export const audienceChecks = [noEmail, strangers, gaps]
