import type { Fact, Metric } from '../../../engine/query/catalogue.ts'
import { dimensions } from './facts.ts'

const named = (names: string[]): Fact['dimensions'] => ({
  ...Object.fromEntries(names.map((name) => [name, name])),
  currency: 'sold_currency',
  counted_currency: 'currency',
})
const ofSale = dimensions.filter((name) => name !== 'channel' && name !== 'campaign')
const shows = ['closed_on', 'opportunity', 'account', 'opened_at', 'first_at']
const traced = { batch: 'batch', rowNo: 'row_no', isReading: true as const }

/** A sale by the touch it began with, by nothing of its touches, and by every channel that touched it. */
export const saleFacts: Fact[] = [
  {
    name: 'sale_sourced',
    table: 'mart.sale',
    dimensions: named(dimensions),
    shows: [...shows, 'channel', 'campaign', 'value'],
    ...traced,
  },
  {
    name: 'sale_influenced',
    table: 'mart.sale',
    dimensions: named(ofSale),
    shows: [...shows, 'touches', 'value'],
    ...traced,
  },
  {
    name: 'sale_touched',
    table: 'mart.sale_touched',
    dimensions: named(['channel', ...ofSale]),
    shows: [...shows, 'channel', 'value'],
    ...traced,
  },
]

type Told = Pick<Metric, 'id' | 'title' | 'words' | 'formula' | 'additive'>
type Counting = { fact: string; filter?: string; value?: string; sales?: string }

function both(told: Told, { fact, filter, value = 'sum(value)', sales = 'count(*)' }: Counting): Metric[] {
  const rest = { direction: 'up' as const, kind: 'outcome' as const }
  const counted = { fact, day: 'closed_on', ...(filter ? { filter } : {}) }
  return [
    {
      ...told,
      ...rest,
      id: `${told.id}_value`,
      unit: 'money',
      counted: { ...counted, measure: value, currency: 'currency' },
    },
    {
      ...told,
      ...rest,
      id: `${told.id}_won`,
      title: `${told.title}, number`,
      formula: told.formula.replace('won value of', 'number of'),
      unit: 'count',
      counted: { ...counted, measure: sales },
    },
  ]
}

export const saleMetrics: Metric[] = [
  ...both(
    {
      id: 'sourced',
      title: 'Marketing-sourced sales',
      words:
        'Won opportunities whose first touch came before they were opened and was no direct visit. Each belongs to that touch’s channel and campaign alone, so sourced and not sourced add up to all that was won.',
      formula: 'won value of opportunities with a first touch at or before their opening that was not direct',
      additive: true,
    },
    { fact: 'sale_sourced', filter: 'is_sourced' },
  ),
  ...both(
    {
      id: 'influenced',
      title: 'Marketing-influenced sales',
      words:
        'Won opportunities with any touch but a direct visit within the window before the close. It says where marketing was present, not what it brought about.',
      formula: 'won value of opportunities with at least one touch that was not direct',
      additive: true,
    },
    { fact: 'sale_influenced', filter: 'is_influenced' },
  ),
  ...both(
    {
      id: 'touched',
      title: 'Sales a channel touched',
      words:
        'Won opportunities with a touch of the channel before the close. One sale stands under every channel that touched it, so channels are never added up.',
      formula: 'won value of opportunities with at least one touch of the channel, each once',
      additive: false,
    },
    {
      fact: 'sale_touched',
      value: 'list_sum(list_transform(list(distinct {id: opportunity_id, value: value}), lambda x: x.value))',
      sales: 'count(distinct opportunity_id)',
    },
  ),
]
