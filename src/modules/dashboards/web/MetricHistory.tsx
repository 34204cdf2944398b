import { Suspense } from 'react'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { MetricOutlook } from '../../forecast/web/index.ts'
import { type MetricShown, metrics } from '../../metrics/contract.ts'
import { currencyOf, drawn, pickedIn } from '../../metrics/web/index.ts'

const grains = ['week', 'month', 'quarter'] as const
const options = grains.map((value) => ({ value, label: `by ${value}` }))
const shown = { week: 104, month: 36, quarter: 20 }

/** All that was counted so far, and where it is heading, in the same steps. */
export function MetricHistory({ metric }: { metric: MetricShown }) {
  const [wanted, set] = useUrl('grain', 'month')
  const grain = grains.find((one) => one === wanted) ?? 'month'
  return (
    <>
      <Segmented label="Steps" value={grain} options={options} onChange={set} />
      <History metric={metric} grain={grain} />
      <Suspense>
        <MetricOutlook metric={metric.id} grain={grain} />
      </Suspense>
    </>
  )
}

function History({ metric, grain }: { metric: MetricShown; grain: (typeof grains)[number] }) {
  const asking = { metrics: [metric.id], by: [], grain, where: [] }
  const asked = useQuery(metrics.query, asking)
  const { explain, drawer } = useExplaining()
  const rows = asked.data?.rows ?? []
  const periods = asked.data?.periods?.slice(-shown[grain])
  const { series, ...drawing } = drawn(rows, asking, [metric], periods)
  return (
    <>
      <Chart
        {...drawing}
        title={`${metric.title} by ${grain}`}
        hint={`The last ${periods?.length ?? 0} ${grain}s with their rows; the newest may be unfinished`}
        unit={metric.unit}
        currency={currencyOf(rows.at(-1)?.[metric.id])}
        series={series.map((one) => ({ ...one, isAccent: true }))}
        isFromZero={metric.unit !== 'ratio'}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{ children: 'Nothing has been counted yet.' }}
        onSelect={(picked) => explain(pickedIn(rows, asking, [metric], picked))}
      />
      {drawer}
    </>
  )
}
