import { Chart } from '../../../ui/chart/Chart.tsx'
import { day } from '../../../ui/format/when.ts'
import type { Kpi } from '../../strategy/contract.ts'
import type { MetricForecast } from '../contract.ts'
import type { Against } from '../rules.ts'
import { usePrint } from './FanChart.tsx'

type AgainstChartProps = { kpi: Kpi; data: MetricForecast; found: Against }

/** What came in the agreed period and what is expected of the rest of it, month by month up to the target. */
export function AgainstChart({ kpi, data, found: { months, end, chance } }: AgainstChartProps) {
  const print = usePrint(data)
  const isSum = kpi.definition.isCumulative
  const about = chance === 'over' ? print(end.point) : `about ${print(end.point)}`
  return (
    <Chart
      kind="line"
      title={`${data.title}: ${about} by ${day(kpi.period.to)}, target ${print(kpi.target)}`}
      hint={`${isSum ? 'All since the period began' : 'Each month’s own'}; ${data.method ?? 'no forecast'}; bands hold 80 % and 95 %${isSum ? ', added up month by month' : ''}`}
      categoryTitle="Month"
      categories={months.map((one) => one.period)}
      unit={data.unit}
      currency={data.currency ?? undefined}
      isFromZero={data.unit !== 'ratio'}
      target={{ value: kpi.target, label: 'Target' }}
      series={[
        { name: 'What came', values: months.map((one) => (one.isKnown ? one.point : null)) },
        {
          name: 'Forecast',
          isAccent: true,
          isForecast: true,
          values: months.map((one) => (one.isKnown ? null : one.point)),
          fan: months.map((one) =>
            one.isKnown ? null : { low80: one.lo80, high80: one.hi80, low95: one.lo95, high95: one.hi95 },
          ),
        },
      ]}
    />
  )
}
