import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { money, percent } from '../../../ui/format/number.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type CurveShown, type Fitted, optimiser, type Proposal } from '../contract.ts'
import { perUnit } from './derived.ts'
import { useAsking } from './useAsking.ts'

/** What an even spend a week brings, channel by channel, and where today and the proposal stand on it. */
export function Curves({ data }: { data: Fitted }) {
  const { asking } = useAsking(data.currency)
  const { data: proposal } = useQuery(optimiser.propose, { id: data.run.id, ...asking })
  return (
    <>
      <div className="grid grid-cols-2 gap-(--gap) narrow:grid-cols-1">
        {data.curves.map((curve) => (
          <CurveChart key={curve.name} data={data} curve={curve} proposal={proposal ?? null} />
        ))}
      </div>
      <Notes
        notes={[
          'Bands hold 80 % and 95 % of 100 redraws of the weeks. Beyond the most that was spent in a week a curve is a guess.',
          ...data.leftAlone.map(({ name, reason }) => `${name} has no curve: ${reason}.`),
          ...data.notices,
        ]}
      />
    </>
  )
}

type CurveChartProps = { data: Fitted; curve: CurveShown; proposal: Proposal | null }

function CurveChart({ data, curve, proposal }: CurveChartProps) {
  const { points, today, observed, alpha } = curve
  const row = proposal?.rows.find(({ channel }) => channel === curve.name)
  const marks = [
    { at: nearest(points, today.amount), label: 'Today' },
    ...(row ? [{ at: nearest(points, row.proposed.amount), label: 'Proposed' }] : []),
  ]
  const seen = `${money(observed.least.amount, observed.least.currency)} to ${money(observed.most.amount, observed.most.currency)}`
  return (
    <Chart
      title={`${curve.name}: ${titleOf(curve, row?.marginalToday, data.currency)}`}
      hint={`${capital(curve.says)}; ${percent(alpha, 0)} carries over into the next week; seen: ${seen} a week`}
      kind="line"
      isFromZero
      unit={data.metric.unit as Unit}
      currency={data.metric.currency ?? undefined}
      height={240}
      categoryTitle="Spend a week"
      categories={points.map(({ spend }) => money(Math.round(spend), data.currency, { compact: true }))}
      marks={marks}
      series={[
        {
          name: 'Brings',
          isAccent: true,
          values: points.map(({ outcome }) => outcome),
          fan: points.map((one) => ({
            low80: one.low,
            high80: one.high,
            low95: one.low95,
            high95: one.high95,
          })),
        },
      ]}
    />
  )
}

const titleOf = ({ notices }: CurveShown, marginal: number | undefined, currency: string): string => {
  if (notices.length > 0) return 'the weeks do not tell that it brings anything'
  return marginal === undefined ? 'response to spend' : `one ${currency} more brings ${perUnit(marginal)}`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function nearest(points: CurveShown['points'], spend: number): number {
  return points.reduce(
    (best, point, at) => (Math.abs(point.spend - spend) < Math.abs(points[best]!.spend - spend) ? at : best),
    0,
  )
}
