import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Understood } from '../contract.ts'

/** The first items as they were read. */
export function Sample({ one }: { one: Understood }) {
  if (one.sample.length === 0) return null
  return (
    <Card title="The first items as they were read" isFlush>
      <DataTable
        caption="The first items as they were read"
        rows={one.sample}
        rowId={(row) => row.key}
        columns={[
          { id: 'title', title: 'Title', value: (row) => row.title },
          { id: 'stage', title: 'Stage', value: (row) => row.stage },
          { id: 'assignees', title: 'Assignees', value: (row) => row.assignees },
          { id: 'dueOn', title: 'Due', value: (row) => row.dueOn ?? '' },
        ]}
      />
    </Card>
  )
}
