import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Condition } from '../../../ui/where/where.ts'
import type { FuturePoint, MetricForecast } from '../contract.ts'
import { accuracyRequest, expectedRequest, historyRequest } from './derived.ts'

const shownBack = { week: 78, month: 36, quarter: 16 }

/** Prints amounts of the forecast figure: in its unit, whole where it counts things. */
export function usePrint({ unit, currency }: Pick<MetricForecast, 'unit' | 'currency'>) {
  const organisation = useOrganisation()
  return (value: number) => figure(rounded(value, unit), unit, currency ?? organisation.currency)
}

const rounded = (value: number, unit: MetricForecast['unit']): number =>
  unit === 'count' && Math.abs(value) >= 20 ? Math.round(value) : value

/** The last whole period beside the next ones: what was, and what is to come within four cases of five. */
export function Expected({ data }: { data: MetricForecast }) {
  const { where } = useWhere()
  const print = usePrint(data)
  const last = data.history.at(-1)
  const [next] = data.points
  const far = data.points.at(-1)
  const before = data.history.at(-2)
  const shared = { unit: data.unit, currency: data.currency ?? undefined }
  const range = (point: FuturePoint) => `80 %: ${print(point.lo80)} to ${print(point.hi80)}`
  return (
    <FigureRow>
      {last && (
        <Figure
          {...shared}
          label={`${last.period}, the last whole one`}
          value={last.value}
          reference={before && { value: before.value, label: before.period }}
          explain={{ metric: data.metric, from: last.from, to: last.to, where }}
        />
      )}
      {next && (
        <Figure
          {...shared}
          label={`${next.period}, expected`}
          value={rounded(next.point, data.unit)}
          reference={last && { value: last.value, label: last.period }}
          period={range(next)}
          explain={expectedRequest(data, next, where)}
        />
      )}
      {far && far !== next && (
        <Figure
          {...shared}
          label={`${far.period}, expected`}
          value={rounded(far.point, data.unit)}
          reference={last && { value: last.value, label: last.period }}
          period={range(far)}
          explain={expectedRequest(data, far, where)}
        />
      )}
      <Figure
        label="80 % limits held"
        value={data.backtest?.overall.coverage80 ?? null}
        unit="ratio"
        reason={data.backtestRefused ?? undefined}
        period={data.backtest ? `in ${data.backtest.overall.count} looks back` : undefined}
        explain={data.backtest ? accuracyRequest(data, 'coverage80', where) : undefined}
      />
    </FigureRow>
  )
}

export function FanChart({ data, where = [] }: { data: MetricForecast; where?: Condition[] }) {
  const { explain, drawer } = useExplaining()
  const print = usePrint(data)
  const past = data.history.slice(-shownBack[data.grain])
  const nothing = data.points.map(() => null)
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
        categories={[...past, ...data.points].map((one) => one.period)}
        series={[
          { name: 'History', values: [...past.map((one) => one.value), ...nothing] },
          {
            name: 'Forecast',
            isAccent: true,
            isForecast: true,
            values: [...known, ...data.points.map((one) => one.point)],
            fan: [
              ...known,
              ...data.points.map((one) => ({
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

/** A share of cases as people say it. */
export const held = (share: number): string => percent(share, 0)
