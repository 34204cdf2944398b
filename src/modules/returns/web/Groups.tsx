import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { ReturnRow } from '../contract.ts'
import { Cell } from './Cell.tsx'
import { nameOf, shown, whereOf } from './columns.ts'
import type { Asking } from './useReturn.ts'

type GroupsProps = { rows: ReturnRow[]; metrics: Record<string, string>; asking: Asking }

/** Where people meet in person beside where they meet a screen: the same figures, one under the other. */
export function Groups({ rows, metrics, asking }: GroupsProps) {
  const order = ['In person', 'Digital']
  const sides = [
    ...order.flatMap((name) => rows.find((row) => row.value === name) ?? []),
    ...rows.filter((row) => !order.includes(row.value ?? '')),
  ]
  if (sides.length === 0) return null
  return (
    <Card
      title="In person beside digital"
      hint="Which channel belongs where is a reading of the vocabulary; what it does not read is neither."
    >
      <DataTable<(typeof shown)[number]>
        caption="In-person and digital channels"
        rows={shown}
        rowId={(one) => one.name}
        columns={[
          { id: 'what', title: 'Figure', value: (one) => one.title },
          ...sides.map((row) => ({
            id: nameOf(row),
            title: nameOf(row),
            align: 'end' as const,
            value: () => null,
            cell: (column: (typeof shown)[number]) => (
              <Cell
                row={row}
                column={column}
                about={{
                  metric: metrics[column.name] ?? 'cost',
                  asking,
                  where: [...asking.where, whereOf('channel_group', row)],
                }}
              />
            ),
          })),
        ]}
      />
    </Card>
  )
}
