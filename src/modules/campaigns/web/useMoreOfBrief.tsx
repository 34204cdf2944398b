import { Money } from '../../../ui/format/Values.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Brief, Campaign } from '../contract.ts'
import { targetWords } from './words.tsx'

/** What a brief says besides its text: demand target, KPIs, planned cost. */
export function useMoreOfBrief(
  brief: Brief,
  { planned, hidesCost }: Pick<Campaign, 'planned' | 'hidesCost'>,
) {
  const items = useQuery(metrics.catalogue, {}, { isOn: useCan()('metrics:read') }).data?.items
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
  ]
}
