import type { ReactNode } from 'react'
import { Select } from '../../../ui/parts/Select.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import { pipeline } from '../contract.ts'
import type { Beside } from './FunnelSteps.tsx'
import { useCohort } from './useCohort.ts'
import { Where } from './Where.tsx'

/** A second funnel beside the first: the period it is compared with, or another segment of the same period. */
export function useOther(horizon: { horizon?: number }): { chooser: ReactNode; beside: Beside | undefined } {
  const [kind, setKind] = useUrl('beside', 'none')
  const period = usePeriod()
  const own = useCohort()
  const segment = useCohort('where2')
  const isPeriod = kind === 'period' && period.compare !== null
  const isSegment = kind === 'segment' && segment.where.length > 0
  const before = period.compare ? { from: period.compare.startsOn, to: period.compare.endsOn } : {}
  const cohort = isPeriod ? { ...before, where: own.where } : segment.cohort
  const asked = useQuery(pipeline.funnel, { ...cohort, ...horizon }, { isOn: isPeriod || isSegment })
  const options = [
    { value: 'none', label: 'One funnel' },
    ...(period.compare ? [{ value: 'period', label: `Beside ${period.compare.label}` }] : []),
    { value: 'segment', label: 'Beside another segment' },
  ]
  const label = isPeriod
    ? (period.compare?.label ?? '')
    : conditionWords(segment.where)
        .map(({ value }) => value)
        .join(', ')
  const steps = isPeriod || isSegment ? (asked.data?.total ?? []) : []
  const [first] = steps
  return {
    chooser: (
      <div className="flex flex-wrap items-center gap-2">
        <Select label="Compare" value={kind} options={options} onChange={setKind} />
        {kind === 'segment' && <Where name="where2" />}
      </div>
    ),
    beside: first && {
      steps,
      label,
      of: {
        first,
        kind: asked.data?.cohort.kind ?? 'contact',
        period: isPeriod ? label : period.label,
        range: isPeriod ? before : period.range,
        where: cohort.where,
        horizon: horizon.horizon ?? null,
      },
    },
  }
}
