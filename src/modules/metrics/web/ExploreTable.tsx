import type { z } from 'zod'
import type { Format } from '../../../engine/format.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { saveTable } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { type Column, tableOf } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { AnswerRow, MetricShown } from '../contract.ts'
import { type Asking, selectionOf, textOf } from './explore.ts'
import { amountOf, currencyOf } from './values.ts'

type Row = z.infer<typeof AnswerRow>
type ExploreTableProps = { rows: Row[]; asking: Asking; shown: MetricShown[]; more: boolean }

/** Every cell explains itself under the conditions of its row. */
export function ExploreTable({ rows, asking, shown, more }: ExploreTableProps) {
  if (rows.length === 0) return null
  const labels = [...asking.by, ...(asking.grain ? [asking.grain] : [])]
  const columns: Column<Row>[] = [
    ...labels.map((name) => ({
      id: name,
      title: name.replaceAll('_', ' '),
      value: (row: Row) => textOf(row[name]),
      cell: (row: Row) => textOf(row[name]) ?? <span className="text-ink-3">blank</span>,
    })),
    ...shown.map((one) => ({
      id: one.id,
      title: one.title,
      align: 'end' as const,
      value: (row: Row) => amountOf(row[one.id]),
      cell: (row: Row) => (
        <InlineFigure
          label={one.title}
          value={amountOf(row[one.id])}
          unit={one.unit}
          currency={currencyOf(row[one.id])}
          reason="There is nothing to divide by."
          explain={{ metric: one.id, ...selectionOf(row, asking) }}
        />
      ),
    })),
  ]
  const save = (format: Format) => saveTable(format, 'explore', tableOf(columns, rows))
  return (
    <Card
      title={`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}
      hint={more ? 'There are more; narrow the question to see them.' : undefined}
      actions={<Exports onSave={save} />}
    >
      <DataTable caption="Answer" columns={columns} rows={rows} rowId={(_, index) => String(index)} />
    </Card>
  )
}
