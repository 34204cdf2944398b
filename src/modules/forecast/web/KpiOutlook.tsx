import { Card } from '../../../ui/parts/Card.tsx'
import type { Kpi } from '../../strategy/contract.ts'
import MetricOutlook from './MetricOutlook.tsx'

/** Where the metric of a KPI agreement is heading by month, beside what was agreed. */
export default function KpiOutlook({ kpi }: { kpi: Kpi }) {
  const { metric, conditions } = kpi.definition
  if (metric === null || (kpi.state !== 'signed' && kpi.state !== 'open')) return null
  if (conditions.length === 0) return <MetricOutlook metric={metric} grain="month" />
  return (
    <Card title="Forecast">
      <p className="text-ink-2">
        {`The forecast of the metric counts everything; this agreement counts only ${conditions.join(', ')}.`}
      </p>
    </Card>
  )
}
