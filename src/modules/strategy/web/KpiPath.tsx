import { Chart } from '../../../ui/chart/Chart.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Kpi, strategy } from '../contract.ts'

const kinds = {
  straight: 'in equal steps',
  seasonal: 'as the same months were before',
  custom: 'as agreed by month',
}

/** The path month by month, and what came. */
export function KpiPath({ kpi }: { kpi: Kpi }) {
  const asked = useQuery(strategy.kpiSteps, { id: kpi.id })
  const items = asked.data?.items ?? []
  const { unit, currency, isCumulative } = kpi.definition
  const what = isCumulative ? 'All since the period began' : 'Each month’s own'
  return (
    <Chart
      kind="line"
      title={`${kpi.definition.title} on its path`}
      hint={`${what}; the path goes ${kinds[kpi.pathKind]}`}
      categoryTitle="Month"
      categories={items.map((one) => one.label)}
      series={[
        { name: 'Actual', values: items.map((one) => one.actual), isAccent: true },
        { name: 'Path', values: items.map((one) => one.expected), isForecast: true },
      ]}
      unit={unit}
      {...(currency ? { currency } : {})}
      isFromZero={unit !== 'ratio'}
      target={{ value: kpi.target, label: 'Target' }}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    />
  )
}
