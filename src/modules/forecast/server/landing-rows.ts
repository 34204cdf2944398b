import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { conditions } from '../../../engine/query/compile.ts'
import type { Filter } from '../../../engine/query/query.ts'
import { localDay } from '../../../engine/query/zone.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/fiscal.ts'
import type { Counts } from '../../../methods/survival.ts'
import { stageAges } from '../rules.ts'

export type Seen = { on: Day; currency: string; where: Filter[]; zone: string }
export type OpenRow = {
  id: string
  key: string
  name: string | null
  account: string | null
  owner: string | null
  stage: string | null
  amount: number | null
  opened_days: number | null
  stage_days: number | null
}

/** Opportunities as they stood on a day: what closed later was open then. */
function seenSql(ctx: Ctx, { on, currency, where, zone }: Seen, params: DuckDBValue[]): string {
  const fact = ctx.use(catalogue).facts.get('opportunity')!
  const today = `$${params.push(on)}::date`
  const money = `$${params.push(currency)}`
  const also = conditions(fact, { where }, 'opened_on', params)
  return `seen as (
      select *, case when outcome <> 'open' and closed_on <= ${today} then outcome else 'open' end as fate, ${today} as today
      from ${fact.table} where currency = ${money} and (opened_on is null or opened_on <= ${today})
        and not (outcome <> 'open' and closed_on is null) and not (opened_imputed and closed_on > ${today})
        ${also.map((one) => ` and ${one}`).join('')}),
    told as (
      select e.system || ':' || e.opportunity_key as opportunity_id, coalesce(s.label, e.stage) as stage_of, e.entered_at, ${localDay('e.entered_at', zone)} as entered_on
      from ${mappedTable('opportunity_stage')} e
      left join (select system, key, any_value(label) as label from ${mappedTable('pipeline_stage')} where is_current group by system, key) s
        on s.system = e.system and s.key = e.stage
      where e.is_current and ${localDay('e.entered_at', zone)} <= ${today}),
    moved as (select * from told qualify stage_of is distinct from lag(stage_of) over (partition by opportunity_id order by entered_at)),
    entry as (select *, lead(entered_on) over (partition by opportunity_id order by entered_at) as left_on from moved)`
}

const days = (from: string): string =>
  `greatest(0, datediff('day', ${from}, case fate when 'open' then today else closed_on end))`

type CountRow = { stage: string | null; age: number; days: number; fate: string; n: number }
/** `stages`: by stage, then by how many days they had been in it at least; days are counted from then on. */
export type Past = { opened: Counts[]; stages: Map<string, Map<number, Counts[]>> }

/**
 * How opportunities came to be won or lost: by days since they opened, and, of those that were still in a stage after so
 * many days, by days from then on. Whoever has moved on by then tells nothing about those who have not.
 */
export async function pastOf(ctx: Ctx, seen: Seen): Promise<Past> {
  const params: DuckDBValue[] = []
  const ended = `case fate when 'open' then today else closed_on end`
  const sql = `with ${seenSql(ctx, seen, params)}
    select null::varchar as stage, 0 as age, ${days('opened_on')} as days, fate, count(*) as n from seen
      where opened_on is not null and not opened_imputed group by all
    union all
    select stage_of, age, greatest(0, ${days('entered_on')} - age), fate, count(*)
      from seen join entry using (opportunity_id) cross join (select unnest([${stageAges.join(', ')}]) as age)
      where datediff('day', entered_on, least(coalesce(left_on, ${ended}), ${ended})) > age
        and not (fate <> 'open' and left_on is null and entered_on >= closed_on) group by all`
  const past: Past = { opened: [], stages: new Map() }
  for (const row of await ctx.use(warehouse).query<CountRow>(sql, params))
    placeFor(past, row).push(toCounts(row))
  return past
}

function placeFor({ opened, stages }: Past, { stage, age }: CountRow): Counts[] {
  if (stage === null) return opened
  const ages = stages.get(stage) ?? new Map<number, Counts[]>()
  const counts = ages.get(age) ?? []
  stages.set(stage, ages.set(age, counts))
  return counts
}

const toCounts = ({ days: time, fate, n }: CountRow): Counts =>
  fate === 'open' ? { time, exits: {}, censored: n } : { time, exits: { [fate]: n }, censored: 0 }

/** What was open on the day, with how long it had been open and in its stage. */
export async function openOf(ctx: Ctx, seen: Seen): Promise<OpenRow[]> {
  const params: DuckDBValue[] = []
  const sql = `with ${seenSql(ctx, seen, params)},
    latest as (select opportunity_id, stage_of, entered_on from entry where left_on is null)
    select s.opportunity_id as id, s.key, s.name, s.account, s.owner, coalesce(l.stage_of, case when s.outcome = 'open' then s.stage end) as stage,
      s.amount::double as amount, ${days('s.opened_on')} as opened_days,
      case when l.stage_of is not null then ${days('l.entered_on')} end as stage_days
    from seen s left join latest l using (opportunity_id) where s.fate = 'open'`
  return ctx.use(warehouse).query<OpenRow>(sql, params)
}

/** Amounts of the newest won opportunities, and the median days they took. */
export async function wonOf(ctx: Ctx, seen: Seen): Promise<{ amounts: number[]; medianDays: number | null }> {
  const params: DuckDBValue[] = []
  const sql = `with ${seenSql(ctx, seen, params)}
    select amount::double as amount, case when opened_imputed then null else ${days('opened_on')} end as days
    from seen where fate = 'won' order by closed_on desc, opportunity_id limit 10000`
  const rows = await ctx.use(warehouse).query<{ amount: number | null; days: number | null }>(sql, params)
  const took = rows.flatMap((row) => (row.days === null ? [] : [row.days])).sort((a, b) => a - b)
  return {
    amounts: rows.flatMap((row) => (row.amount === null ? [] : [row.amount])),
    medianDays: took.length > 0 ? took[took.length >> 1]! : null,
  }
}

/** The newest day anything of an opportunity happened, not after today; null without opportunities. */
export async function newestDay(ctx: Ctx, today: Day): Promise<Day | null> {
  const [row] = await ctx.use(warehouse).query<{ day: string | null }>(
    `select max(d)::varchar as day from (
       select max(opened_on) filter (where opened_on <= $1::date) as d from mart.opportunity
       union all select max(closed_on) filter (where closed_on <= $1::date) from mart.opportunity)`,
    [today],
  )
  return row?.day ?? null
}
