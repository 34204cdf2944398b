import { type Check, outOf } from '../../../engine/checks.ts'
import type { Row } from '../../../engine/warehouse.ts'

const notCounted: Check = {
  kind: 'spend-at-another-level',
  async look(store) {
    const rows = await store.query<{ platform: string; level: string; n: number; spend: string }>(
      `select platform, level, count(*) as n, sum(spend)::varchar as spend from mart.ad_day where not is_counted group by 1, 2 order by 3 desc, 1, 2`,
    )
    return rows.map(({ platform, level, n }) => ({
      key: `${platform}/${level}`,
      severity: 'info' as const,
      title: `${platform} at ${level} level is not added`,
      says: `${n.toLocaleString('en')} rows repeat, at ${level} level, what another level of detail already says for the same days. They are kept and not counted twice.`,
      source: platform,
      object: 'ad_day',
      rows: n,
      sample: [],
    }))
  },
}

/** Several accounts may be exported at levels of their own; one account under two names would count twice. */
const levelsOfAccounts: Check = {
  kind: 'accounts-at-different-levels',
  async look(store) {
    const rows = await store.query<{ platform: string; named: string[]; n: number }>(`
      with counted as (
        select platform, account, level, day, coalesce(last_day, day) as last from mart.ad_day where is_counted and account is not null),
      mixed as (select platform, day, last from counted group by all having count(distinct account) > 1 and count(distinct level) > 1)
      select platform, list(distinct account || ' at ' || replace(level, '_', ' ') || ' level' order by account || ' at ' || replace(level, '_', ' ') || ' level') as named, count(*) as n
      from counted join mixed using (platform, day, last) group by platform order by platform`)
    return rows.map(({ platform, named, n }) => ({
      key: platform,
      severity: 'info' as const,
      title: `${platform} accounts are reported at different levels`,
      says: `${named.slice(0, 5).join(', ')}${named.length > 5 ? ' and others' : ''}: each counts by itself. If two of these are one account under two names, its spend counts twice; undo one of the imports.`,
      source: platform,
      object: 'ad_day',
      rows: n,
      sample: [],
    }))
  },
}

/** A report of a month beside reports of its days: nothing tells which of the two is the better one, so both count. */
const overlaps: Check = {
  kind: 'spend-of-overlapping-periods',
  async look(store) {
    const rows = await store.query<{ platform: string; account: string | null; n: number; sample: Row[] }>(`
      with spans as (
        select platform, account, day as first, coalesce(last_day, day) as last, count(*) as n, sum(spend) as spend
        from mart.ad_day where is_counted and day is not null group by all),
      twice as (
        select * from spans p where last > first and exists (
          select 1 from spans o where o.platform = p.platform and (o.account = p.account or o.account is null or p.account is null)
            and o.first <= p.last and o.last >= p.first and (o.first <> p.first or o.last <> p.last)))
      select platform, account, sum(n)::bigint as n,
        list({'account': account, 'day': first::varchar, 'last_day': last::varchar, 'spend': spend::double} order by first, last)[1:20] as sample
      from twice group by platform, account order by platform, account`)
    return rows.map(({ platform, account, n, sample }) => ({
      key: `${platform}/${account ?? ''}`,
      severity: 'problem' as const,
      title: `${account ?? platform} is reported for overlapping periods`,
      says: `${n.toLocaleString('en')} rows of ${platform} cover several days for which other rows of ${account ? `the account ${account}` : 'the platform'} count, too, so that spend counts twice. Keep either the days or the period: undo the other import.`,
      source: platform,
      object: 'ad_day',
      rows: n,
      sample,
    }))
  },
}

const undated: Check = {
  kind: 'spend-without-day',
  async look(store) {
    const [row] = await store.query<{ blank: number; period: number; n: number }>(
      `select count(*) filter (where day is null) as blank, count(*) filter (where last_day > day) as period, count(*) as n from mart.ad_day`,
    )
    const found = []
    if (row && row.blank > 0)
      found.push({
        key: 'blank',
        severity: 'warning' as const,
        title: 'Advertising rows without a date',
        says: `${outOf(row.blank, row.n)} advertising rows carry no date. They count over all time and in no period.`,
        object: 'ad_day',
        rows: row.blank,
        sample: await store.query(
          `select platform, campaign, spend::varchar as spend, clicks from mart.ad_day where day is null order by batch, row_no limit 10`,
        ),
      })
    if (row && row.period > 0)
      found.push({
        key: 'period',
        severity: 'info' as const,
        title: 'Advertising rows for a whole period',
        says: `${outOf(row.period, row.n)} advertising rows cover several days. They count on their first day; export by day to see the course.`,
        object: 'ad_day',
        rows: row.period,
        sample: await store.query(
          `select platform, campaign, day::varchar as day, last_day::varchar as last_day, spend::varchar as spend from mart.ad_day where last_day > day order by batch, row_no limit 10`,
        ),
      })
    return found
  },
}

/** Weeks in which a platform's spend jumps to more than 1.7 times what its neighbours say. */
const jumps: Check = {
  kind: 'spend-jump',
  async look(store) {
    const rows = await store.query<{
      platform: string
      weeks: number
      first: string
      last: string
      times: number
    }>(`
      with weekly as (
        select platform, date_trunc('week', day) as week, sum(spend)::double as spend from mart.ad_day where is_counted and day is not null group by 1, 2),
      near as (
        select *, quantile_cont(spend, 0.5) over (partition by platform order by week rows between 10 preceding and 10 following) as usual,
          count(*) over (partition by platform) as n from weekly)
      select platform, count(*) as weeks, min(week)::date::varchar as first, max(week)::date::varchar as last, avg(spend / usual) as times
      from near where n >= 20 and usual > 0 and spend > 1.7 * usual group by platform having count(*) between 3 and 8 order by platform`)
    return rows.map(({ platform, weeks, first, last, times }) => ({
      key: `${platform}/${first}`,
      severity: 'problem' as const,
      title: `${platform} spend jumps`,
      says: `In ${weeks} weeks from ${first} to ${last} ${platform} reports about ${times.toFixed(1)} times its usual spend. Was an export loaded with doubled rows?`,
      source: platform,
      object: 'ad_day',
      rows: weeks,
      sample: [],
    }))
  },
}

/** Amounts that no figure counts for want of a rate. */
const unrated: Check = {
  kind: 'cost-without-rate',
  async look(store) {
    const rows = await store.query<{
      currency: string
      n: number
      first: string | null
      last: string | null
    }>(
      `select original_currency as currency, count(*) as n, min(day)::varchar as first, max(day)::varchar as last
       from mart.cost where amount is null group by 1 order by 2 desc, 1`,
    )
    return rows.map(({ currency, n, first, last }) => ({
      key: currency,
      severity: 'problem' as const,
      title: `Costs in ${currency} have no rate`,
      says: `${n.toLocaleString('en')} amounts in ${currency}${first ? ` from ${first} to ${last}` : ''} are left out of every figure. Set a rate on Costs.`,
      rows: n,
      sample: [],
    }))
  },
}

export const costChecks = [notCounted, levelsOfAccounts, overlaps, undated, jumps, unrated]
