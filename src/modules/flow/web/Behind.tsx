import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { day } from '../../../ui/format/when.ts'
import type { Column } from '../../../ui/list/columns.ts'
import type { Line } from '../contract.ts'

export type Shown = {
  label: string
  value: number | null
  unit: Unit
  definition: string
  formula: string
  lines: Line[]
}

const columns: Column<Line>[] = [
  { id: 'item', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
  { id: 'days', title: 'Days', value: (one) => Math.round(one.days * 10) / 10, align: 'end', width: 80 },
  { id: 'day', title: 'Day', value: (one) => one.day, cell: (one) => day(one.day), width: 110 },
  { id: 'note', title: 'Note', value: (one) => one.note || '–' },
]

/** A figure down to the items it is made of. */
export const Behind = ({ of, period, onClose }: { of: Shown; period: string; onClose: () => void }) => (
  <ExplainDrawer<Line>
    isOpen
    onClose={onClose}
    figure={{ label: of.label, value: of.value, unit: of.unit }}
    definition={of.definition}
    formula={of.formula}
    period={period}
    rows={{ columns, rows: of.lines, rowId: (one) => `${one.id} ${one.day}`, total: of.lines.length }}
  />
)
