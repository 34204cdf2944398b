import { day } from '../../../ui/format/when.ts'
import type { Column } from '../../../ui/list/columns.ts'
import type { Agreement, Commitment } from '../contract.ts'
import { countsAs } from '../rules.ts'
import { OwnFigure } from './OwnFigure.tsx'

const columns: Column<Commitment>[] = [
  { id: 'what', title: 'Commitment', value: (one) => one.what },
  { id: 'by', title: 'Promised by', value: (one) => one.by.name },
  { id: 'due', title: 'By', value: (one) => one.dueOn, cell: (one) => day(one.dueOn) },
  { id: 'says', title: 'What became of it', value: (one) => one.says },
]

/** The share of commitments kept by their day, and the rows it is counted from. */
export const KeptFigure = ({ of: { kept, commitments } }: { of: Agreement }) => (
  <OwnFigure<Commitment>
    label="Kept by their day"
    value={kept.share}
    unit="ratio"
    better="up"
    period={`${day(kept.from)} to ${day(kept.to)}`}
    {...(kept.of > 0 ? { outOf: { part: kept.kept, whole: kept.of, of: 'that fell due' } } : {})}
    reason={kept.says}
    definition="Commitments of the last 13 weeks that were kept on their day or before, of all that fell due or were broken. What was promised anew in time does not count; what was kept late, broken, or is open past its day counts as not kept."
    formula="kept by the day ÷ (kept by the day + kept late + broken + open past the day)"
    source="The commitments the team wrote down here"
    columns={columns}
    rows={commitments.filter((one) => countsAs(asRow(one), kept.to) !== null)}
  />
)

const asRow = ({ state, dueOn, settledOn, by }: Commitment) => ({
  ...{ state, due_on: dueOn, settled_on: settledOn, by_name: by.name },
})
