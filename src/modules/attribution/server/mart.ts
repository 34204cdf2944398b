import type { Writer } from '../../../engine/warehouse.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { Mart } from '../../imports/server/index.ts'
import { buildCredits } from './credit-mart.ts'
import { buildJourneys } from './journey-mart.ts'
import { buildPaths } from './path-mart.ts'
import { currentSettings } from './settings.ts'

/** Journeys once, what the data-driven models learn from them, and the credits of every model to the minor unit. */
export const attributionMart: Mart = {
  name: 'attribution',
  async build(db, { db: records, zone, currency }) {
    const { settings } = await currentSettings(records)
    await currencyUnits(db)
    await saleCurrency(db, currency)
    await buildJourneys(db, settings, zone)
    await buildPaths(db, settings)
    await db.run('drop table mart.journey_member')
    await buildCredits(db, settings)
  },
}

/** What one minor unit of each currency is worth: 0.01 euro, 1 yen. */
async function currencyUnits(db: Writer): Promise<void> {
  const found = await db.query<{ currency: string }>('select distinct currency from mart.opportunity')
  await db.run('create or replace table mart.currency_unit (currency varchar, unit decimal(11, 10))')
  for (const { currency } of found)
    await db.run('insert into mart.currency_unit values ($1, $2::decimal(11, 10))', [
      currency,
      String(10 ** -minorDigits(currency)),
    ])
}

/** Money is not added across currencies: the organisation’s own counts, else the one most was sold in. */
async function saleCurrency(db: Writer, own: string): Promise<void> {
  await db.run('create or replace table mart.sale_currency (currency varchar)')
  await db.run(
    `insert into mart.sale_currency
     with sold as (select currency, sum(amount) as amount from mart.opportunity where outcome = 'won' group by 1)
     select coalesce((select currency from sold where currency = $1), (select arg_max(currency, (amount, currency)) from sold), $1)`,
    [own],
  )
}
