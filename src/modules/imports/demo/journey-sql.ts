import { literal } from '../../../engine/ingest/index.ts'
import { campaignsOf } from './media-sql.ts'
import { channelBy } from './people-sql.ts'
import { type Channel, channelNames, channels, type DemoSize, sizes, unpromptedShare } from './plan.ts'
import { byValue, lagOf, literals, probabilityOf, weighted } from './sql.ts'

const perChannel = (value: (name: Channel) => string): string =>
  byValue('channel', Object.fromEntries(channelNames.map((name) => [name, value(name)])))

const campaign = perChannel((name) => {
  const { length } = campaignsOf(name)
  return length ? `${channelNames.indexOf(name) * 100} + floor(u(code, 26) * ${length})::int` : 'null'
})

const kind = perChannel((name) => weighted('u(code, 25)', channels[name].kinds))

const each = 4096

/**
 * What a touch can be: 4,096 sorts for later touches of ordinary people, as many for the keen, and as many for each
 * channel as a first touch. A touch then is one number, and words are joined to it when files are written.
 */
export const sorts = (size: DemoSize): string => `
  create table sorts as
  with channelled as (
    select code::int as code, case code // ${each} when 0 then ${channelBy(`(code % ${each}) / ${each}`, 'later')}
      when 1 then ${channelBy(`(code % ${each}) / ${each}`, 'keen')}
      else ${literals(channelNames)}[code // ${each} - 1] end as channel
    from range(${each * (2 + channelNames.length)}) t(code)
  ), described as (select *, ${kind} as kind, ${campaign} as campaign from channelled)
  select *, case when kind = 'Send Email' then 0
    else ${25 / sizes[size].touchesEach} * ${perChannel((name) => String(channels[name].effect))} end as effect
  from described order by code`

/**
 * A place for every touch of every person, also those after the last day, so that the truth knows how it would have
 * ended. Two hashes carry all draws of a touch, in slices: draws are what costs time at millions of rows.
 */
export const slots = (size: DemoSize): string => `
  create table slots as
  select i, j, k, hash(k, seed(), 1) as what, hash(k, seed(), 2) as moment
  from (select i, j, i * 512 + j as k from (
    select i, unnest(range(least(480, 1 + floor(${sizes[size].touchesEach - 1}
      * exp(0.4 * keenness + 0.5 * gauss(i, 13) - 0.205)))::int)) as j from contacts))`

const firstSorts = byValue(
  'origin',
  Object.fromEntries(channelNames.map((name, n) => [name, (n + 2) * each])),
)

// In whole microseconds since 1970, which is several times faster than intervals. Most weekend work moves to Monday.
const day = 86_400_000_000

export const touches = `
  create table touches as
  with people as (
    select i, epoch_us(first_at) as first_at, 130 * exp(0.7 * gauss(i, 12)) as spell, ${firstSorts} as first_sort,
      case when keenness > 0.7 then ${each} else 0 end as later_sort
    from contacts
  ), days as (
    select i, j, k, what, moment, first_at, first_at // ${day} + (spell * slice(moment, 0) * slice(moment, 0))::bigint as day,
      ((what & ${each - 1}) + case when j = 0 then first_sort else later_sort end)::int as code
    from slots join people using (i)
  ), placed as (
    select i, j, k, code, what, first_at, (day + case when (day + 3) % 7 > 4 and (what >> 12) & 7 > 0 then 7 - (day + 3) % 7 else 0 end) * ${day}
      + ((7 + 6 * (slice(moment, 16) + slice(moment, 32))) * 3600000000)::bigint as at_us
    from days
  )
  select i, k, code, what, make_timestamp(case when j = 0 then first_at else greatest(first_at + 120000000, at_us) end) as touched_at
  from placed`

/** The touches that by themselves would each have made the person an MQL, and when. */
export const fires = `
  create table fires as
  select i, ${perChannel((name) => literal(channels[name].word))} as word, after(touched_at, lognormal(k, 32, 0.4, 0.9)) as fires_at
  from touches join sorts using (code) where slice(what, 48) < effect`

/** What each person's touches, and chance alone, would have led to; `only` is the channel, as the
 * vocabulary reads it, without which nothing had. */
export const sparks = `
  create table sparks as
  select contacts.i, min(fires_at) as fired_at,
    case when count(distinct word) = 1 and not any_value(unprompted) then min(word) end as only,
    any_value(unprompted) as is_unprompted
  from (select *, u(i, 14) < ${unpromptedShare} * exp(0.6 * keenness - 0.18) as unprompted from contacts) contacts
  left join fires using (i)
  group by contacts.i`

const stage = (entered: string, next: string, step: 'sal' | 'sql' | 'opportunity', k: number): string => `
    case when ${entered} is not null and u(i, ${k}) < ${probabilityOf(step)} then after(${entered}, ${lagOf(step, 'lag', k + 1)}) end as ${next}`

const leave = (entered: string, next: string, step: 'sal' | 'sql' | 'opportunity', k: number): string =>
  // Some are neither taken nor turned down: nobody ever answers.
  `when ${entered} is not null and ${next} is null and u(i, ${k + 3}) < 0.85 then after(${entered}, ${lagOf(step, 'otherwise', k + 1)})`

/** Each person's whole life, known to the end; the files show only what had happened by the last day. */
export const lives = `
  create table lives as
  with mqls as (
    select contacts.*, sparks.only, case when fired_at is not null or is_unprompted then
      greatest(after(lead_at, 0.004 + 0.08 * u(i, 15)),
        least(fired_at, case when is_unprompted then after(first_at, lognormal(i, 16, 30, 1)) end)) end as mql_at
    from contacts join sparks using (i)
  ), sals as (select *, ${stage('mql_at', 'sal_at', 'sal', 40)} from mqls),
  sqls as (select *, ${stage('sal_at', 'sql_at', 'sql', 50)} from sals),
  opportunities as (select *, ${stage('sql_at', 'opportunity_at', 'opportunity', 60)} from sqls),
  outcomes as (
    select *, opportunity_at is not null and u(i, 70) < ${probabilityOf('won')} as is_won,
      case when ${leave('mql_at', 'sal_at', 'sal', 40).slice(5)} end as rejected_at,
      case ${leave('sal_at', 'sql_at', 'sql', 50)} ${leave('sql_at', 'opportunity_at', 'opportunity', 60)} end as disqualified_at
    from opportunities
  )
  select *, case when opportunity_at is null then null when is_won
    then after(opportunity_at, ${lagOf('won', 'lag', 71)}) else after(opportunity_at, ${lagOf('won', 'otherwise', 71)}) end as closes_at
  from outcomes order by i`
