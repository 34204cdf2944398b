import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { Condition } from '../../../ui/where/where.ts'
import type { MetricForecast } from '../contract.ts'
import { expectedRequest, historyRequest } from './derived.ts'

const shownBack = { week: 78, month: 36, quarter: 16 }

/** Prints amounts of the forecast figure: in its unit, whole where it counts things. */
export function usePrint({ unit, currency }: Pick<MetricForecast, 'unit' | 'currency'>) {
  const organisation = useOrganisation()
  return (value: number) => figure(rounded(value, unit), unit, currency ?? organisation.currency)
}

export const rounded = (value: number, unit: MetricForecast['unit']): number =>
  unit === 'count' && Math.abs(value) >= 20 ? Math.round(value) : value

export function FanChart({ data, where = [] }: { data: MetricForecast; where?: Condition[] }) {
  const { explain, drawer } = useExplaining()
  const print = usePrint(data)
  const past = data.history.slice(-shownBack[data.grain])
  const ahead = aheadOf(data)
  const nothing = ahead.map(() => null)
  const known = past.map(() => null)
  const [next] = data.points
  const title = next
    ? `${data.title}: about ${print(next.point)} in ${next.period}, between ${print(next.lo80)} and ${print(next.hi80)} in four cases of five`
    : data.title
  const season = data.season === 'none' ? 'no season found' : `with its season (${data.season})`
  const pick = ({ index }: Picked) => {
    const point = data.points[index - past.length]
    if (point) explain(expectedRequest(data, point, where))
    else explain(historyRequest(data, data.history.length - past.length + index, where))
  }
  return (
    <>
      <Chart
        onSelect={pick}
        title={title}
        hint={`${data.method}, ${season}; bands hold 80 % and 95 %`}
        kind="line"
        isFromZero={data.unit === 'count'}
        unit={data.unit}
        currency={data.currency ?? undefined}
        height={320}
        categoryTitle="Period"
        categories={[...past, ...ahead].map((one) => one.period)}
        series={[
          { name: 'History', values: [...past.map((one) => one.value), ...nothing] },
          {
            name: 'Forecast',
            isAccent: true,
            isForecast: true,
            values: [...known, ...ahead.map((one) => one.point)],
            fan: [
              ...known,
              ...ahead.map((one) => ({
                low80: one.lo80,
                high80: one.hi80,
                low95: one.lo95,
                high95: one.hi95,
              })),
            ],
          },
        ]}
      />
      {drawer}
    </>
  )
}

/** The running period with what is expected of it, where the forecast goes on from there, and what lies ahead. */
const aheadOf = ({ running, points }: MetricForecast) =>
  running?.isUsed && running.expected
    ? [{ period: `${running.period}, so far`, ...running.expected }, ...points]
    : points

/** A share of cases as people say it. */
export const held = (share: number): string => percent(share, 0)
