import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { type Journeys, markov, shapley } from '../../../methods/attribution.ts'
import type { Settings } from '../contract.ts'
import { metSql } from './journey-mart.ts'

/** One letter a channel: a path then is one short text, and equal paths are equal texts. */
const firstLetter = 0x4e00
/**
 * The channels of a group in order, as one text. Sorting numbers that carry both place and channel takes a fraction of
 * the memory of an aggregate with an order of its own.
 */
const pathSql = (place: string): string =>
  `array_to_string(list_transform(list_sort(list(${place} * 65536 + c.no)), lambda x: chr((${firstLetter} + x % 65536)::integer)), '')`

/**
 * `mart.path`: every different sequence of channels, how often it ended in a sale, with what value, and how often in
 * none; what data-driven models learn from. Sales and lost opportunities are journeys of their buying group. Journeys
 * without a sale are, besides, those of people who are part of no opportunity, seen as many days back from their last
 * touch; open opportunities are left out, for nobody knows yet how they end.
 */
export async function buildPaths(db: Writer, settings: Settings): Promise<void> {
  const { windowDays } = settings
  await db.run(`
    create or replace table mart.path_channel as
    select channel, (row_number() over (order by channel nulls last) - 1)::integer as no
    from (
      select distinct coalesce(w.value, t.channel) as channel from (select distinct channel from ${mappedTable('touch')} where is_current) t
      left join mart.word w on w.kind = 'channel' and w.raw = lower(t.channel))`)
  await db.run(`
    create or replace table mart.path as
    with closed as (
      select opportunity_id, ${pathSql('n')} as path
      from mart.journey_touch t join mart.path_channel c on c.channel is not distinct from t.channel group by 1),
    ended as (
      select p.path, (j.outcome = 'won')::integer as sales, case when j.is_counted then coalesce(j.revenue * j.unit, 0) else 0 end as value,
        (j.outcome = 'lost')::integer as nulls
      from closed p join mart.journey j using (opportunity_id)
      union all select path, 0, 0, 1 from (${peopleWithout(windowDays)}))
    select path, sum(sales)::double as sales, sum(value)::double as value, sum(nulls)::double as nulls from ended group by path`)
  await learn(db, settings)
}

const peopleWithout = (windowDays: number): string => `
  with met as (
    select coalesce(i.contact_id, 'e:' || t.email, t.system || ':' || t.contact_key) as contact_id, t."at", t.channel
    from ${metSql} t left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key),
  outside as (
    select m.* from met m
    anti join (select contact_id from mart.opportunity_person union select contact_id from mart.journey_member) i using (contact_id)
    where m.contact_id is not null),
  latest as (select contact_id, max("at") as last_at from outside group by 1)
  select ${pathSql('epoch_ms(o."at")')} as path
  from outside o join latest l using (contact_id)
  left join mart.word w on w.kind = 'channel' and w.raw = lower(o.channel)
  join mart.path_channel c on c.channel is not distinct from coalesce(w.value, o.channel)
  where o."at" >= l.last_at - interval ${windowDays} day
  group by contact_id`

/** What the data-driven models give each channel over all journeys; credits of single sales are shared by it. */
async function learn(db: Writer, { markovOrder }: Settings): Promise<void> {
  const journeys = await pathsOf(db)
  await db.run(
    'create or replace table mart.channel_share (channel varchar, markov double, shapley double, removal double)',
  )
  if (journeys.starts.length < 2) return
  const removal = markov(journeys, markovOrder).channels
  const parts = shapley(journeys)
  for (const [at, channel] of journeys.channels.entries())
    await db.run('insert into mart.channel_share values ($1::varchar, $2, $3, $4)', [
      channel === noChannel ? null : channel,
      removal[at]!.conversions,
      parts[at]!.conversions,
      removal[at]!.removalEffect,
    ])
}

/** Stands for touches whose channel is blank. */
export const noChannel = '(no channel)'

/** The paths as columns of numbers. */
export async function pathsOf(db: Pick<Writer, 'query' | 'columns'>): Promise<Journeys> {
  const channels = await db.query<{ channel: string | null }>(
    'select channel from mart.path_channel order by no',
  )
  const [paths = [], sales = [], values = [], nulls = []] = (await db.columns(
    'select path, sales, value, nulls from mart.path',
  )) as [string[], number[], number[], number[]]
  const starts = new Int32Array(paths.length + 1)
  for (const [at, path] of paths.entries()) starts[at + 1] = starts[at]! + path.length
  const steps = new Int32Array(starts[paths.length]!)
  for (const [at, path] of paths.entries())
    for (let step = 0; step < path.length; step += 1)
      steps[starts[at]! + step] = path.charCodeAt(step) - firstLetter
  return {
    channels: channels.map((one) => one.channel ?? noChannel),
    starts,
    steps,
    conversions: Float64Array.from(sales),
    values: Float64Array.from(values),
    nulls: Float64Array.from(nulls),
  }
}
