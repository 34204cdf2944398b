import { Figure, InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import type { Figure as Asked } from './ExplainJourneys.tsx'

type SpreadFigureProps = {
  label: string
  unit: Unit
  spread: { median: number; p85: number } | null
  period: string
  asks: Pick<Extract<Asked, { of: 'length' }>, 'what' | 'from' | 'to'>
  explain: (figure: Asked) => void
}

/** A median, and what 85 % keep within. */
export function SpreadFigure({ label, unit, spread, period, asks, explain }: SpreadFigureProps) {
  const open = (at: 'median' | 'p85') => () => explain({ of: 'length', at, ...asks })
  return (
    <Figure
      label={label}
      value={spread && Math.round(spread.median * 10) / 10}
      unit={unit}
      reason="No sale in this period has a touch before it."
      period={period}
      onExplain={open('median')}
    >
      {spread && (
        <p className="relative z-1 w-fit text-sm text-ink-2">
          {'median; 85 % within '}
          <InlineFigure
            label={`${label}, 85 % within`}
            value={spread.p85}
            unit={unit}
            onExplain={open('p85')}
          />
        </p>
      )}
    </Figure>
  )
}
