import { useNavigate } from '@tanstack/react-router'
import { BriefcaseBusiness } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Day, Money } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Position, positions } from '../contract.ts'
import { states, stateTitles } from '../rules.ts'
import { PositionForm } from './PositionForm.tsx'
import { inFte, StateBadge } from './words.tsx'

const columns: Column<Position>[] = [
  { id: 'title', title: 'Position', value: (one) => one.title },
  {
    ...{ id: 'department', title: 'Sits in', value: (one) => one.department },
    cell: (one) => (
      <span className="flex min-w-0 flex-col">
        <span className="truncate">{one.department}</span>
        {one.isElsewhere && <span className="text-sm text-accent-ink">{`paid by ${one.fundedBy}`}</span>}
      </span>
    ),
  },
  { id: 'manager', title: 'Reports to', value: (one) => one.manager.name },
  { id: 'person', title: 'Filled by', value: (one) => one.person.name },
  {
    ...{ id: 'state', title: 'State', width: 108, value: (one) => stateTitles[one.state] },
    cell: (one) => <StateBadge state={one.state} />,
  },
  {
    ...{ id: 'from', title: 'From', width: 92, value: (one) => one.startsOn },
    cell: (one) => <Day date={one.startsOn} />,
  },
  {
    id: 'fte',
    title: 'FTE',
    width: 44,
    align: 'end',
    value: (one) => one.ftePercent / 100,
    cell: (one) => inFte(one.ftePercent),
  },
]

const cost: Column<Position> = {
  ...{ id: 'cost', title: 'Yearly cost', width: 104, align: 'end' },
  value: (one) => one.cost?.yearlyMinor ?? null,
  cell: (one) => one.cost && <Money minor={one.cost.yearlyMinor} currency={one.cost.currency} />,
}

export default function PositionsPage() {
  const [state] = useUrl('state')
  const [show, setShow] = useUrl('show')
  const can = useCan()
  const navigate = useNavigate()
  const chosen = states.find((one) => one === state)
  const input = chosen ? { state: chosen } : {}
  const asked = useQuery(positions.list, input)
  const mayManage = can('positions:manage')
  const draft = () => setShow('new')
  return (
    <>
      <ListPage<Position>
        id="positions"
        title="Positions"
        what="positions"
        description="Who works for marketing: where a position sits, who pays for it, who fills it."
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/positions/${one.id}`}
        columns={can('budget:headcount') ? [...columns, cost] : columns}
        isSelectable={false}
        filters={
          <UrlFilter
            name="state"
            label="State"
            anyLabel="Any state"
            options={states.map((value) => ({ value, label: stateTitles[value] }))}
          />
        }
        onExport={(format) => download(address(positions.exportList, { ...input, format }).url)}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        {...(mayManage ? { create: { label: 'Draft a position', run: draft } } : {})}
        empty={{
          icon: <BriefcaseBusiness size={24} />,
          children: chosen
            ? `No position is ${stateTitles[chosen].toLowerCase()}.`
            : 'There is no position yet. Draft one; its budget is asked for and decided apart.',
          action: mayManage && (
            <Button look="primary" onClick={draft}>
              Draft a position
            </Button>
          ),
        }}
      />
      {show === 'new' && mayManage && (
        <PositionForm
          position={null}
          onClose={() => setShow('')}
          onSaved={(one) => void navigate({ to: `/positions/${one.id}` })}
        />
      )}
    </>
  )
}
