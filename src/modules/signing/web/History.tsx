import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Agreement } from '../contract.ts'

/** What was signed once and what was withdrawn, to be read as it was. */
export function History({ items, all }: { items: Agreement[]; all: Agreement[] }) {
  return (
    <Card title="History" hint="Superseded and withdrawn; nothing is ever taken out.">
      <DataTable<Agreement>
        caption="History of signatures"
        rows={items}
        rowId={(one) => one.id}
        columns={columns(all)}
      />
    </Card>
  )
}

const columns = (all: Agreement[]): Column<Agreement>[] => [
  { id: 'period', title: 'Period', value: (one) => one.period.label },
  { id: 'terms', title: 'Terms', value: (one) => one.terms },
  {
    id: 'state',
    title: 'State',
    value: (one) => one.state,
    cell: (one) => <Badge>{one.state === 'superseded' ? 'Superseded' : 'Withdrawn'}</Badge>,
  },
  {
    id: 'says',
    title: 'Who',
    value: (one) => whoOf(one),
    cell: (one) => <span className="block min-w-48 whitespace-normal">{whoOf(one)}</span>,
  },
  {
    id: 'why',
    title: 'Why',
    value: (one) => whyOf(one, all),
    cell: (one) => <span className="block min-w-48 whitespace-normal">{whyOf(one, all)}</span>,
  },
  {
    id: 'at',
    title: 'Proposed',
    value: (one) => one.proposedAt,
    cell: (one) => <When at={one.proposedAt} />,
  },
]

const whoOf = ({ signatures, proposedBy }: Agreement): string =>
  [
    `Proposed by ${proposedBy.name}`,
    ...signatures.map((one) => `signed by ${one.by.name} (${one.roleTitle})`),
  ].join(', ')

function whyOf({ id, withdrawn }: Agreement, all: Agreement[]): string {
  if (withdrawn) return `${withdrawn.by}: ${withdrawn.reason}`
  const next = all.find(
    (one) => one.supersedes === id && (one.state === 'signed' || one.state === 'superseded'),
  )
  return next ? `Superseded by ${next.terms}` : ''
}
