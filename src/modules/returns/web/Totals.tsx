import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import type { returns } from '../contract.ts'
import { amountOf, currencyOf, type Shown, shown } from './columns.ts'
import { ExplainExpected } from './ExplainExpected.tsx'
import type { Asking } from './useReturn.ts'

const tiles = shown.filter((one) => one.name !== 'opportunities' && one.name !== 'sales')
const better: Partial<Record<Shown['name'], 'up' | 'down'>> = {
  costPerOpportunity: 'down',
  costPerSale: 'down',
  wonValue: 'up',
  roi: 'up',
}

type TotalsProps = { data: Out<typeof returns.table>; asking: Asking }

export function Totals({ data, asking }: TotalsProps) {
  const { label } = usePeriod()
  const [open, setOpen] = useState<Shown | null>(null)
  const { total, metrics } = data
  const { from, to, where } = asking
  const titles: Partial<Record<Shown['name'], string>> = {
    cost: asking.costs === 'media' ? 'Media cost' : 'Cost',
    costPerOpportunity: 'Cost per opportunity',
    costPerSale: 'Cost per sale',
    roi: asking.costs === 'media' ? 'ROMI' : 'ROI',
  }
  return (
    <FigureRow>
      {tiles.map((column) => (
        <Figure
          key={column.name}
          label={titles[column.name] ?? column.title}
          value={amountOf(total, column.name)}
          currency={currencyOf(total, column.name)}
          unit={column.unit}
          better={better[column.name] ?? 'none'}
          period={total.soFar && column.isExpected ? `expected, ${label}` : label}
          reason={total.cost ? column.reason : 'No spend is known for this period.'}
          {...(column.isExpected && total.soFar
            ? { onExplain: () => setOpen(column) }
            : {
                explain: {
                  metric: metrics[column.name],
                  ...(from ? { from } : {}),
                  ...(to ? { to } : {}),
                  where,
                },
              })}
        />
      ))}
      {open && (
        <ExplainExpected
          row={total}
          column={open}
          about={{ metric: metrics[open.name], asking, where }}
          onClose={() => setOpen(null)}
        />
      )}
    </FigureRow>
  )
}
