import { Chart } from '../../../ui/chart/Chart.tsx'
import { count, percent } from '../../../ui/format/number.ts'

type Rejection = { reason: string | null; leads: number }

export function Rejections({ rejections, size }: { rejections: Rejection[]; size: number }) {
  const total = rejections.reduce((sum, one) => sum + one.leads, 0)
  const [first] = rejections
  const title = first ? `Most are rejected for “${first.reason ?? 'no reason given'}”` : 'Rejected by sales'
  return (
    <Chart
      title={title}
      hint={
        total > 0 ? `${count(total)} leads, ${percent(total / size)} of the cohort` : 'Reasons sales gave'
      }
      kind="bar"
      unit="count"
      isHorizontal
      height={Math.max(140, rejections.length * 32)}
      categoryTitle="Reason"
      categories={rejections.map((one) => one.reason ?? 'no reason given')}
      accent={first ? (first.reason ?? 'no reason given') : undefined}
      series={[{ name: 'Leads', values: rejections.map((one) => one.leads) }]}
      empty={{ children: 'Nobody of this cohort was rejected, or the source does not say so.' }}
    />
  )
}
