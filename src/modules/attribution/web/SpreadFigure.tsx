import { useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { figure, type Unit } from '../../../ui/format/figure.ts'

type SpreadFigureProps = {
  label: string
  unit: Unit
  spread: { median: number; p85: number } | null
  period: string
  definition: string
  formula: string
}

/** A median, and what 85 % keep within. */
export function SpreadFigure({ label, unit, spread, period, definition, formula }: SpreadFigureProps) {
  const [isOpen, setOpen] = useState(false)
  const shown = {
    label,
    value: spread && Math.round(spread.median * 10) / 10,
    unit,
    reason: 'No sale in this period has a touch before it.',
  }
  return (
    <>
      <Figure {...shown} period={period} onExplain={() => setOpen(true)}>
        {spread && (
          <p className="tabular text-sm text-ink-2">{`median; 85 % within ${figure(spread.p85, unit)}`}</p>
        )}
      </Figure>
      <ExplainDrawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        figure={shown}
        definition={definition}
        formula={formula}
        period={period}
        filters={[]}
      />
    </>
  )
}
