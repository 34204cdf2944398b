import { literal } from '../../../engine/ingest/index.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import type { Day } from '../../../methods/days.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { Mart } from '../../imports/server/index.ts'
import { monthEnd } from '../rules.ts'
import './tables.ts'

/** Rates into the organisation’s currency by the day from which each holds: `mart.cost_rate`. */
export const rateMart: Mart = {
  name: 'cost_rate',
  records: rates,
  async build(write, { db, currency }) {
    const rows = (await rates(db)).filter((one) => one.into_currency === currency)
    await table(
      write,
      'cost_rate',
      ['currency', 'on_day', 'rate'],
      rows.map((one) => [one.currency, one.on_day, one.rate]),
    )
  },
}

function rates(db: Reader | Database) {
  return db
    .selectFrom('costs_rates')
    .select(['currency', 'into_currency', 'on_day', 'rate'])
    .orderBy('currency')
    .orderBy('on_day')
    .execute()
}

/** Costs written here. Those without an end run to the end of the month that is now. */
async function ledger(db: Reader | Database, today: Day) {
  const lines = await db
    .selectFrom('costs_lines')
    .select(['id', 'kind', 'channel', 'campaign', 'minor', 'currency', 'repeats', 'starts_on', 'ends_on'])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return { lines, now: monthEnd(today) }
}

/**
 * The one ledger of what marketing costs: a row for each imported row of ad spend that counts and of spend by channel, and for each day of
 * each cost written here. `amount` is in the organisation's currency; where no rate is known it is NULL and counts nowhere.
 */
export const costMart: Mart = {
  name: 'cost',
  records: ledger,
  async build(write, { db, currency, today }) {
    const { lines, now } = await ledger(db, today)
    await table(
      write,
      'cost_line',
      ['id', 'kind', 'channel', 'campaign', 'minor', 'step', 'currency', 'repeats', 'starts_on', 'ends_on'],
      lines.map((line) => [
        line.id,
        line.kind,
        line.channel ?? '',
        line.campaign ?? '',
        String(line.minor),
        (1 / 10 ** (minorDigits(line.currency) + fine)).toFixed(8),
        line.currency,
        line.repeats,
        line.starts_on,
        line.ends_on ?? now,
      ]),
    )
    await write.run(costSql(currency))
  },
}

/** Rates as numbers and days, for an ASOF join on the day of an amount. */
export const dailyRates =
  '(select currency, on_day::date as on_day, rate::decimal(16, 8) as rate from mart.cost_rate)'

/** Ten-thousandths of a minor unit: days share an amount so finely that they add up to it exactly. */
const fine = 4

async function table(write: Writer, name: string, columns: string[], rows: string[][]): Promise<void> {
  await write.run(
    `create or replace table mart.${name} (${columns.map((column) => `${column} varchar`).join(', ')})`,
  )
  await write.append('mart', name, rows)
}

/** A day gets what has been spent by its end less what had been spent by the end of the day before. */
const linesSql = `
  with line as (
    select * replace (minor::hugeint * 10000 as minor, starts_on::date as starts_on, ends_on::date as ends_on) from mart.cost_line),
  laid as (select *, unnest(generate_series(starts_on, ends_on, interval 1 day))::date as day from line),
  placed as (
    select *, if(repeats = 'monthly', day(day), datediff('day', starts_on, day) + 1) as k,
      if(repeats = 'monthly', day(last_day(day)), datediff('day', starts_on, ends_on) + 1) as n from laid)
  select day, kind, nullif(channel, '') as said, nullif(campaign, '') as campaign, null::varchar as platform,
    ((minor * k // n) - (minor * (k - 1) // n))::decimal(28, 0) * step::decimal(9, 8) as original_amount, currency as original_currency,
    null::integer as batch, null::bigint as row_no, id as line
  from placed`

const costSql = (currency: string): string => `
  create or replace table mart.cost as
  with raw as (
    select day, 'media' as kind, channel, campaign, platform, spend::decimal(38, 10) as original_amount,
      upper(trim(currency)) as original_currency, batch, row_no, null::varchar as line
    from mart.ad_day where is_counted and spend is not null
    union all by name
    select day, 'media' as kind, coalesce(w.value, s.channel) as channel, null::varchar as campaign, null::varchar as platform,
      spend::decimal(38, 10) as original_amount, upper(trim(coalesce(currency, ${literal(currency)}))) as original_currency, batch, row_no, null::varchar as line
    from ${mappedTable('channel_spend')} s
    left join mart.word w on w.kind = 'channel' and w.raw = lower(trim(s.channel)) where s.is_current
    union all by name
    select s.* exclude (said), coalesce(w.value, s.said) as channel from (${linesSql}) s
    left join mart.word w on w.kind = 'channel' and w.raw = lower(trim(s.said)))
  select r.*, kind = 'media' as is_media, ${literal(currency)} as currency,
    case when r.original_currency = ${literal(currency)} then try_cast(original_amount as decimal(28, 10))
      else try_cast(try_cast(original_amount as decimal(22, 8)) * e.rate as decimal(28, 10)) end as amount
  from raw r asof left join ${dailyRates} e on e.currency = r.original_currency and e.on_day <= r.day`
