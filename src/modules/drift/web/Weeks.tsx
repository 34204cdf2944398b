import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Week } from '../contract.ts'

/** The distance and its parts, week by week as they were kept. */
export function Weeks({ weeks }: { weeks: Week[] }) {
  if (weeks.length === 0)
    return (
      <p className="text-ink-2">
        No week is kept yet. Every night the figures of the running week are kept; “Keep this week” does it
        now.
      </p>
    )
  const of = (name: keyof Week['figures']) => weeks.map((one) => one.figures[name])
  return (
    <>
      <Chart
        title="Drift, week by week"
        hint="Each week as it was kept last."
        kind="line"
        unit="ratio"
        isFromZero
        categories={weeks.map((one) => one.on)}
        categoryTitle="Week of"
        accent="Distance"
        series={[
          { name: 'Distance', values: of('distance') },
          { name: 'Actual spend', values: of('actual') },
          { name: 'Planned spend', values: of('plan') },
          { name: 'Hours', values: of('hours') },
          { name: 'What runs', values: of('old') },
        ]}
      />
      {weeks.length === 1 && (
        <p className="text-sm text-ink-2">One week is kept so far; a line begins with the second.</p>
      )}
    </>
  )
}
