import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'

/** The letter of channel 0; a path is one short text of them, and equal paths are equal texts. */
export const firstLetter = 0x30

/** The letter of a numbered channel, as SQL. */
export const letterSql = (no: string): string => `chr((${firstLetter} + ${no})::integer)`

/** Every channel as files write it, as the vocabulary reads it, and its number. */
const numbered = `
  select raw, channel, (dense_rank() over (order by channel nulls last) - 1)::integer as no
  from (
    select t.channel as raw, coalesce(w.value, t.channel) as channel
    from (select distinct channel from ${mappedTable('touch')} where is_current) t
    left join mart.word w on w.kind = 'channel' and w.raw = lower(t.channel))`

/** `mart.path_channel`: the channels of all touches with their numbers in paths. */
export const numberChannels = (db: Writer): Promise<number> =>
  db.run(`create or replace table mart.path_channel as ${numbered}`)

/** Whether the channels of all touches are still those that paths are written in. */
export async function areChannelsAsNumbered(db: Writer): Promise<boolean> {
  const [found] = await db.query<{ n: number }>(
    `select count(*) as n from (
       (${numbered} except from mart.path_channel) union all (from mart.path_channel except (${numbered})))`,
  )
  return found?.n === 0
}
