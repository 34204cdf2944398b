import { useNavigate } from '@tanstack/react-router'
import { LayoutDashboard } from 'lucide-react'
import { When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type BoardLine, dashboards } from '../contract.ts'
import { BoardForm } from './BoardForm.tsx'

const columns: Column<BoardLine>[] = [
  {
    id: 'name',
    title: 'Name',
    value: (one) => `${one.name} ${one.description}`.trim(),
    cell: (one) => (
      <span className="flex min-w-0 gap-2">
        <span className="shrink-0 font-medium">{one.name}</span>
        <span className="truncate text-ink-3">{one.description}</span>
      </span>
    ),
  },
  { id: 'tiles', title: 'Tiles', value: (one) => one.tiles, align: 'end', width: 70 },
  { id: 'owner', title: 'Belongs to', value: (one) => one.owner.name, width: 180 },
  {
    id: 'shared',
    title: 'Shared with',
    value: (one) => one.sharedWith,
    cell: (one) => <span className="block truncate">{one.sharedWith}</span>,
    width: 190,
  },
  {
    id: 'changed',
    title: 'Changed',
    value: (one) => one.changedAt,
    cell: (one) => <When at={one.changedAt} />,
    width: 130,
  },
]

export default function DashboardsPage() {
  const asked = useQuery(dashboards.list, {})
  const mayWrite = useCan()('dashboards:write')
  const [shown, show] = useUrl('show')
  const create = mayWrite ? { label: 'New dashboard', run: () => show('new') } : undefined
  return (
    <>
      <ListPage<BoardLine>
        id="dashboards"
        title="Dashboards"
        what="dashboards"
        description="Figures you want to see together, for the period you are looking at."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/dashboards/${one.id}`}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        {...(create ? { create } : {})}
        empty={{
          icon: <LayoutDashboard size={24} />,
          children: mayWrite
            ? 'No dashboard yet. Make one, and put the figures on it that you look at every week.'
            : 'No dashboard is shared with you yet.',
          action: create && (
            <Button look="primary" onClick={create.run}>
              New dashboard
            </Button>
          ),
        }}
      />
      {shown === 'new' && mayWrite && <Creating onClose={() => show('')} />}
    </>
  )
}

function Creating({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const add = useCommand(dashboards.add, { isQuiet: true })
  return (
    <BoardForm
      id="dashboard-new"
      title="New dashboard"
      verb="Create"
      onSave={(said) => add.attempt(said)}
      onSaved={({ id }) => void navigate({ to: `/dashboards/${id}` })}
      onClose={onClose}
    />
  )
}
