import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { FuturePoint, MetricForecast } from '../contract.ts'
import { accuracyRequest, expectedRequest } from './derived.ts'
import { rounded, usePrint } from './FanChart.tsx'

/** The last whole period, the one that runs, and the next ones: what was, and what is to come in four cases of five. */
export function Expected({ data }: { data: MetricForecast }) {
  const { where } = useWhere()
  const last = data.history.at(-1)
  const before = data.history.at(-2)
  const [next] = data.points
  const far = data.points.at(-1)
  return (
    <FigureRow>
      {last && (
        <Figure
          unit={data.unit}
          currency={data.currency ?? undefined}
          label={`${last.period}, the last whole one`}
          value={last.value}
          reference={before && { value: before.value, label: before.period }}
          explain={{ metric: data.metric, from: last.from, to: last.to, where }}
        />
      )}
      <SoFar data={data} />
      {next && <Ahead data={data} point={next} />}
      {far && far !== next && <Ahead data={data} point={far} />}
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

function SoFar({ data }: { data: MetricForecast }) {
  const { where } = useWhere()
  const print = usePrint(data)
  const { running } = data
  if (!running || running.soFar === null) return null
  const { expected, isUsed, seenTo } = running
  return (
    <Figure
      unit={data.unit}
      currency={data.currency ?? undefined}
      label={`${running.period}, so far`}
      value={running.soFar}
      period={isUsed && expected ? `of an expected ${print(expected.point)}` : `to ${seenTo}, left out`}
      explain={{ metric: data.metric, from: running.from, to: seenTo, where }}
    />
  )
}

function Ahead({ data, point }: { data: MetricForecast; point: FuturePoint }) {
  const { where } = useWhere()
  const print = usePrint(data)
  const last = data.history.at(-1)
  return (
    <Figure
      unit={data.unit}
      currency={data.currency ?? undefined}
      label={`${point.period}, expected`}
      value={rounded(point.point, data.unit)}
      reference={last && { value: last.value, label: last.period }}
      period={`80 %: ${print(point.lo80)} to ${print(point.hi80)}`}
      explain={expectedRequest(data, point, where)}
    />
  )
}
