import type { Format } from '../../../engine/format.ts'
import { figure } from '../../../ui/format/figure.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { saveTable } from '../../../ui/format/save.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Totals } from './TotalsChart.tsx'

type Row = Totals['rows'][number]

/** Channel totals with the line that reconciles them. */
export function TotalsTable({ totals }: { totals: Totals }) {
  const columns = columnsIn(totals)
  const rows = [...totals.rows].sort((a, b) => b.conversions - a.conversions)
  const save = (format: Format) =>
    saveTable(format, 'channel-totals', {
      heading: columns.map((column) => column.id),
      rows: rows.map((row) => columns.map((column) => column.value(row))),
    })
  return (
    <Card
      title="Channel totals"
      hint={`${count(totals.reconciliation.nulls)} journeys without a sale`}
      actions={<Exports onSave={save} />}
    >
      <DataTable<Row> caption="Channel totals" columns={columns} rows={rows} rowId={(row) => row.channel} />
      <Line of={totals.reconciliation} />
    </Card>
  )
}

const worth = (value: number, currency: string | null) =>
  currency ? figure(value, 'money', currency) : figure(value, 'number')

function columnsIn({ reconciliation: { currency }, rows }: Totals): Column<Row>[] {
  const removal: Column<Row> = {
    id: 'removal_effect',
    title: 'Removal effect',
    align: 'end',
    value: (row) => row.removalEffect,
    cell: (row) =>
      row.removalEffect === null ? (
        <NotKnown reason="Only the Markov chain knows removal effects." />
      ) : (
        <span className="tabular">{percent(row.removalEffect)}</span>
      ),
  }
  return [
    { id: 'channel', title: 'Channel', value: (row) => row.channel },
    ...(rows.some((row) => row.removalEffect !== null) ? [removal] : []),
    {
      id: 'conversions',
      title: 'Conversions',
      align: 'end',
      value: (row) => row.conversions,
      cell: (row) => <span className="tabular">{count(row.conversions)}</span>,
    },
    {
      id: 'value',
      title: 'Value',
      align: 'end',
      value: (row) => row.value,
      cell: (row) => <span className="tabular">{worth(row.value, currency)}</span>,
    },
  ]
}

function Line({ of }: { of: Totals['reconciliation'] }) {
  return (
    <footer className="tabular mt-3 flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <p>{`Conversions ${count(of.conversions)} = credited ${count(of.credited)} + unattributed ${count(of.unattributed)}`}</p>
      <p className="text-ink-2">
        {`Value ${worth(of.value, of.currency)} = ${worth(of.valueCredited, of.currency)} + ${worth(of.valueUnattributed, of.currency)}`}
      </p>
    </footer>
  )
}
