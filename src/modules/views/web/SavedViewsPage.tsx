import { Link } from '@tanstack/react-router'
import { Bookmark, Trash2 } from 'lucide-react'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Switch } from '../../../ui/parts/Checkbox.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type SavedView, views } from '../contract.ts'

export default function SavedViewsPage() {
  const list = useQuery(views.list, {})
  return (
    <Page
      title="Saved views"
      description="Yours, and those that are shared with everybody. Save one from the menu of any list."
      isLoading={list.isPending}
      error={list.error}
      onRetry={list.refetch}
      empty={
        list.data?.views.length === 0 && {
          icon: <Bookmark size={24} />,
          children: 'No view yet. Filter and sort a list as you like it, then save it under a name.',
        }
      }
    >
      {() => (
        <Card isFlush className="px-4 py-1">
          <DataTable
            caption="Saved views"
            rows={list.data?.views ?? []}
            rowId={(view) => view.id}
            columns={columns}
          />
        </Card>
      )}
    </Page>
  )
}

const columns = [
  {
    id: 'name',
    title: 'Name',
    value: (view: SavedView) => view.name,
    cell: (view: SavedView) => (
      <Link
        to={view.page}
        search={Object.fromEntries(new URLSearchParams(view.search)) as never}
        className="font-medium hover:underline"
      >
        {view.name}
      </Link>
    ),
  },
  { id: 'page', title: 'Page', value: (view: SavedView) => view.page },
  { id: 'owner', title: 'Belongs to', value: (view: SavedView) => view.owner.name },
  {
    id: 'shared',
    title: 'Shared',
    value: (view: SavedView) => String(view.isShared),
    cell: (view: SavedView) => <Shared view={view} />,
  },
  {
    id: 'remove',
    title: 'Remove',
    align: 'end' as const,
    value: () => '',
    cell: (view: SavedView) => view.can.change && <Remove view={view} />,
  },
]

function Shared({ view }: { view: SavedView }) {
  const share = useCommand(views.share)
  if (!view.can.share) return <Badge>{view.isShared ? 'With everybody' : 'Private'}</Badge>
  return (
    <Switch
      label={`Share ${view.name}`}
      isOn={view.isShared}
      isDisabled={share.isRunning}
      onChange={(isShared) => void share.run({ id: view.id, isShared })}
    />
  )
}

function Remove({ view }: { view: SavedView }) {
  const remove = useCommand(views.remove)
  const save = useCommand(views.save)
  const run = async () => {
    const done = await remove.run({ id: view.id })
    const { page, name, search } = view
    if (done) toast(`${name} is removed.`, { undo: () => void save.run({ page, name, search }) })
  }
  return (
    <IconButton small label={`Remove ${view.name}`} onClick={() => void run()}>
      <Trash2 size={14} />
    </IconButton>
  )
}
