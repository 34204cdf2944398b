import { Handshake } from 'lucide-react'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { agencies, type Listed } from '../contract.ts'
import { AgencyForm } from './AgencyForm.tsx'
import { agreementTitles, spanWords } from './words.tsx'

const columns: Column<Listed>[] = [
  {
    ...{ id: 'name', title: 'Agency', width: 190, value: (one) => one.name },
    cell: (one) => <span className="truncate font-medium">{one.name}</span>,
  },
  {
    ...{ id: 'state', title: 'Agreement', width: 120, value: (one) => agreementTitles[one.state] },
    cell: (one) => (
      <Badge tone={one.state === 'running' ? 'good' : 'neutral'}>{agreementTitles[one.state]}</Badge>
    ),
  },
  { id: 'span', title: 'From – until', width: 190, value: spanWords, isHidden: true },
  {
    ...{ id: 'late', title: 'Late', align: 'end', width: 80, value: (one) => one.standing.late },
    cell: (one) => (one.standing.late > 0 ? <Badge tone="bad">{String(one.standing.late)}</Badge> : '0'),
  },
  {
    ...{ id: 'waiting', title: 'To accept', align: 'end', width: 100 },
    value: (one) => one.standing.waiting,
  },
  { id: 'due', title: 'Due', align: 'end', width: 80, value: (one) => one.standing.due },
  {
    ...{ id: 'campaigns', title: 'Campaigns', align: 'end', width: 110, isHidden: true },
    value: (one) => one.campaigns.length,
  },
  { id: 'says', title: 'How it delivers', value: (one) => one.standing.says },
]

/** The firms from outside that work on campaigns. */
export default function AgenciesPage() {
  const [shown, show] = useUrl('show')
  const asked = useQuery(agencies.list, {})
  const mayChange = asked.data?.can.change ?? false
  const open = () => show('new')
  return (
    <>
      <ListPage<Listed>
        id="agencies"
        title="Agencies"
        what="agencies"
        description="Firms that work on campaigns: what each delivers by when, and how well. Their people are guests who see their own."
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/agencies/${one.id}`}
        columns={columns}
        isSelectable={false}
        {...(mayChange ? { create: { label: 'Take up an agency', run: open } } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          icon: <Handshake size={24} />,
          children:
            'No agency works with you here yet. Take one up, give it a campaign, and agree on what it delivers.',
          action: mayChange && (
            <Button look="primary" onClick={open}>
              Take up an agency
            </Button>
          ),
        }}
      />
      {shown === 'new' && mayChange && <AgencyForm agency={null} onClose={() => show('')} />}
    </>
  )
}
