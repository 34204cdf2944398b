import { replaceView } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Journeys } from '../../../methods/attribution.ts'
import type { Settings } from '../contract.ts'
import type { Changed } from './changed.ts'
import { firstLetter, letterSql } from './channels.ts'
import { metSql } from './journey-mart.ts'
import { countSteps, updateSteps } from './step-mart.ts'

/**
 * What data-driven models learn from besides closed opportunities: `mart.outside_path` has the path of everybody who is
 * part of no opportunity, seen as many days back from their last touch as the window is long, and the steps it was made
 * of, so that later touches can be added. Open opportunities are left out, for nobody knows yet how they end.
 */
export async function buildPaths(db: Writer, settings: Settings): Promise<void> {
  await db.run(`create or replace table mart.outside_path as ${outsidePaths(settings, metSql)}`)
  await replaceView(db, 'path', everyPath)
  await countSteps(db, settings.markovOrder)
}

/** The paths of the people a landing bears on anew: from all their touches, or by adding the new ones to what was known. */
export async function updatePaths(db: Writer, settings: Settings, changed: Changed): Promise<void> {
  const { people, met, added } = changed
  const known = `select contact_id, steps from mart.outside_path where contact_id in (${people})`
  const after = added ? outsidePaths(settings, added, known) : outsidePaths(settings, met)
  await db.run(`create or replace temp table path_before as
    select path from mart.outside_path where contact_id in (${people})`)
  await db.run(
    `create or replace temp table path_after as select * from (${after}) where contact_id in (${people})`,
  )
  await db.run(`delete from mart.outside_path where contact_id in (${people})`)
  await db.run('insert into mart.outside_path from temp.path_after')
  await updateSteps(db, settings.markovOrder, 'temp.path_before', 'temp.path_after')
  await db.run('drop table temp.path_before')
  await db.run('drop table temp.path_after')
}

const inside =
  'select contact_id from mart.opportunity_person union select contact_id from mart.journey_member'

/** A touch as one number that sorts by time and carries its channel: a list of them takes little memory. */
const stepSql = `epoch_ms(t."at") * 65536 + c.no`

/**
 * Touches are gathered by the key their file knows people by, and only then by person: far fewer rows to look up.
 * `known` has steps gathered before.
 */
function outsidePaths({ windowDays }: Settings, met: string, known?: string): string {
  const channel = 'join mart.path_channel c on c.raw is not distinct from t.channel'
  return `
    with keyed as (
      select t.system, t.contact_key, list(${stepSql}) as steps from ${met} t ${channel}
      where t.contact_key is not null group by all),
    unknown as (
      select t.* from ${met} t anti join mart.contact_identity i on i.system = t.system and i.key = t.contact_key
      where t.email is not null or t.contact_key is not null),
    gathered as (
      select i.contact_id, k.steps from keyed k join mart.contact_identity i on i.system = k.system and i.key = k.contact_key
      union all
      select coalesce('e:' || t.email, t.system || ':' || t.contact_key), list(${stepSql}) from unknown t ${channel} group by 1
      ${known ? `union all ${known}` : ''}),
    person as (
      select contact_id, list_sort(flatten(list(steps))) as steps from gathered
      anti join (${inside}) i using (contact_id) group by 1),
    reach as (select contact_id, list_filter(steps, lambda x: x >= since) as steps
      from (select *, steps[-1] - ${windowDays} * 86400000::bigint * 65536 as since from person))
    select contact_id, array_to_string(list_transform(steps, lambda x: ${letterSql('x % 65536')}), '') as path, steps from reach`
}

/** `mart.path`: every different sequence of channels, how often it ended in a sale, with what value, and how often in none. */
const everyPath = `
  with ended as (
    select path, (outcome = 'won')::integer as sales, case when is_counted then coalesce(revenue * unit, 0) else 0 end as value,
      (outcome = 'lost')::integer as nulls
    from mart.journey where path is not null
    union all select path, 0, 0, 1 from mart.outside_path)
  select path, sum(sales)::double as sales, sum(value)::double as value, sum(nulls)::double as nulls from ended group by path`

/** Stands for touches whose channel is blank. */
export const noChannel = '(no channel)'

/** The channels that paths are written in, in the order of their numbers. */
export async function channelsOf(db: Pick<Writer, 'query'>): Promise<(string | null)[]> {
  const rows = await db.query<{ channel: string | null }>(
    'select distinct channel, no from mart.path_channel order by no',
  )
  return rows.map((row) => row.channel)
}

/** All paths as columns of numbers. */
export const pathsOf = (db: Columns): Promise<Journeys> =>
  journeysFrom(db, 'select path, sales, value, nulls from mart.path order by path')

type Columns = Pick<Writer, 'query' | 'columns'>

/** The paths that a statement gives with their sales, value and nulls. */
export async function journeysFrom(db: Columns, statement: string): Promise<Journeys> {
  const channels = await channelsOf(db)
  const [paths = [], sales = [], values = [], nulls = []] = (await db.columns(statement)) as [
    string[],
    number[],
    number[],
    number[],
  ]
  const starts = new Int32Array(paths.length + 1)
  for (const [at, path] of paths.entries()) starts[at + 1] = starts[at]! + path.length
  const steps = new Int32Array(starts[paths.length]!)
  for (const [at, path] of paths.entries())
    for (let step = 0; step < path.length; step += 1)
      steps[starts[at]! + step] = path.charCodeAt(step) - firstLetter
  return {
    channels: channels.map((one) => one ?? noChannel),
    starts,
    steps,
    conversions: Float64Array.from(sales),
    values: Float64Array.from(values),
    nulls: Float64Array.from(nulls),
  }
}
