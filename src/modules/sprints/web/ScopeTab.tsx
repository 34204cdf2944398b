import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Detail } from '../contract.ts'
import { amount } from './words.ts'

type Change = Detail['changes'][number]
type Taken = Detail['items'][number]
const kinds = { added: 'Added', removed: 'Taken out', estimated: 'Estimate changed' }
const outcomes = {
  done: 'Done',
  carried: 'Into the next sprint',
  back: 'Back to the board',
  left: 'Taken out',
}

/** What was committed beside what came of it, and every change since the start. */
export function ScopeTab({ data }: { data: Detail }) {
  const { measure } = data.sprint
  const rounded = (value: number) => Math.round(value * 10) / 10
  const changes: Column<Change>[] = [
    { id: 'day', title: 'Day', value: (one) => one.day, cell: (one) => day(one.day), width: 110 },
    { id: 'item', title: 'Item', value: (one) => one.item, width: 80 },
    { id: 'kind', title: 'Change', value: (one) => kinds[one.kind], width: 150 },
    {
      ...{
        id: 'delta',
        title: `In ${measure}`,
        value: (one) => rounded(one.delta),
        align: 'end',
        width: 100,
      },
      cell: (one) => `${one.delta > 0 ? '+' : ''}${rounded(one.delta)}`,
    },
    { id: 'reason', title: 'Why', value: (one) => one.reason },
    { id: 'by', title: 'By', value: (one) => one.by, width: 150 },
  ]
  const promised: Column<Taken>[] = [
    { id: 'item', title: 'Item', value: (one) => `W-${one.item.number} ${one.item.title}` },
    { id: 'to', title: 'Promised by', value: (one) => one.committedTo || 'the team', width: 170 },
    {
      ...{ id: 'committed', title: 'Committed', value: (one) => one.committed, align: 'end', width: 110 },
      cell: (one) => amount(one.committed ?? 0, measure),
    },
    {
      ...{ id: 'outcome', title: 'Came to', width: 170 },
      value: (one) => (one.doneOn ? 'Done' : one.outcome ? outcomes[one.outcome] : 'Open'),
    },
  ]
  const committed = data.items.filter((one) => one.committed !== null)
  return (
    <>
      <Card title="What was promised, and what came of it">
        {committed.length === 0 ? (
          <p className="text-ink-2">Nothing is promised before the sprint begins.</p>
        ) : (
          <DataTable
            caption="What was promised"
            columns={promised}
            rows={committed}
            rowId={(one) => one.item.id}
          />
        )}
      </Card>
      <Card title="Changes since the start">
        {data.changes.length === 0 ? (
          <p className="text-ink-2">The scope is as it was at the start.</p>
        ) : (
          <DataTable
            caption="Changes of scope"
            columns={changes}
            rows={data.changes}
            rowId={(one) => one.id}
          />
        )}
      </Card>
    </>
  )
}
