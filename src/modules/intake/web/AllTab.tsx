import { Day, When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { List } from '../../../ui/list/List.tsx'
import { useRows } from '../../../ui/query.ts'
import { intake, type RequestLine } from '../contract.ts'
import { nameOf, stateTitle } from '../rules.ts'
import { StateBadge } from './StateBadge.tsx'

const columns: Column<RequestLine>[] = [
  { id: 'number', title: 'Number', value: (one) => one.number, cell: (one) => nameOf(one.number), width: 80 },
  {
    ...{ id: 'title', title: 'Request', value: (one: RequestLine) => one.title },
    cell: (one) => <span className="block truncate font-medium">{one.title}</span>,
  },
  {
    ...{ id: 'state', title: 'State', value: (one: RequestLine) => stateTitle(one.state), width: 165 },
    cell: (one) => <StateBadge state={one.state} />,
  },
  { id: 'type', title: 'Type', value: (one) => one.type, width: 150 },
  { id: 'department', title: 'Department', value: (one) => one.department, width: 150 },
  { id: 'asker', title: 'Asked by', value: (one) => one.asker, width: 150, isHidden: true },
  {
    ...{ id: 'received', title: 'Came in', value: (one: RequestLine) => one.receivedAt, width: 120 },
    cell: (one) => <When at={one.receivedAt} />,
  },
  {
    ...{
      id: 'due',
      title: 'Answer by',
      value: (one: RequestLine) => one.answerDueOn,
      width: 115,
      isHidden: true,
    },
    cell: (one) => <Day date={one.answerDueOn} />,
  },
]

export default function AllTab() {
  const asked = useRows(intake.list, { only: 'all' })
  return (
    <List<RequestLine>
      id="requests"
      what="requests"
      columns={columns}
      rows={asked.rows}
      rowId={(one) => one.id}
      rowPath={(one) => `/intake/${one.id}`}
      total={asked.total}
      paging={asked.paging}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        asked.rows?.length === 0 && {
          children: 'Nobody has asked for anything yet. Show people the front door.',
        }
      }
    />
  )
}
