import { CircleCheck, TriangleAlert } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import type { Out } from '../../../kernel/contract.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { download } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { type ReturnRow, returns } from '../contract.ts'
import { Cell } from './Cell.tsx'
import { amountOf, nameOf, type Shown, shown, whereOf } from './columns.ts'
import type { Asking } from './useReturn.ts'

type Data = Out<typeof returns.table>
type ReturnTableProps = { data: Data; asking: Asking; title: string }

export function ReturnTable({ data, asking, title }: ReturnTableProps) {
  const { set } = useWhere()
  const cell = (row: ReturnRow, column: Shown, where: Asking['where']) => (
    <Cell row={row} column={column} about={{ metric: data.metrics[column.name], asking, where }} />
  )
  const of = (row: ReturnRow) => [...asking.where, whereOf(asking.by, row)]
  return (
    <Card
      title={`By ${title.toLowerCase()}`}
      hint={data.basis}
      actions={
        <Exports onSave={(format) => download(address(returns.exportTable, { ...asking, format }).url)} />
      }
    >
      <DataTable<ReturnRow>
        caption={`Return by ${title}`}
        rows={data.rows}
        rowId={(row) => JSON.stringify(row.value)}
        onOpen={(row) => set(asking.by, row.value)}
        maxHeight={560}
        columns={[
          { id: 'value', title, value: nameOf },
          ...shown.map((column) => columnOf(column, (row) => cell(row, column, of(row)))),
          ...(asking.basis === 'spend' ? [maturity] : []),
        ]}
        footer={{
          value: 'Total',
          ...Object.fromEntries(shown.map((column) => [column.name, cell(data.total, column, asking.where)])),
          maturity: <Ripe row={data.total} />,
        }}
      />
      <Reconciliation {...data.reconciliation} />
    </Card>
  )
}

const columnOf = (
  { name, title }: Shown,
  cell: NonNullable<Column<ReturnRow>['cell']>,
): Column<ReturnRow> => ({ id: name, title, align: 'end', value: (row) => amountOf(row, name), cell })

const maturity: Column<ReturnRow> = {
  id: 'maturity',
  title: 'So far',
  align: 'end',
  value: (row) => row.soFar?.maturity ?? null,
  cell: (row) => <Ripe row={row} />,
}

/** What has been seen of the expected sales, and how ripe the leads are. */
function Ripe({ row: { soFar } }: { row: ReturnRow }) {
  if (!soFar) return null
  if (soFar.maturity === null) return <span className="text-ink-3">n/a</span>
  const words = `${count(soFar.sales)} sold · ${percent(soFar.maturity, 0)} ripe`
  return soFar.maturity < 0.9 ? <Badge>{words}</Badge> : <span className="tabular text-sm">{words}</span>
}

const Reconciliation = ({ agrees, says }: Data['reconciliation']) => (
  <p className={`mt-3 flex items-center gap-1.5 text-sm ${agrees ? 'text-ink-3' : 'text-warn'}`}>
    {agrees ? (
      <CircleCheck size={14} className="shrink-0" aria-hidden="true" />
    ) : (
      <TriangleAlert size={14} className="shrink-0" aria-hidden="true" />
    )}
    {says}
  </p>
)
