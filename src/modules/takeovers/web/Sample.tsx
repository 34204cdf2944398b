import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Understood } from '../contract.ts'

const columns: Column<Understood['sample'][number]>[] = [
  { id: 'title', title: 'Title', value: (row) => row.title },
  { id: 'stage', title: 'Stage', value: (row) => row.stage },
  { id: 'assignees', title: 'Assignees', value: (row) => row.assignees },
  {
    id: 'dueOn',
    title: 'Due',
    value: (row) => row.dueOn,
    cell: (row) => (row.dueOn ? <Day date={row.dueOn} /> : null),
  },
]

/** The first items as they were read. */
export function Sample({ one }: { one: Understood }) {
  if (one.sample.length === 0) return null
  return (
    <Card title="The first items as they were read" isFlush>
      <DataTable
        caption="The first items as they were read"
        rows={one.sample}
        rowId={(row) => row.key}
        columns={columns}
      />
    </Card>
  )
}
