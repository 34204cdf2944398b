import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Listed, templates } from '../contract.ts'

const columns: Column<Listed>[] = [
  {
    id: 'name',
    title: 'Name',
    value: (one) => one.name,
    cell: (one) => (
      <span className="flex items-center gap-2 font-medium">
        {one.name}
        {one.isRetired && <Badge tone="warn">Retired</Badge>}
      </span>
    ),
  },
  { id: 'steps', title: 'Steps', value: (one) => one.steps, align: 'end', width: 90 },
  { id: 'length', title: 'Working days before', value: (one) => one.length, align: 'end', width: 170 },
  { id: 'tactics', title: 'Tactics', value: (one) => one.tactics, align: 'end', width: 90 },
  { id: 'started', title: 'Campaigns started', value: (one) => one.started, align: 'end', width: 150 },
  { id: 'version', title: 'Version', value: (one) => one.version, align: 'end', width: 90 },
]

export default function TemplatesPage() {
  const mayManage = useCan()('campaigns:manage')
  const asked = useQuery(templates.list, {})
  return (
    <ListPage<Listed>
      id="templates"
      title="Templates"
      what="templates"
      description="How campaigns of a kind are made: brief, tactics, and steps with what each comes after and how long it takes."
      rows={asked.data?.items}
      rowId={(one) => one.id}
      rowPath={(one) => `/templates/${one.id}`}
      columns={columns}
      actions={<Button to="/working-days">Free days</Button>}
      {...(mayManage ? { create: { label: 'New template', path: '/templates/new' } } : {})}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={{
        children:
          'No template yet. Write one, or open a campaign that went well and keep its steps as a template.',
        action: mayManage && (
          <Button look="primary" to="/templates/new">
            New template
          </Button>
        ),
      }}
    />
  )
}
