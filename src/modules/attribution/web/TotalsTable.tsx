import type { Format } from '../../../engine/format.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { saveTable } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Totals } from './TotalsChart.tsx'
import { type ExplainSum, TotalsLine } from './TotalsLine.tsx'

type Row = Totals['rows'][number]
type Total = 'conversions' | 'value' | 'removal'
type ExplainTotal = (what: Total, channel: string) => void
type TotalsTableProps = { totals: Totals; explain: ExplainTotal; explainSum: ExplainSum }

/** Channel totals with the line that reconciles them. */
export function TotalsTable({ totals, explain, explainSum }: TotalsTableProps) {
  const columns = columnsIn(totals, explain)
  const rows = [...totals.rows].sort((a, b) => b.conversions - a.conversions)
  const save = (format: Format) =>
    saveTable(format, 'channel-totals', {
      heading: columns.map((column) => column.id),
      rows: rows.map((row) => columns.map((column) => column.value(row))),
    })
  return (
    <Card
      title="Channel totals"
      hint={
        <>
          <InlineFigure
            label="Journeys without a sale"
            value={totals.reconciliation.nulls}
            unit="number"
            onExplain={() => explainSum('nulls')}
          />
          {' journeys without a sale'}
        </>
      }
      actions={<Exports onSave={save} />}
    >
      <DataTable<Row> caption="Channel totals" columns={columns} rows={rows} rowId={(row) => row.channel} />
      <TotalsLine of={totals.reconciliation} explain={explainSum} />
    </Card>
  )
}

function columnsIn({ reconciliation: { currency }, rows }: Totals, explain: ExplainTotal): Column<Row>[] {
  const money = currency ? 'money' : 'number'
  const figure = (
    id: string,
    title: string,
    what: Total,
    unit: Unit,
    value: (row: Row) => number | null,
  ) => ({
    id,
    title,
    align: 'end' as const,
    value,
    cell: (row: Row) => (
      <InlineFigure
        label={`${title} of ${row.channel}`}
        value={value(row)}
        unit={unit}
        currency={currency ?? undefined}
        onExplain={() => explain(what, row.channel)}
      />
    ),
  })
  const hasRemoval = rows.some((row) => row.removalEffect !== null)
  return [
    { id: 'channel', title: 'Channel', value: (row) => row.channel },
    ...(hasRemoval
      ? [figure('removal_effect', 'Removal effect', 'removal', 'ratio', (row) => row.removalEffect)]
      : []),
    figure('conversions', 'Conversions', 'conversions', 'number', (row) => row.conversions),
    figure('value', 'Value', 'value', money, (row) => row.value),
  ]
}
