import type { z } from 'zod'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import { metrics } from '../../metrics/contract.ts'
import { type Lead, pipeline } from '../contract.ts'
import type { Step } from './FunnelSteps.tsx'
import { useCohort } from './useCohort.ts'

type Person = z.infer<typeof Lead>
type ExplainStepProps = { step: Step; horizon: number | null; onClose: () => void }

/** What a bar of the funnel counts, and the cohort it is counted from. */
export function ExplainStep({ step, horizon, onClose }: ExplainStepProps) {
  const { cohort, period, where } = useCohort()
  const fed = useQuery(metrics.explain, { metric: 'leads', ...cohort })
  const people = useRows(
    pipeline.leads,
    { ...cohort, reached: step.stage, ...(horizon ? { within: horizon } : {}) },
    50,
  )
  const within = horizon ? ` within ${horizon} days of the first stage` : ', whenever that was'
  return (
    <ExplainDrawer<Person>
      isOpen
      onClose={onClose}
      figure={{ label: `Reached ${step.name}`, value: step.reached, unit: 'count' }}
      definition={`Of everybody who entered the first stage in the period, those who reached ${step.name}${within}.`}
      formula={`count of the cohort with a ${step.name} date${horizon ? ` ≤ first stage + ${horizon} days` : ''}`}
      period={period.label}
      filters={conditionWords(where)}
      sources={fed.data?.imports.map(({ id, file, title, landedAt, rows }) => ({
        id,
        title: `${title} · ${file}`,
        path: `/imports/${id}`,
        at: landedAt,
        note: `${count(rows)} rows of the cohort`,
      }))}
      rows={{
        columns: [
          { id: 'name', title: 'Lead', value: (one) => one.name ?? one.email ?? one.id },
          { id: 'stage', title: 'Stands in', value: (one) => one.stage },
          { id: 'channel', title: 'Channel', value: (one) => one.channel },
          { id: 'enteredOn', title: 'Since', value: (one) => one.enteredOn },
        ],
        rows: people.rows ?? [],
        rowId: (one) => one.id,
        total: people.total,
        hasMore: people.paging.hasMore,
        isLoadingMore: people.paging.isLoadingMore,
        loadMore: () => void people.paging.loadMore(),
      }}
    >
      <ul className="flex flex-col gap-1 text-ink-2">
        {step.imputed > 0 && (
          <li>{`${count(step.imputed)} of them are put in, because a later stage was reached without this one.`}</li>
        )}
        {step.fromFirst !== null && <li>{`${percent(step.fromFirst)} of the whole cohort.`}</li>}
        <li>{`${count(step.leaked)} were rejected or lost here; ${count(step.open)} are still open.`}</li>
      </ul>
      <Button to="/leads" className="self-start">
        See the leads
      </Button>
    </ExplainDrawer>
  )
}
