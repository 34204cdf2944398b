import type { Ctx } from '../../../../kernel/ctx.ts'
import { sum } from '../../../../methods/attribution.ts'
import { unattributed } from '../../../metrics/rules.ts'
import type { JourneyFigure } from '../../contract.ts'
import { journeysOf } from '../journeys-of.ts'
import { saleCurrency } from '../report.ts'
import { untouched } from '../totals.ts'
import { journeysWith, pageOfLines } from './journeys.ts'
import { journeysSql, opportunitySql, paged, type Told } from './told.ts'
import { touchesOf } from './total.ts'

type Asked = Extract<JourneyFigure, { of: 'totals' }>
type What = Asked['what']

const words: Record<What, { label: string; definition: string; formula: string }> = {
  conversions: {
    label: 'Conversions',
    definition: 'All sales, those with a touch before them and those without.',
    formula: 'credited + unattributed',
  },
  credited: {
    label: 'Conversions credited',
    definition: 'Sales with a touch before them, which the channels share.',
    formula: 'number of sales with a touch',
  },
  unattributed: {
    label: 'Conversions unattributed',
    definition: 'Sales without a touch before them; never spread over channels.',
    formula: 'number of sales without a touch',
  },
  nulls: {
    label: 'Journeys without a sale',
    definition:
      'Lost opportunities with a touch, and people who are part of no opportunity; open opportunities are left out, for nobody knows yet how they end.',
    formula: 'sum of the ends without a sale',
  },
  value: {
    label: 'Value',
    definition: 'The revenue of all sales, in one currency.',
    formula: 'credited + unattributed',
  },
  valueCredited: {
    label: 'Value credited',
    definition: 'The revenue of sales with a touch before them, which the channels share.',
    formula: 'sum of the revenue of sales with a touch',
  },
  valueUnattributed: {
    label: 'Value unattributed',
    definition: 'The revenue of sales without a touch before them; never spread over channels.',
    formula: 'sum of the revenue of sales without a touch',
  },
}
const isValue = (what: What): boolean => what.startsWith('value')
const touched: Record<What, string> = {
  ...{ conversions: 'true', value: 'true', nulls: 'true' },
  ...{ credited: 'j.touches > 0', valueCredited: 'j.touches > 0' },
  ...{ unattributed: 'j.touches = 0', valueUnattributed: 'j.touches = 0' },
}

/** The figures of the line that reconciles channel totals with what was sold. */
export async function totalsTold(ctx: Ctx, { what, journeys: of }: Asked): Promise<Told> {
  const { journeys, places } = await journeysOf(ctx, of)
  const left = of === 'table' ? { sales: 0, value: 0 } : await untouched(ctx)
  const [sales, value, nulls] = [sum(journeys.conversions), sum(journeys.values), sum(journeys.nulls)]
  const currency = of === 'table' ? null : await saleCurrency(ctx)
  const values: Record<What, number> = {
    ...{ credited: sales, unattributed: left.sales, conversions: sales + left.sales, nulls },
    ...{ valueCredited: value, valueUnattributed: left.value, value: value + left.value },
  }
  const unit = isValue(what) && currency ? 'money' : 'number'
  const part = (name: What) =>
    ({
      name: words[name].label,
      value: values[name],
      unit,
      currency: isValue(what) ? currency : null,
    }) as const
  const sums: Partial<Record<What, What[]>> = {
    conversions: ['credited', 'unattributed'],
    value: ['valueCredited', 'valueUnattributed'],
  }
  const shared = {
    definition: words[what].definition,
    formula: words[what].formula,
    figure: {
      label: words[what].label,
      value: values[what],
      unit,
      currency: isValue(what) ? currency : null,
    } as const,
    conditions: [of === 'table' ? 'of the imported table of journeys' : 'all journeys, whatever the period'],
    parts: (sums[what] ?? []).map(part),
    says:
      isValue(what) && currency
        ? [`Only sales in ${currency} count; money is not added across currencies.`]
        : [],
    signals: sales + left.sales > 0 ? [unattributed(left.sales / (sales + left.sales))] : [],
  }
  if (of === 'opportunities' && what !== 'nulls') {
    const adds = isValue(what) ? 'value' : 'sales'
    const page = paged(ctx, {
      sql: `select ${opportunitySql}, 1 as sales, j.touches from ${journeysSql} where j.outcome = 'won' and ${touched[what]} ${isValue(what) ? 'and j.is_counted' : ''}`,
      params: [],
      columns: ['opportunity', 'account', 'closed_on', 'touches', isValue(what) ? 'value' : 'sales'],
      order: 'closed_on desc nulls last',
      adds,
    })
    return { ...shared, adds, page }
  }
  const adds = what === 'nulls' ? 'without_sale' : isValue(what) ? 'value' : 'sales'
  const lines = journeysWith(journeys, null)
    .map((one) => ({ ...one, without_sale: one.nulls }))
    .filter((one) => Number(one[adds]) !== 0 && what !== 'unattributed' && what !== 'valueUnattributed')
  const batches = of === 'table' ? new Map<number, number>() : await touchesOf(ctx, null)
  return { ...shared, adds, page: pageOfLines({ columns: ['path', adds], adds, lines, places, batches }) }
}
