import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { invalid, missing } from '../../../../kernel/errors.ts'
import { sum } from '../../../../methods/attribution.ts'
import { freshen } from '../../../imports/server/index.ts'
import { sample } from '../../../metrics/rules.ts'
import type { JourneyFigure } from '../../contract.ts'
import { noChannel, whyNotLimits } from '../../rules.ts'
import { currentIntervals } from '../intervals.ts'
import { metSql } from '../journey-mart.ts'
import { journeysOf } from '../journeys-of.ts'

import { saleCurrency } from '../report.ts'
import { currentSettings } from '../settings.ts'
import { credit } from '../totals.ts'
import { journeysWith, pageOfLines } from './journeys.ts'
import type { Told } from './told.ts'
import { type Held, markovArithmetic, shapleyArithmetic, titles } from './total-words.ts'

type Asked = Extract<JourneyFigure, { of: 'total' }>

/** What a data-driven model gives a channel: the arithmetic, and the journeys that hold the channel. */
export async function totalTold(ctx: Ctx, asked: Asked): Promise<Told> {
  const { what, model, journeys: of } = asked
  const channel = asked.channel ?? noChannel
  const { settings } = await currentSettings(ctx.db)
  const isLimit = what === 'lower' || what === 'upper'
  const objection = isLimit ? whyNotLimits(asked, settings) : null
  if (objection) throw invalid(objection)
  const { journeys, places } = await journeysOf(ctx, of)
  const order = asked.order ?? settings.markovOrder
  const { rows, probability } = credit(journeys, model, order, settings)
  const row = rows.find((one) => one.channel === channel)
  if (!row) throw missing(`The channel “${channel}” among these journeys`)
  const holding = journeysWith(journeys, channel)
  const held: Held = {
    ...{ row, rows, probability, what, holding, order, channel },
    conversions: sum(journeys.conversions),
    value: sum(journeys.values),
    currency: of === 'table' ? null : await saleCurrency(ctx),
    interval: isLimit ? await intervalOf(ctx, channel) : null,
  }
  const isShapley = model === 'shapley'
  const adds = isShapley ? (what === 'value' ? 'part_of_value' : 'part') : null
  const lines = holding.map((one) => ({
    ...one,
    without_sale: one.nulls,
    ...(isShapley ? { part: one.sales / one.channels, part_of_value: one.value / one.channels } : {}),
  }))
  const shared = what === 'value' ? ['value', 'part_of_value'] : ['part']
  return {
    ...(isShapley ? shapleyArithmetic(held) : markovArithmetic(held)),
    conditions: [
      `channel is ${channel}`,
      `model is ${isShapley ? 'Shapley value' : `Markov chain of order ${order}`}`,
      of === 'table' ? 'of the imported table of journeys' : 'all journeys, whatever the period',
    ],
    signals: [sample(Math.round(holding.reduce((sum, one) => sum + one.sales, 0)))],
    adds,
    page: pageOfLines({
      columns: [
        'path',
        'sales',
        ...(what === 'value' && !isShapley ? ['value'] : []),
        'without_sale',
        ...(isShapley ? ['channels', ...shared] : []),
      ],
      adds,
      lines,
      places,
      batches: of === 'table' ? new Map() : await touchesOf(ctx, channel),
    }),
  }
}

async function intervalOf(ctx: Ctx, channel: string) {
  const measured = await currentIntervals(ctx.db, await freshen(ctx))
  const found = measured.get(channel === noChannel ? null : channel)
  if (!found) throw missing(`An interval for ${titles(channel)} measured on the figures as they are`)
  return found
}

/** Paths are counted; what they were counted from came with the touches of the channel. */
export async function touchesOf(ctx: Ctx, channel: string | null): Promise<Map<number, number>> {
  const of = channel === null ? 'true' : 'coalesce(w.value, t.channel) is not distinct from $1'
  const rows = await ctx.use(warehouse).query<{ batch: number; n: number }>(
    `select t.batch, count(*) as n from ${metSql} t
       left join mart.word w on w.kind = 'channel' and w.raw = lower(t.channel) where ${of} group by 1`,
    channel === null ? [] : [channel === noChannel ? null : channel],
  )
  return new Map(rows.map(({ batch, n }) => [batch, n]))
}
