import { useState } from 'react'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { ReturnRow } from '../contract.ts'
import { amountOf, currencyOf, type Shown } from './columns.ts'
import { ExplainExpected } from './ExplainExpected.tsx'
import type { Asking } from './useReturn.ts'

export type Explainable = { metric: string; asking: Asking; where: Asking['where'] }
export type CellProps = { row: ReturnRow; column: Shown; about: Explainable }

/** A figure of a row; one that holds what is still to come explains both parts. */
export function Cell({ row, column, about }: CellProps) {
  const [isOpen, setOpen] = useState(false)
  const { metric, asking, where } = about
  const isExpected = column.isExpected && row.soFar !== null
  const { from, to } = asking
  const selection = { ...(from ? { from } : {}), ...(to ? { to } : {}), where }
  return (
    <>
      <InlineFigure
        label={column.title}
        value={amountOf(row, column.name)}
        currency={currencyOf(row, column.name)}
        unit={column.unit}
        reason={column.reason}
        {...(isExpected ? { onExplain: () => setOpen(true) } : { explain: { metric, ...selection } })}
      />
      {isOpen && <ExplainExpected row={row} column={column} about={about} onClose={() => setOpen(false)} />}
    </>
  )
}
