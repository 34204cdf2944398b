import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { rangeHeight } from '../../../ui/chart/range.ts'
import type { Series } from '../../../ui/chart/shape.ts'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { useNothing } from '../../pipeline/web/index.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { useJourneyFigure } from './ExplainJourneys.tsx'
import { type Asked, modelAt, shareRequest } from './explain.ts'
import { attributed, findingOf, headingOf, isUnsure, nameOf } from './finding.ts'

const most = 20
type RangeChartProps = { report: Report; model: ModelId; hint: string; asked: Asked }

/** For each channel the span of its share over all models; the dot is the chosen one. */
export function RangeChart({ report, model, hint, asked }: RangeChartProps) {
  const share = useExplaining()
  const total = useJourneyFigure()
  const nothing = useNothing('sales with a touch before them')
  const all = attributed(report.rows, model)
  const rows = all.slice(0, most)
  const hasIntervals = rows.some((row) => row.interval)
  const pick = ({ index, series, end }: Picked) => {
    const row = rows[index]
    if (!row) return
    const by = end ? modelAt(row, end) : model
    if (series !== titleOf(model))
      total.explain({ of: 'total', what: 'lower', model: 'markov', channel: row.value })
    else if (by) share.explain(shareRequest(row, report, asked, by))
  }
  return (
    <>
      <Chart
        onSelect={pick}
        kind="range"
        unit="ratio"
        title={findingOf(report)}
        hint={<Legend {...{ report, model, hint, hasIntervals }} />}
        categoryTitle={headingOf(report.by)}
        categories={rows.map((row) => nameOf(row, report.by))}
        series={[chosenSeries(rows, model), ...(hasIntervals ? [learnt(rows)] : [])]}
        remarks={rows.map(inShort)}
        height={rangeHeight(rows.length)}
        empty={nothing}
      />
      {share.drawer}
      {total.drawer}
    </>
  )
}

const chosenSeries = (rows: ReportRow[], model: ModelId): Series => ({
  name: titleOf(model),
  isAccent: true,
  values: rows.map((row) => row.share?.[model] ?? null),
  ends: rows.map(({ lowest, highest }) => (lowest === null || highest === null ? null : [lowest, highest])),
})

const learnt = (rows: ReportRow[]): Series => ({
  name: 'Markov channel totals, 95 %',
  values: rows.map((row) => row.interval?.share ?? null),
  band: rows.map(({ interval }) => (interval ? [interval.lower, interval.upper] : null)),
})

const inShort = (row: ReportRow): string =>
  [
    ...(isUnsure(row) && row.ranks ? [`rank ${row.ranks[0]}–${row.ranks[1]}`] : []),
    ...(row.isThin ? ['few sales'] : []),
  ].join(' · ')

type LegendProps = Omit<RangeChartProps, 'asked'> & { hasIntervals: boolean }

function Legend({ report, model, hint, hasIntervals }: LegendProps) {
  const count = report.rows.filter((row) => !row.isUnattributed).length
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span>{`Share of attributed value · ${hint}`}</span>
      <span className="inline-flex items-center gap-1.5">
        <span className="h-2 w-5 rounded-full bg-(--chart-context)" aria-hidden="true" />
        {`lowest to highest of ${report.models.length} models`}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="size-2.5 rounded-full bg-(--chart-accent)" aria-hidden="true" />
        {titleOf(model)}
      </span>
      {hasIntervals && (
        <span className="inline-flex items-center gap-1.5">
          <span className="h-0.5 w-5 bg-(--chart-2)" aria-hidden="true" />
          Markov channel totals, 95 %
        </span>
      )}
      {count > most && <span>{`the largest ${most} of ${count}`}</span>}
    </span>
  )
}
