import { literal } from '../../../engine/ingest/index.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { minorDigits } from '../../../methods/money.ts'
import { dailyRates } from '../../costs/server/index.ts'

/**
 * What opportunities are worth in one currency: `mart.sale_price` has each closed one in the organisation’s own at the
 * rate of the day it closed, where no rate is known in the currency it was sold in. Money is not added across
 * currencies: `mart.sale_currency` is the one that counts, the own one where anything was sold in it or has a rate, else
 * the one most was sold in. `mart.currency_unit` is what one minor unit of each is worth: 0.01 euro, 1 yen.
 */
export async function buildPrices(db: Writer, own: string): Promise<void> {
  await db.run(`
    create or replace table mart.sale_price as
    select o.opportunity_id, o.outcome, o.currency as sold_currency,
      case when priced is null then o.currency else ${literal(own)} end as currency, coalesce(priced, o.amount) as amount
    from (
      select o.*, case when o.currency = ${literal(own)} then o.amount
        else try_cast(try_cast(o.amount as decimal(22, 8)) * e.rate as decimal(28, 10)) end as priced
      from mart.opportunity o asof left join ${dailyRates} e on e.currency = o.currency and e.on_day <= o.closed_on
      where o.outcome <> 'open') o`)
  await db.run('create or replace table mart.sale_currency (currency varchar)')
  await db.run(
    `insert into mart.sale_currency
     with sold as (select currency, sum(amount) as amount from mart.sale_price where outcome = 'won' group by 1)
     select coalesce((select currency from sold where currency = $1), (select arg_max(currency, (amount, currency)) from sold), $1)`,
    [own],
  )
  await units(db)
}

async function units(db: Writer): Promise<void> {
  const found = await db.query<{ currency: string }>('select distinct currency from mart.sale_price')
  await db.run('create or replace table mart.currency_unit (currency varchar, unit decimal(11, 10))')
  for (const { currency } of found)
    await db.run('insert into mart.currency_unit values ($1, $2::decimal(11, 10))', [
      currency,
      String(10 ** -minorDigits(currency)),
    ])
}
