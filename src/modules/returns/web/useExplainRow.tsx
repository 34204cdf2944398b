import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import type { ReturnRow, returns } from '../contract.ts'
import { type Name, type Shown, shown, whereOf } from './columns.ts'
import { ExplainExpected } from './ExplainExpected.tsx'
import type { Asking } from './useReturn.ts'

/** Explains a figure of a row that was picked in a drawing, as its cell in the table does. */
export function useExplainRow({ metrics }: Pick<Out<typeof returns.table>, 'metrics'>, asking: Asking) {
  const plain = useExplaining()
  const [expected, setExpected] = useState<{ row: ReturnRow; column: Shown } | null>(null)
  const whereIn = (row: ReturnRow) => [...asking.where, whereOf(asking.by, row)]
  const explain = (row: ReturnRow | undefined, name: Name) => {
    const column = shown.find((one) => one.name === name)
    if (!row || !column) return
    if (column.isExpected && row.soFar) setExpected({ row, column })
    else {
      const { from, to } = asking
      const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
      plain.explain({ metric: metrics[name], ...days, where: whereIn(row) })
    }
  }
  const drawer = expected ? (
    <ExplainExpected
      {...expected}
      about={{ metric: metrics[expected.column.name], asking, where: whereIn(expected.row) }}
      onClose={() => setExpected(null)}
    />
  ) : (
    plain.drawer
  )
  return { explain, drawer }
}
