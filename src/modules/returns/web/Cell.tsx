import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { ReturnRow } from '../contract.ts'
import { amountOf, currencyOf, reasonOf, type Shown } from './columns.ts'
import { type Explainable, requestOf } from './derived.ts'

type CellProps = { row: ReturnRow; column: Shown; about: Explainable }

/** A figure of a row. */
export function Cell({ row, column, about }: CellProps) {
  const { currency } = useOrganisation()
  return (
    <InlineFigure
      label={column.title}
      value={amountOf(row, column.name)}
      currency={currencyOf(row, column.name)}
      unit={column.unit}
      reason={reasonOf(row, column.name)}
      explain={requestOf(row, column, about, currency)}
    />
  )
}
