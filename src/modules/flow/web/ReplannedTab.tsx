import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { flow, type Replanned } from '../contract.ts'
import type { TabProps } from './CycleTab.tsx'

type Move = Replanned['moves'][number]
const dayOf = (on: string | null): string => (on ? day(on) : 'none')

const columns: Column<Move>[] = [
  { id: 'item', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
  {
    id: 'at',
    title: 'Moved on',
    value: (one) => one.on,
    cell: (one) => day(one.on),
    width: 110,
  },
  { id: 'from', title: 'Was due', value: (one) => one.from, cell: (one) => dayOf(one.from), width: 110 },
  { id: 'to', title: 'Is due', value: (one) => one.to, cell: (one) => dayOf(one.to), width: 110 },
  {
    ...{ id: 'days', title: 'Days', value: (one) => one.days, align: 'end', width: 80 },
    cell: (one) => (one.days === null ? '–' : `${one.days > 0 ? '+' : ''}${one.days}`),
  },
  { id: 'why', title: 'What blocked it then', value: (one) => one.why || 'nothing that was said' },
  {
    ...{ id: 'moves', title: 'Moves, too' },
    value: (one) =>
      one.moves.map((each) => `W-${each.number}, due on ${dayOf(each.dueOn)}`).join('; ') || '–',
  },
  { id: 'by', title: 'By', value: (one) => one.by, width: 140 },
]

/** Which due days were moved, what blocked the item then, and what is due before it now. */
export function ReplannedTab({ span }: TabProps) {
  const asked = useQuery(flow.replanned, span)
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={asked.data?.moves.length === 0 && { children: 'No due day was moved in this period.' }}
    >
      {() => (
        <Card
          title="Due days that were moved"
          hint="What waits for an item that is due later than it has to move, too."
        >
          <DataTable
            caption="Moved"
            columns={columns}
            rows={asked.data?.moves ?? []}
            rowId={(one) => `${one.id} ${one.at}`}
          />
        </Card>
      )}
    </FaceOf>
  )
}
