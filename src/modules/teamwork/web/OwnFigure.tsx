import { type ReactNode, useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure, type FigureProps } from '../../../ui/figure/Figure.tsx'
import type { Column } from '../../../ui/list/columns.ts'

type OwnFigureProps<Row extends { id: string }> = Pick<
  FigureProps,
  'label' | 'value' | 'unit' | 'better' | 'period' | 'outOf' | 'reason'
> & {
  definition: ReactNode
  formula: string
  source: string
  columns: Column<Row>[]
  rows: Row[]
  /** Why the rows are shown to nobody. */
  withheld?: string
}

/** A figure counted from what stands in this module, with its definition and its rows. */
export function OwnFigure<Row extends { id: string }>(props: OwnFigureProps<Row>) {
  const { definition, formula, source, columns, rows, withheld, ...figure } = props
  const [isOpen, setOpen] = useState(false)
  const { label, value, unit, reason = '', period = '' } = figure
  return (
    <>
      <Figure {...figure} onExplain={() => setOpen(true)} />
      <ExplainDrawer<Row>
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        figure={{ label, value, unit, reason }}
        definition={definition}
        formula={formula}
        period={period}
        sources={[{ id: 'own', title: source }]}
        {...(withheld
          ? { withheld }
          : { rows: { columns, rows, rowId: (one: Row) => one.id, total: rows.length } })}
      />
    </>
  )
}
