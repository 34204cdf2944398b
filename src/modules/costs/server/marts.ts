import { literal } from '../../../engine/ingest/index.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Mart } from '../../imports/server/index.ts'
import { atFirstLevel } from './levels.ts'

/** The level whose rows count where a platform's day was exported at several; the others would count it twice. */
const levels = ['campaign', 'ad_group', 'ad', 'account', 'keyword', 'country']

/** Advertising figures with channels read by the vocabulary, and `is_counted` on one level per platform, account and day. */
export const adMart: Mart = {
  name: 'ad_day',
  async build(db, { currency }) {
    const channel = `lower(trim(coalesce(d.channel, d.platform)))`
    await db.run(`
      create or replace table mart.ad_day as
      select d.* exclude (channel, currency, campaign, row_key, print, is_last, is_current),
        coalesce(d.campaign, named.name, d.campaign_key) as campaign,
        coalesce(d.currency, ${literal(currency)}) as currency,
        coalesce(own.value, of_platform.value, d.channel, d.platform) as channel, d.channel as raw_channel,
        ${atFirstLevel(levels)} as is_counted
      from ${mappedTable('ad_day')} d
      left join mart.word own on own.kind = 'channel' and own.raw = ${channel}
      left join mart.word of_platform on of_platform.kind = 'channel' and of_platform.raw = d.platform
      left join (select system, key, any_value(name) as name from ${mappedTable('campaign')} where is_current group by system, key) named
        on named.system = d.system and named.key = d.campaign_key
      where d.is_current`)
  },
}

/** Web figures with channels read by the vocabulary. */
export const webMart: Mart = {
  name: 'web_day',
  async build(db) {
    await db.run(`
      create or replace table mart.web_day as
      select d.* exclude (channel, row_key, print, is_last, is_current), coalesce(w.value, d.channel) as channel
      from ${mappedTable('web_day')} d
      left join mart.word w on w.kind = 'channel' and w.raw = lower(trim(d.channel))
      where d.is_current`)
  },
}
