import { Chart } from '../../../ui/chart/Chart.tsx'
import { day } from '../../../ui/format/when.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import type { Detail } from '../contract.ts'
import { amount, percent } from './words.ts'

/** What is left over the days, beside what was done under the scope. */
export function BurnTab({ data }: { data: Detail }) {
  const { sprint, burn, days, forecast } = data
  const last = burn.at(-1)
  if (!last)
    return (
      <p className="text-ink-2">
        It has not begun. Take items in, then begin: what is in it then is the commitment.
      </p>
    )
  const categories = days.map((one) => day(one))
  const of = (value: (point: (typeof burn)[number]) => number) =>
    days.map((_, at) => (burn[at] ? value(burn[at]) : null))
  const ideal = days.map((_, at) => sprint.committed * (1 - at / Math.max(1, days.length - 1)))
  return (
    <>
      {forecast.says && (
        <Notice tone={forecast.chance === null ? 'neutral' : forecast.chance >= 0.85 ? 'good' : 'warn'}>
          {forecast.says}
          {forecast.chance !== null &&
            ` The chance that it is all done by the last day is ${percent(forecast.chance)}.`}
        </Notice>
      )}
      <Chart
        title={`Burndown: ${amount(last.left, sprint.measure)} are left`}
        hint={`In ${sprint.measure}, at the end of each day`}
        kind="line"
        unit="number"
        isFromZero
        categories={categories}
        series={[
          { name: 'Left', values: of((point) => point.left), isAccent: true },
          { name: 'Even pace', values: ideal, isForecast: true },
        ]}
      />
      <Chart
        title={`Burnup: ${amount(last.done, sprint.measure)} of ${amount(last.scope, sprint.measure)} are done`}
        hint={`Scope changed by ${amount(last.added, sprint.measure)} since the start`}
        kind="line"
        unit="number"
        isFromZero
        categories={categories}
        series={[
          { name: 'Done', values: of((point) => point.done), isAccent: true },
          { name: 'Scope', values: of((point) => point.scope) },
        ]}
      />
    </>
  )
}
