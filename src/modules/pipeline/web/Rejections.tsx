import { Chart } from '../../../ui/chart/Chart.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { type Cohort, refused } from './counted.ts'
import { useBehind } from './ExplainBehind.tsx'

type Rejection = { reason: string | null; leads: number }

export function Rejections({ rejections, of }: { rejections: Rejection[]; of: Cohort }) {
  const { explain, drawer } = useBehind()
  const total = rejections.reduce((sum, one) => sum + one.leads, 0)
  const [first] = rejections
  const title = first ? `Most are rejected for “${first.reason ?? 'no reason given'}”` : 'Rejected by sales'
  const hint = `${count(total)} leads, ${percent(total / of.first.reached)} of the cohort`
  return (
    <>
      <Chart
        title={title}
        hint={total > 0 ? hint : 'Reasons sales gave'}
        kind="bar"
        unit="count"
        isHorizontal
        height={Math.max(140, rejections.length * 32)}
        categoryTitle="Reason"
        categories={rejections.map((one) => one.reason ?? 'no reason given')}
        accent={first ? (first.reason ?? 'no reason given') : undefined}
        series={[{ name: 'Leads', values: rejections.map((one) => one.leads) }]}
        empty={{ children: 'Nobody of this cohort was rejected, or the source does not say so.' }}
        onSelect={({ index }) => {
          const one = rejections[index]
          if (one) explain(refused(of, one.reason, one.leads))
        }}
      />
      {drawer}
    </>
  )
}
