import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { returns } from '../contract.ts'
import { amountOf, currencyOf, reasonOf, type Shown, shown } from './columns.ts'
import { requestOf } from './derived.ts'
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
  const { currency } = useOrganisation()
  const { total, metrics } = data
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
          reason={reasonOf(total, column.name)}
          explain={requestOf(
            total,
            column,
            { metric: metrics[column.name], asking, where: asking.where },
            currency,
          )}
        />
      ))}
    </FigureRow>
  )
}
