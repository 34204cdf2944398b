import type { Filter } from '../../../engine/query/query.ts'
import { figure } from '../../../ui/format/figure.ts'
import type { ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { Coverage } from '../contract.ts'

/** What coverage is made of; its rows are the open opportunities. */
export function coverageRequest(data: Coverage, where: Filter[]): ExplainRequest {
  const { currency } = data
  const own = { dimension: 'currency', is: 'in' as const, values: [currency] }
  const money = (value: number | null) => figure(value, 'money', currency)
  const missing = data.target === null ? null : Math.max(0, data.target - data.won)
  return {
    metric: 'pipeline_value',
    where: [...where, own],
    derived: {
      label: `Coverage, ${data.label}`,
      value: data.coverage,
      unit: 'times',
      ...(data.reason ? { reason: data.reason } : {}),
      definition:
        'How many times the amount of all open opportunities covers the bookings target of the period, whenever they were opened and wherever they stand.',
      formula: 'pipeline value ÷ target',
      parts: [
        { name: 'Open opportunities', value: figure(data.openCount, 'count') },
        { name: 'Pipeline value', value: money(data.open) },
        { name: `÷ target${setBy(data)}`, value: money(data.target) },
        { name: 'Won already', value: money(data.won) },
        { name: 'Still to be won', value: money(missing) },
        { name: 'Covers what is still to be won', value: figure(data.ofRest, 'times') },
      ],
      says: [`Seen from ${data.on}.`, ...data.notes],
    },
  }
}

const setBy = ({ setBy: names }: Coverage): string =>
  names.length > 0 ? `, set by ${names.join(' and ')}` : ''
