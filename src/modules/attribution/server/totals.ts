import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import {
  type ChannelCredit,
  type Journeys,
  markov,
  mostForSets,
  type RuleModel,
  ruleTotals,
  shapley,
  sum,
  touchWeights,
} from '../../../methods/attribution.ts'
import { freshen } from '../../imports/server/index.ts'
import type { attribution, ModelId, Settings } from '../contract.ts'
import { noChannel, positionRules, titleOf } from '../rules.ts'
import { journeysOf } from './journeys-of.ts'

import { saleCurrency } from './report.ts'
import { currentSettings } from './settings.ts'

type Total = ChannelCredit & { removalEffect: number | null; valueEffect: number | null }

/** One model over all journeys at once; the figures of a table of journeys, and the channel totals of our own. */
export async function totals(ctx: Ctx, { model, order, of }: In<typeof attribution.totals>) {
  await freshen(ctx)
  const { settings } = await currentSettings(ctx.db)
  const currency = await saleCurrency(ctx)
  const { journeys } = await journeysOf(ctx, of)
  const used = order ?? settings.markovOrder
  const { rows, probability } = credit(journeys, model, used, settings)
  const left = of === 'table' ? none : await untouched(ctx)
  const [credited, value] = [sum(journeys.conversions), sum(journeys.values)]
  return {
    rows: rows.filter((row) => of === 'table' || row.conversions > 0 || row.channel !== noChannel),
    order: model === 'markov' ? used : null,
    probability,
    reconciliation: {
      conversions: credited + left.sales,
      credited,
      unattributed: left.sales,
      value: value + left.value,
      valueCredited: value,
      valueUnattributed: left.value,
      nulls: sum(journeys.nulls),
      currency: of === 'table' ? null : currency,
    },
    notes: credited === 0 ? [nothing(of)] : model === 'shapley' ? simplified(journeys.channels.length) : [],
  }
}

const none = { sales: 0, value: 0 }

/** Sales before which there was no touch. */
export async function untouched(ctx: Ctx): Promise<typeof none> {
  const [row] = await ctx
    .use(warehouse)
    .query<typeof none>(
      `select count(*) as sales, coalesce(sum(revenue * unit) filter (where is_counted), 0)::double as value from mart.journey where outcome = 'won' and touches = 0`,
    )
  return row ?? none
}

const nothing = (of: 'opportunities' | 'table'): string =>
  of === 'table'
    ? 'There is no table of journeys: import a file with path, conversions, value and nulls.'
    : 'No sale has a touch before it: import opportunities and touches.'

/** The simplified form equals the definition; from so many channels on nobody can hold one against the other. */
const simplified = (channels: number): string[] =>
  channels > mostForSets
    ? [
        `${channels} channels: the simplified form of the Shapley value was used. It equals the full value; the check over all sets of channels stops at ${mostForSets}.`,
      ]
    : []

/** What a model gives each channel of these journeys. */
export function credit(
  journeys: Journeys,
  model: ModelId,
  order: number,
  settings: Settings,
): { rows: Total[]; probability: number | null } {
  if (model === 'markov') {
    const { channels, probability } = markov(journeys, order)
    return { rows: channels, probability }
  }
  const plain =
    model === 'shapley' ? shapley(journeys) : ruleTotals(journeys, weightsBy(ruleOf(model, settings)))
  return { rows: plain.map((row) => ({ ...row, removalEffect: null, valueEffect: null })), probability: null }
}

const weightsBy = (rule: RuleModel) => (touches: number) => touchWeights(rule, { touches })

function ruleOf(model: ModelId, { custom }: Settings): RuleModel {
  if (model === 'custom')
    return {
      rule: 'anchors',
      shares: { first: custom.first, last: custom.last, others: custom.middle },
    }
  const rule = positionRules[model]
  if (!rule)
    throw invalid(
      `${titleOf(model)} needs to know when each touch was; a sequence of channels alone does not tell. Take another model.`,
    )
  return rule
}
