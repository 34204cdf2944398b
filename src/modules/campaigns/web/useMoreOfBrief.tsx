import { Money } from '../../../ui/format/Values.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { fieldCell, useFields } from '../../fields/web/index.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Brief, Campaign } from '../contract.ts'
import { targetWords } from './words.tsx'

/** What a brief says besides its text: demand target, KPIs, planned cost. */
export function useMoreOfBrief(
  brief: Brief,
  { planned, hidesCost, level }: Pick<Campaign, 'planned' | 'hidesCost' | 'level'>,
) {
  const items = useQuery(metrics.catalogue, {}, { isOn: useCan()('metrics:read') }).data?.items
  const { items: fields, nameOf } = useFields(level)
  return [
    {
      label: 'Demand target',
      value: brief.demand && <strong className="font-semibold">{targetWords(brief.demand, items)}</strong>,
    },
    { label: 'KPIs', value: brief.kpis.map((one) => targetWords(one, items)).join('\n') },
    {
      label: 'Planned cost',
      value: hidesCost ? (
        <span className="text-ink-3">You may not see costs</span>
      ) : (
        planned && <Money {...planned} />
      ),
    },
    ...fields
      .filter((one) => !one.isRetired || brief.fields[one.id] !== undefined)
      .map((field) => ({
        label: field.isRetired ? `${field.label} (retired)` : field.label,
        value: fieldCell({ field, value: brief.fields[field.id], nameOf }),
      })),
  ]
}
