import type { Writer } from '../../../engine/warehouse.ts'
import { minorDigits } from '../../../methods/money.ts'

/**
 * Money is not added across currencies: `mart.sale_currency` is the one that counts, the organisation’s own where
 * anything was sold in it or could be converted, else the one most was sold in. `mart.currency_unit` is what one minor
 * unit of each is worth: 0.01 euro, 1 yen.
 */
export async function buildPrices(db: Writer, own: string): Promise<void> {
  await db.run('create or replace table mart.sale_currency (currency varchar)')
  await db.run(
    `insert into mart.sale_currency
     with sold as (select currency, sum(amount) as amount from mart.opportunity where outcome = 'won' group by 1)
     select coalesce((select currency from sold where currency = $1), (select arg_max(currency, (amount, currency)) from sold), $1)`,
    [own],
  )
  const found = await db.query<{ currency: string }>('select distinct currency from mart.opportunity')
  await db.run('create or replace table mart.currency_unit (currency varchar, unit decimal(11, 10))')
  for (const { currency } of found)
    await db.run('insert into mart.currency_unit values ($1, $2::decimal(11, 10))', [
      currency,
      String(10 ** -minorDigits(currency)),
    ])
}
