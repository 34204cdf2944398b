import { useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import type { Column } from '../../../ui/list/columns.ts'
import type { Agreement, Commitment } from '../contract.ts'
import { countsAs } from '../rules.ts'

const columns: Column<Commitment>[] = [
  { id: 'what', title: 'Commitment', value: (one) => one.what },
  { id: 'by', title: 'Promised by', value: (one) => one.by.name },
  { id: 'due', title: 'By', value: (one) => one.dueOn, cell: (one) => day(one.dueOn) },
  { id: 'says', title: 'What became of it', value: (one) => one.says },
]

/** The share of commitments kept by their day, and the rows it is counted from. */
export function KeptFigure({ of: { kept, commitments } }: { of: Agreement }) {
  const [isOpen, setOpen] = useState(false)
  const counted = commitments.filter((one) => countsAs(asRow(one), kept.to) !== null)
  return (
    <FigureRow>
      <Figure
        label="Kept by their day"
        value={kept.share}
        unit="ratio"
        better="up"
        period={`${day(kept.from)} to ${day(kept.to)}`}
        outOf={{ part: kept.kept, whole: kept.of, of: 'that fell due' }}
        reason={kept.says}
        onExplain={() => setOpen(true)}
      />
      <ExplainDrawer<Commitment>
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        figure={{ label: 'Kept by their day', value: kept.share, unit: 'ratio', reason: kept.says }}
        definition="Commitments of the last 13 weeks that were kept on their day or before, of all that fell due or were broken. What was promised anew in time does not count; what was kept late, broken, or is open past its day counts as not kept."
        formula="kept by the day ÷ (kept by the day + kept late + broken + open past the day)"
        period={`${day(kept.from)} to ${day(kept.to)}`}
        sources={[{ id: 'commitments', title: 'The commitments the team wrote down here' }]}
        rows={{ columns, rows: counted, rowId: (one) => one.id, total: counted.length }}
      />
    </FigureRow>
  )
}

const asRow = ({ state, dueOn, settledOn, by }: Commitment) => ({
  ...{ state, due_on: dueOn, settled_on: settledOn, by_name: by.name },
})
