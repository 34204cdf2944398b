import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Listed } from '../contract.ts'
import { stateTitles } from '../rules.ts'
import { awayWords, isOpen, readyTone, StateBadge } from './words.tsx'

const columns: Column<Listed>[] = [
  {
    id: 'name',
    title: 'Launch',
    value: (one) => one.name,
    cell: (one) => (
      <Link to={`/launches/${one.id}`} className="font-medium hover:underline">
        {one.name}
      </Link>
    ),
  },
  { id: 'tier', title: 'Tier', value: (one) => one.tier, align: 'end' },
  { id: 'products', title: 'Products', value: (one) => one.products.join(', ') },
  {
    id: 'day',
    title: 'Launches',
    value: (one) => one.launchOn,
    cell: (one) => (
      <span className="whitespace-nowrap">
        <Day date={one.launchOn} />
        {isOpen(one) && <span className="text-ink-3">{` ${awayWords(one.inDays)}`}</span>}
      </span>
    ),
  },
  {
    id: 'state',
    title: 'State',
    value: (one) => stateTitles[one.state],
    cell: (one) => <StateBadge state={one.state} />,
  },
  { id: 'owner', title: 'Owner', value: (one) => one.owner.name },
  { id: 'goal', title: 'Serves', value: (one) => one.goal?.name ?? '' },
  {
    id: 'ready',
    title: 'How ready',
    value: (one) => one.readiness.says,
    cell: (one) =>
      isOpen(one) ? (
        <span className="flex items-start gap-2">
          <Badge tone={readyTone(one)}>{one.readiness.isReady ? 'Ready' : 'Not ready'}</Badge>
          <span className="text-sm text-ink-2">{one.readiness.says.replace(/^(Not r|R)eady: /, '')}</span>
        </span>
      ) : (
        <span className="text-sm text-ink-3">{one.calledOff ?? ''}</span>
      ),
  },
]

export const LaunchTable = ({ items }: { items: Listed[] }) => (
  <Card title="Launches" hint="The next first, those behind us after them.">
    <DataTable caption="Launches" columns={columns} rows={inOrder(items)} rowId={(one) => one.id} />
  </Card>
)

const inOrder = (items: Listed[]): Listed[] => [
  ...items.filter(isOpen),
  ...items.filter((one) => !isOpen(one)).toReversed(),
]
