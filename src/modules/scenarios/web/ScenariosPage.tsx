import { Link, useNavigate } from '@tanstack/react-router'
import { GitCompareArrows, Plus, Trash2 } from 'lucide-react'
import { Money, When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Scenario, scenarios } from '../contract.ts'
import { MakeScenario } from './MakeScenario.tsx'
import { Signed } from './Signed.tsx'

export default function ScenariosPage() {
  const asked = useQuery(scenarios.list, {})
  const [show, setShow] = useUrl('show')
  const can = useCan()
  const navigate = useNavigate()
  const make = can('budget:write') && (
    <Button look="primary" icon={<Plus size={14} />} onClick={() => setShow('new')}>
      Make a scenario
    </Button>
  )
  const items = asked.data?.items ?? []
  return (
    <Page
      title="Scenarios"
      description="What if: copies of the budget that change nothing until one is adopted."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={items.length > 0 && make}
      empty={
        asked.data?.items.length === 0 &&
        show !== 'new' && {
          icon: <GitCompareArrows size={24} />,
          children: 'There is no scenario yet. Copy the budget, change the copy, and compare.',
          action: make,
        }
      }
    >
      {() => (
        <>
          <Card>
            <DataTable<Scenario>
              caption="Scenarios"
              rows={items}
              rowId={(one) => one.id}
              columns={[...columns, removing]}
            />
          </Card>
          {show === 'new' && (
            <MakeScenario
              onClose={() => setShow('')}
              onMade={(id) => void navigate({ to: `/scenarios/${id}` })}
            />
          )}
        </>
      )}
    </Page>
  )
}

const columns: Column<Scenario>[] = [
  {
    id: 'name',
    title: 'Scenario',
    value: (one) => one.name,
    cell: (one) => (
      <Link to={`/scenarios/${one.id}`} className="font-medium text-accent-ink hover:underline">
        {one.name}
      </Link>
    ),
  },
  {
    id: 'why',
    title: 'What for',
    value: (one) => one.why,
    cell: (one) => <span className="block max-w-96 min-w-40 whitespace-normal">{one.why}</span>,
  },
  { id: 'year', title: 'Year', value: (one) => one.year.label },
  {
    id: 'state',
    title: 'State',
    value: (one) => one.state,
    cell: (one) => (
      <Badge tone={one.state === 'adopted' ? 'good' : 'neutral'}>
        {one.state === 'adopted' ? `Adopted by ${one.adopted?.by}` : 'Open'}
      </Badge>
    ),
  },
  {
    id: 'before',
    title: 'Copied',
    align: 'end',
    value: (one) => one.total.before,
    cell: (one) => <Money minor={one.total.before} currency={one.year.currency} />,
  },
  {
    id: 'after',
    title: 'Scenario',
    align: 'end',
    value: (one) => one.total.after,
    cell: (one) => <Money minor={one.total.after} currency={one.year.currency} />,
  },
  {
    id: 'difference',
    title: 'Difference',
    align: 'end',
    value: (one) => one.total.after - one.total.before,
    cell: ({ total, year }) => <Signed minor={total.after - total.before} currency={year.currency} />,
  },
  {
    id: 'changed',
    title: 'Changed',
    value: (one) => one.changedAt,
    cell: (one) => <When at={one.changedAt} />,
  },
]

const removing: Column<Scenario> = {
  id: 'remove',
  title: '',
  align: 'end',
  value: () => '',
  cell: (one) => one.can.change && <Remove scenario={one} />,
}

function Remove({ scenario: { id, name } }: { scenario: Scenario }) {
  const remove = useCommand(scenarios.remove)
  const restore = useCommand(scenarios.restore)
  const run = async () => {
    if (!(await remove.run({ id }))) return
    toast(`${name} is removed.`, { undo: () => void restore.run({ id }) })
  }
  return (
    <IconButton small label={`Remove ${name}`} onClick={() => void run()}>
      <Trash2 size={14} />
    </IconButton>
  )
}
