import { Link } from '@tanstack/react-router'
import { Plus, Scale, Trash2 } from 'lucide-react'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Case, cases } from '../contract.ts'
import { BarControls } from './BarControls.tsx'
import { useTriedBar } from './useBar.ts'
import { Clears, monthsOf, rangeOf, roiOf, shareOf, verdictTones } from './words.tsx'

export default function CasesPage() {
  const bar = useTriedBar()
  const asked = useQuery(cases.list, bar)
  const can = useCan()
  const make = can('cases:write') && (
    <Button look="primary" icon={<Plus size={14} />} to="/cases/new">
      Make a case
    </Button>
  )
  const { data } = asked
  return (
    <Page
      title="Cases"
      description="Initiatives in revenue, saving and cost, side by side against one bar."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={data && data.items.length > 0 && make}
      empty={
        data?.items.length === 0 && {
          icon: <Scale size={24} />,
          children: 'There is no case yet. Say what an initiative brings, saves and costs by year.',
          action: make,
        }
      }
    >
      {() =>
        data && (
          <>
            <BarControls bar={data.bar} agreed={data.agreed} />
            <Card>
              <DataTable<Case> caption="Cases" rows={data.items} rowId={(one) => one.id} columns={columns} />
            </Card>
          </>
        )
      }
    </Page>
  )
}

const money = (id: string, title: string, minor: (one: Case) => number): Column<Case> => ({
  id,
  title,
  align: 'end',
  value: minor,
  cell: (one) => <Money minor={minor(one)} currency={one.body.currency} />,
})

const columns: Column<Case>[] = [
  {
    id: 'name',
    title: 'Case',
    value: (one) => one.name,
    cell: (one) => (
      <Link to={`/cases/${one.id}`} className="block min-w-40 font-medium text-accent-ink hover:underline">
        {one.name}
      </Link>
    ),
  },
  {
    id: 'clears',
    title: 'The bar',
    value: (one) => String(one.reckoned.clears),
    cell: (one) => <Clears one={one} />,
  },
  money('value', 'Value', (one) => one.reckoned.likely.benefits),
  money('cost', 'Cost', (one) => one.reckoned.likely.costs),
  {
    id: 'roi',
    title: 'ROI',
    align: 'end',
    value: (one) => one.reckoned.likely.roi,
    cell: (one) => <span className="whitespace-nowrap">{roiOf(one.reckoned.likely)}</span>,
  },
  {
    id: 'payback',
    title: 'Payback',
    align: 'end',
    value: (one) => one.reckoned.likely.paybackMonths,
    cell: (one) => <span className="whitespace-nowrap">{monthsOf(one.reckoned.likely)}</span>,
  },
  money('npv', 'NPV', (one) => one.reckoned.likely.npv),
  {
    id: 'range',
    title: 'Low to high',
    align: 'end',
    value: (one) => rangeOf(one.reckoned, one.body.currency),
    cell: (one) => <span className="whitespace-nowrap">{rangeOf(one.reckoned, one.body.currency)}</span>,
  },
  { id: 'needed', title: 'Has to come', align: 'end', value: (one) => shareOf(one.reckoned.needed) },
  {
    id: 'signed',
    title: 'Said',
    value: (one) => one.remarks.length,
    cell: (one) => (
      <span className="flex gap-1">
        {one.remarks
          .filter(({ version }) => version === one.version)
          .map((remark) => (
            <Badge key={remark.id} tone={verdictTones[remark.verdict]}>
              {remark.by}
            </Badge>
          ))}
      </span>
    ),
  },
  {
    id: 'remove',
    title: '',
    align: 'end',
    value: () => '',
    cell: (one) => one.can.change && <Remove one={one} />,
  },
]

function Remove({ one: { id, name } }: { one: Case }) {
  const remove = useCommand(cases.remove)
  const restore = useCommand(cases.restore)
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
