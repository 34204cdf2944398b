import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { percent } from '../../../ui/format/number.ts'
import type { attribution } from '../contract.ts'

export type Totals = Out<typeof attribution.totals>
type TotalsChartProps = {
  totals: Totals
  model: 'markov' | 'shapley'
  explain: (what: 'removal' | 'conversions', channel: string) => void
}

const most = 20

/** Removal effects where the model knows them, else the conversions it gives each channel. */
export function TotalsChart({ totals, model, explain }: TotalsChartProps) {
  const size = (row: Totals['rows'][number]) => row.removalEffect ?? row.conversions
  const rows = [...totals.rows].sort((a, b) => size(b) - size(a)).slice(0, most)
  const [first] = rows
  const isMarkov = model === 'markov'
  const share = (first?.conversions ?? 0) / (totals.reconciliation.credited || 1)
  const finding = isMarkov
    ? `Without ${first?.channel} there would be ${percent(first?.removalEffect ?? 0, 0)} fewer sales`
    : `${first?.channel} has ${percent(share, 0)} of the credited sales`
  return (
    <Chart
      kind="bar"
      isHorizontal
      title={first ? finding : 'Channel totals'}
      hint={
        isMarkov ? `Removal effect, Markov chain of order ${totals.order}` : 'Conversions by Shapley value'
      }
      unit={isMarkov ? 'ratio' : 'number'}
      accent={first?.channel}
      categoryTitle="Channel"
      categories={rows.map((row) => row.channel)}
      series={[{ name: isMarkov ? 'Removal effect' : 'Conversions', values: rows.map(size) }]}
      height={Math.max(160, rows.length * 32)}
      onSelect={({ category }) => explain(isMarkov ? 'removal' : 'conversions', category)}
    />
  )
}
