import { localDay } from '../../../engine/query/zone.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Mart } from '../../imports/server/index.ts'

/** Touches as they count now, with channels read by the vocabulary; a view, for they are many and need no deriving. */
export const touchMart: Mart = {
  name: 'touch',
  async build(db, { zone }) {
    await db.run(`
      create or replace view mart.touch as
      select t.* exclude (channel, row_key, print, is_last, is_current), coalesce(w.value, t.channel) as channel,
        ${localDay('t.at', zone)} as day
      from ${mappedTable('touch')} t
      left join mart.word w on w.kind = 'channel' and w.raw = lower(t.channel)
      where t.is_current`)
  },
}
