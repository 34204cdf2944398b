import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useBehind } from '../../metrics/web/index.ts'
import type { Data, Tile } from './Economics.tsx'
import type { Asking } from './useReturn.ts'

type ExplainTileProps = {
  tile: Tile
  data: Data
  asking: Pick<Asking, 'from' | 'to' | 'where'>
  onClose: () => void
}

/** An estimate from assumptions: its parts, and the rows that its measured parts were counted from. */
export function ExplainTile({ tile, data, asking, onClose }: ExplainTileProps) {
  const { currency } = useOrganisation()
  const { notes, ...behind } = useBehind(tile.metric, asking)
  const money = (one: Data['averageValue']) => figure(one?.amount, 'money', one?.currency ?? currency)
  const parts = [
    ['Cost per new customer', money(data.acquisitionCost)],
    ['Average won value', money(data.averageValue)],
    ['Gross margin', percent(data.assumptions.grossMargin, 0)],
    ['Margin a month', money(data.monthlyMargin)],
    ['Lifetime in months', String(data.assumptions.lifetimeMonths)],
  ]
  return (
    <ExplainDrawer
      {...behind}
      isOpen
      onClose={onClose}
      figure={tile}
      definition="Follows from the figures of the period and the stated assumptions; it is an estimate, not a measurement."
      formula={tile.formula}
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-md border border-line px-3 py-2">
        {parts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <Notes notes={notes} />
    </ExplainDrawer>
  )
}
