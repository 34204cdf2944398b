import type { JourneyFigure } from '../../contract.ts'
import { noChannel } from '../path-mart.ts'
import type { credit } from '../totals.ts'
import type { Journey } from './journeys.ts'
import type { Told } from './told.ts'

type Row = ReturnType<typeof credit>['rows'][number]
export type Held = {
  row: Row
  rows: Row[]
  probability: number | null
  what: Extract<JourneyFigure, { of: 'total' }>['what']
  holding: Journey[]
  order: number
  channel: string
  conversions: number
  value: number
  currency: string | null
  interval: { share: number; lower: number; upper: number } | null
}
type Arithmetic = Pick<Told, 'figure' | 'definition' | 'formula' | 'parts' | 'says'>
type Part = Told['parts'][number]

export const titles = (channel: string): string =>
  channel === noChannel ? 'touches without a channel' : channel

const ratio = (name: string, value: number | null): Part => ({ name, value, unit: 'ratio', currency: null })
const number = (name: string, value: number): Part => ({ name, value, unit: 'number', currency: null })
const worth = (name: string, value: number, currency: string | null): Part => ({
  name,
  value,
  unit: currency ? 'money' : 'number',
  currency,
})

/** Every figure the Markov chain gives a channel follows from its removal effect. */
export function markovArithmetic(held: Held): Arithmetic {
  if (held.what === 'removal') return removal(held)
  if (held.what === 'lower' || held.what === 'upper') return interval(held)
  return inProportion(held)
}

function removal({ row, probability, channel, holding }: Held): Arithmetic {
  const p = probability ?? 0
  const without = p * (1 - (row.removalEffect ?? 0))
  return {
    figure: {
      ...ratio(`Removal effect of ${titles(channel)}`, row.removalEffect),
      label: `Removal effect of ${titles(channel)}`,
    },
    definition: `The share of sales that would be lost were ${titles(channel)} taken out of the graph of all journeys: every walk that comes to it ends without a sale.`,
    formula: '1 − P(sale without the channel) ÷ P(sale)',
    parts: [
      ratio('P(sale): sales ÷ all journeys', p),
      ratio('P(sale without the channel)', without),
      ratio('Removal effect', row.removalEffect),
    ],
    says: [graphSays(holding)],
  }
}

function inProportion({ row, rows, what, holding, channel, conversions, value, currency }: Held): Arithmetic {
  const isValue = what === 'value'
  const effect = (one: Row) => (isValue ? one.valueEffect : one.removalEffect) ?? 0
  const all = rows.reduce((sum, one) => sum + effect(one), 0)
  const label = `${isValue ? 'Value' : 'Conversions'} of ${titles(channel)} by Markov`
  const of = isValue ? 'value' : 'conversions'
  return {
    figure: { ...(isValue ? worth('', row.value, currency) : number('', row.conversions)), label },
    definition: `The part of all credited ${of} that falls to ${titles(channel)}, in proportion to what would be lost without each channel.`,
    formula: `${of} of all journeys × removal effect ÷ sum of the removal effects of all channels`,
    parts: [
      isValue
        ? worth('Value of all journeys', value, currency)
        : number('Conversions of all journeys', conversions),
      ratio(isValue ? 'Removal effect on value' : 'Removal effect', effect(row)),
      ratio('Sum of the removal effects', all),
      isValue
        ? worth('Value × removal effect ÷ sum', all === 0 ? 0 : (value * effect(row)) / all, currency)
        : number('Conversions × removal effect ÷ sum', all === 0 ? 0 : (conversions * effect(row)) / all),
    ],
    says: [
      graphSays(holding),
      'A total of this model is no sum of rows: journeys hold several channels, and what one is worth depends on all of them.',
    ],
  }
}

function interval({ row, rows, what, channel, interval: found, holding }: Held): Arithmetic {
  const all = rows.reduce((sum, one) => sum + (one.removalEffect ?? 0), 0)
  const value = what === 'lower' ? found!.lower : found!.upper
  return {
    figure: {
      label: `Share of ${titles(channel)} by Markov, ${what} limit`,
      value,
      unit: 'ratio',
      currency: null,
    },
    definition: 'In 95 of 100 other draws of as many journeys the share would lie between these limits.',
    formula:
      'bootstrap: the journeys are drawn again and again with replacement, and the share worked out each time; the limits are the 2.5th and 97.5th percentile',
    parts: [
      ratio('Removal effect', row.removalEffect),
      ratio('Sum of the removal effects', all),
      ratio('Share: removal effect ÷ sum', all === 0 ? null : (row.removalEffect ?? 0) / all),
      ratio('Lower limit', found!.lower),
      ratio('Upper limit', found!.upper),
    ],
    says: [graphSays(holding)],
  }
}

/** Every journey is shared evenly by its different channels, so that the rows add up to the figure. */
export function shapleyArithmetic({ row, what, channel, currency, holding }: Held): Arithmetic {
  const isValue = what === 'value'
  const of = isValue ? 'value' : 'conversions'
  return {
    figure: {
      ...(isValue ? worth('', row.value, currency) : number('', row.conversions)),
      label: `${isValue ? 'Value' : 'Conversions'} of ${titles(channel)} by Shapley value`,
    },
    definition: `The average part of ${titles(channel)} in the sales of all coalitions of channels: every sale is shared evenly by the different channels of its journey.`,
    formula: `sum over the journeys that hold the channel of ${of} ÷ number of different channels`,
    parts: [],
    says: [graphSays(holding)],
  }
}

function graphSays(holding: Journey[]): string {
  const sum = (of: (one: Journey) => number) =>
    holding.reduce((all, one) => all + of(one), 0).toLocaleString('en')
  return `The channel is in ${holding.length.toLocaleString('en')} different journeys, with ${sum((one) => one.sales)} sales and ${sum((one) => one.nulls)} ends without one.`
}
