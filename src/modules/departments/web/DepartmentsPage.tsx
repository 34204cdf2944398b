import { Building } from 'lucide-react'
import { When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { departments, type Line } from '../contract.ts'
import { DepartmentForm } from './DepartmentForm.tsx'

const columns: Column<Line>[] = [
  {
    id: 'name',
    title: 'Department',
    value: (one) => one.name,
    cell: (one) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{one.name}</span>
        {!one.hasRead && <Badge tone="info">Not read</Badge>}
      </span>
    ),
  },
  {
    id: 'asks',
    title: 'Open asks',
    value: (one) => one.asks.open,
    align: 'end',
    cell: (one) => (
      <span className="flex items-center justify-end gap-2">
        {one.asks.overdue > 0 && <Badge tone="bad">{`${one.asks.overdue} late`}</Badge>}
        <span className="tabular">{one.asks.open}</span>
      </span>
    ),
    width: 120,
  },
  {
    id: 'ties',
    title: 'Tied',
    value: (one) => (one.isTied ? 'yes' : 'no'),
    cell: (one) => (one.isTied ? <Badge tone="good">To goals</Badge> : <Badge tone="warn">To nothing</Badge>),
    width: 115,
  },
  { id: 'readers', title: 'Read by', value: (one) => one.readers, align: 'end', width: 85 },
  {
    id: 'owner',
    title: 'Owner',
    value: (one) => one.owner?.name ?? '',
    cell: (one) => one.owner?.name ?? <Badge tone="warn">Nobody</Badge>,
    width: 150,
  },
  {
    id: 'saved',
    title: 'Written',
    value: (one) => one.savedAt,
    cell: (one) => <When at={one.savedAt} />,
    width: 120,
  },
]

export default function DepartmentsPage() {
  const [shown, show] = useUrl('show')
  const [closed, setClosed] = useUrl('closed')
  const asked = useQuery(departments.list, { isClosed: closed === '1' })
  const mayManage = asked.data?.can.manage ?? false
  const open = () => show('new')
  return (
    <>
      <ListPage<Line>
        id="departments"
        title="Departments"
        what="departments"
        description="One page for each: what we are up to, what it means for their job, what we need from them."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/departments/${one.id}`}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        actions={
          <Button look="quiet" onClick={() => setClosed(closed ? '' : '1')}>
            {closed ? 'Show open pages' : 'Show closed pages'}
          </Button>
        }
        {...(mayManage ? { create: { label: 'Begin a page', run: open } } : {})}
        empty={{
          icon: <Building size={24} />,
          children: closed
            ? 'No page is closed.'
            : 'No department has a page yet. Begin with the one whose help you need most.',
          action: mayManage && !closed && (
            <Button look="primary" onClick={open}>
              Begin a page
            </Button>
          ),
        }}
      />
      {shown === 'new' && mayManage && <DepartmentForm page={null} onClose={() => show('')} />}
    </>
  )
}
