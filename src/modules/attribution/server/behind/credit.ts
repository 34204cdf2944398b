import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { missing } from '../../../../kernel/errors.ts'
import type { JourneyFigure, ModelId } from '../../contract.ts'
import { models, titleOf } from '../../rules.ts'
import { paged, type Told } from './told.ts'

type Asked = Extract<JourneyFigure, { of: 'credit' | 'sale' }>
type Found = {
  name: string | null
  currency: string
  revenue: number
  credit: number
  weight: number
  people: number
}

/** What one touch was credited with, or all touches of a sale: revenue, weight, and the row of each touch. */
export async function creditTold(ctx: Ctx, asked: Asked): Promise<Told> {
  const { opportunity, model } = asked
  const one = asked.of === 'credit' ? `and c.n = ${asked.touch}` : ''
  const [found] = await ctx.use(warehouse).query<Found>(
    `select any_value(o.name) as name, any_value(j.currency) as currency, any_value(j.revenue * j.unit)::double as revenue,
       sum(c."${model}" * c.unit)::double as credit, sum(c.w_${model})::double as weight, coalesce(max(t.people), 0) as people
     from mart.credit c join mart.journey j using (opportunity_id) join mart.opportunity o using (opportunity_id)
     left join mart.journey_touch t on t.opportunity_id = c.opportunity_id and t.n = c.n
     where c.opportunity_id = $1 ${one} having count(*) > 0`,
    [opportunity],
  )
  if (!found) throw missing('This credit: the opportunity is not won, or has no such touch')
  const { name, currency, revenue, credit, weight, people } = found
  const money = (label: string, value: number) => ({ name: label, value, unit: 'money' as const, currency })
  return {
    figure: {
      label:
        asked.of === 'credit'
          ? `Credit of one touch by ${titleOf(model)}`
          : `Credits of the sale by ${titleOf(model)}`,
      value: credit,
      unit: 'money',
      currency,
    },
    definition: `A touch’s part in the revenue of ${name ?? opportunity}. ${wordsOf(model)}`,
    formula:
      'revenue × weight of the touch, in whole minor units; what is left of the revenue goes one by one to the largest fractions, of equal ones to the earlier touch',
    conditions: [`opportunity is ${name ?? opportunity}`, `model is ${titleOf(model)}`],
    parts: [
      money('Revenue', revenue),
      {
        name: asked.of === 'credit' ? 'Weight of the touch' : 'Weights of all its touches',
        value: weight,
        unit: 'ratio',
        currency: null,
      },
      money('Revenue × weight', revenue * weight),
      money('Made up by rounding to whole minor units', credit - revenue * weight),
    ],
    says:
      asked.of === 'credit' && people > 1
        ? [`${people} rows are this one touch; the first of them is shown.`]
        : [],
    signals: [],
    adds: 'credit',
    page: paged(ctx, {
      sql: `select c."at"::date::varchar as at, c.channel, c.campaign, c.n as touch, c.m as of_touches, c.w_${model} as weight,
        (c."${model}" * c.unit)::double as credit, c.batch, c.row_no from mart.credit c where c.opportunity_id = $1 ${one}`,
      params: [opportunity],
      columns: ['at', 'channel', 'campaign', 'touch', 'of_touches', 'weight', 'credit'],
      order: 'touch',
      adds: 'credit',
    }),
  }
}

const wordsOf = (model: ModelId): string => models.find(({ id }) => id === model)?.words ?? ''
