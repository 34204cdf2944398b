import type { Writer } from '../../../engine/warehouse.ts'
import type { Mart, MartContext } from '../../imports/server/index.ts'
import type { Settings } from '../contract.ts'
import { changedBy, forgetChanged } from './changed.ts'
import { areChannelsAsNumbered } from './channels.ts'
import { buildCredits, updateCredits } from './credit-mart.ts'
import { buildJourneys, updateJourneys } from './journey-mart.ts'
import { learnShares } from './learn.ts'
import { buildPaths, updatePaths } from './path-mart.ts'
import { buildPrices } from './prices.ts'
import { buildSales } from './sale-mart.ts'
import { currentSettings } from './settings.ts'

type Where = Pick<MartContext, 'zone' | 'currency'>

/** Journeys once, what the data-driven models learn from them, and the credits of every model to the minor unit. */
export const attributionMart: Mart = {
  name: 'attribution',
  async build(db, context) {
    await buildAll(db, (await currentSettings(context.db)).settings, context)
  },
  updates: 'touch',
  async update(db, context, batches) {
    return bringUpToDate(db, (await currentSettings(context.db)).settings, context, batches)
  },
}

export async function buildAll(db: Writer, settings: Settings, { zone, currency }: Where): Promise<void> {
  await buildPrices(db, currency)
  await buildJourneys(db, settings, zone)
  await buildPaths(db, settings)
  await learnShares(db, settings)
  await buildCredits(db, settings)
  await buildSales(db)
}

/**
 * The same after batches of touches have come, by what they bear on; false where a channel has come or gone, for paths
 * are written in the numbers of channels.
 */
export async function bringUpToDate(
  db: Writer,
  settings: Settings,
  { zone }: Where,
  batches: number[],
): Promise<boolean> {
  if (!(await areChannelsAsNumbered(db))) return false
  const changed = await changedBy(db, batches, settings)
  if (changed.hasOpportunities) await updateJourneys(db, settings, zone, changed)
  await updatePaths(db, settings, changed)
  await learnShares(db, settings)
  await updateCredits(db, settings, changed.ids)
  await forgetChanged(db)
  return true
}
