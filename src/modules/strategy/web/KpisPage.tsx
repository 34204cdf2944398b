import { useNavigate } from '@tanstack/react-router'
import { Target } from 'lucide-react'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Kpi, strategy } from '../contract.ts'
import { CourseBadge, courseTitle, explainOf, inUnit, StateBadge, stateTitle } from './kpi-words.tsx'

const columns: Column<Kpi>[] = [
  {
    id: 'name',
    title: 'KPI',
    value: (one) => one.name,
    cell: (one) => <span className="block truncate font-medium">{one.name}</span>,
  },
  {
    id: 'state',
    title: 'Agreement',
    value: (one) => stateTitle(one.state),
    cell: (one) => <StateBadge state={one.state} />,
    width: 150,
  },
  {
    id: 'course',
    title: 'Stands',
    value: (one) => courseTitle(one.standing.course),
    cell: (one) => <CourseBadge course={one.standing.course} />,
    width: 115,
  },
  {
    id: 'actual',
    title: 'Actual',
    value: (one) => one.standing.actual,
    align: 'end',
    cell: (one) => (
      <InlineFigure
        label={one.name}
        value={one.standing.actual}
        unit={one.definition.unit}
        {...(one.definition.currency ? { currency: one.definition.currency } : {})}
        reason={one.standing.says}
        {...(explainOf(one) ? { explain: explainOf(one)! } : {})}
      />
    ),
    width: 85,
  },
  {
    id: 'expected',
    title: 'Its path',
    value: (one) => one.standing.expected,
    align: 'end',
    cell: (one) => inUnit(one.standing.expected, one.definition),
    width: 85,
  },
  {
    id: 'target',
    title: 'Target',
    value: (one) => one.target,
    align: 'end',
    cell: (one) => inUnit(one.target, one.definition),
    width: 85,
  },
  { id: 'period', title: 'Period', value: (one) => one.period.label, width: 90 },
  { id: 'owner', title: 'Owner', value: (one) => one.owner.name, width: 140 },
]

export default function KpisPage() {
  const navigate = useNavigate()
  const asked = useQuery(strategy.kpis, {})
  const mayManage = useCan()('strategy:manage')
  const create = mayManage ? { label: 'Propose a KPI', path: '/kpis/new' } : undefined
  return (
    <ListPage<Kpi>
      id="kpis"
      title="KPI agreements"
      what="KPI agreements"
      description="What was promised, to whom, and where it stands. Once signed, nobody can change it."
      columns={columns}
      rows={asked.data?.items}
      rowId={(one) => one.id}
      rowPath={(one) => `/kpis/${one.id}`}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      {...(create ? { create } : {})}
      empty={{
        icon: <Target size={24} />,
        children: mayManage
          ? 'Nothing was agreed yet. Propose the first KPI: what it measures, where it stands, where it shall be.'
          : 'Nothing was agreed yet.',
        action: create && (
          <Button look="primary" onClick={() => void navigate({ to: create.path })}>
            Propose a KPI
          </Button>
        ),
      }}
    />
  )
}
