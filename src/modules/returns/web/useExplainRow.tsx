import type { Out } from '../../../kernel/contract.ts'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { ReturnRow, returns } from '../contract.ts'
import { type Name, shown, whereOf } from './columns.ts'
import { requestOf } from './derived.ts'
import type { Asking } from './useReturn.ts'

/** Explains a figure of a row that was picked in a drawing, as its cell in the table does. */
export function useExplainRow({ metrics }: Pick<Out<typeof returns.table>, 'metrics'>, asking: Asking) {
  const { currency } = useOrganisation()
  const { explain: open, drawer } = useExplaining()
  const explain = (row: ReturnRow | undefined, name: Name) => {
    const column = shown.find((one) => one.name === name)
    if (!row || !column) return
    const where = [...asking.where, whereOf(asking.by, row)]
    open(requestOf(row, column, { metric: metrics[name], asking, where }, currency))
  }
  return { explain, drawer }
}
