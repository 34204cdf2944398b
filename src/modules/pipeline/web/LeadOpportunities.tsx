import { useNavigate } from '@tanstack/react-router'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Opportunity } from '../contract.ts'
import { opportunityColumns } from './opportunity-columns.tsx'

const shown = ['name', 'outcome', 'amount', 'owner', 'closed']

export function LeadOpportunities({ items }: { items: Opportunity[] }) {
  const navigate = useNavigate()
  if (items.length === 0) return <p className="text-ink-3">No opportunity came of it yet.</p>
  return (
    <DataTable
      caption="Opportunities"
      rows={items}
      rowId={(one) => one.id}
      columns={opportunityColumns.filter((column) => shown.includes(column.id))}
      onOpen={(one) => void navigate({ to: `/opportunities/${encodeURIComponent(one.id)}` })}
    />
  )
}
