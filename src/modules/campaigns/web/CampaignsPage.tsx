import { Link2, ListChecks } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { campaigns } from '../contract.ts'
import { levels, levelTitles } from '../rules.ts'
import { Checklist } from './Checklist.tsx'
import { campaignStarts } from './slots.ts'
import { inTree, type Placed } from './tree.ts'
import { useOwnColumns } from './useOwnColumns.tsx'
import { Standing } from './words.tsx'

const indents = ['', 'pl-5', 'pl-10', 'pl-15']

const columns: Column<Placed>[] = [
  {
    id: 'name',
    title: 'Name',
    width: 270,
    value: (one) => one.name,
    cell: (one) => (
      <span className={`truncate font-medium ${indents[one.depth] ?? 'pl-15'}`}>{one.name}</span>
    ),
  },
  { id: 'level', title: 'Level', value: (one) => levelTitles[one.level], width: 100, isHidden: true },
  {
    id: 'state',
    title: 'State',
    value: (one) => one.standing,
    cell: (one) => <Standing one={one} />,
    width: 210,
  },
  {
    id: 'next',
    title: 'Next approver',
    value: (one) => one.next?.who ?? '',
    cell: (one) =>
      one.next ? <span title={one.next.says}>{`${one.next.who}, ${one.next.dueOn}`}</span> : '',
    width: 200,
  },
  { id: 'owner', title: 'Owner', value: (one) => one.owner.name, width: 150 },
  {
    id: 'days',
    title: 'Days',
    value: (one) => `${one.startsOn} – ${one.endsOn}`,
    cell: (one) => (
      <>
        <Day date={one.startsOn} />
        {' – '}
        <Day date={one.endsOn} />
      </>
    ),
    width: 210,
  },
]

const standings = ['Draft', 'In approval', 'Approved', 'Running', 'Finished', 'Stopped']

const GivenPage = lazy(() => import('./GivenPage.tsx'))

export default function CampaignsPage() {
  const mayRead = useCan()('campaigns:read')
  if (mayRead) return <Campaigns />
  return (
    <Suspense>
      <GivenPage />
    </Suspense>
  )
}

function Campaigns() {
  const mayManage = useCan()('campaigns:manage')
  const asked = useQuery(campaigns.list, {})
  const [level] = useUrl('level')
  const [standing] = useUrl('state')
  const [shown, show] = useUrl('show')
  const own = useOwnColumns()
  const rows = asked.data?.items.filter(
    (one) => (!level || one.level === level) && (!standing || one.standing === standing) && own.isShown(one),
  )
  return (
    <>
      <ListPage<Placed>
        id="campaigns"
        title="Campaigns"
        what="campaigns"
        description="Programmes, their campaigns and the tactics of each: who owns it, where it stands, who decides next."
        rows={rows && inTree(rows)}
        rowId={(one) => one.id}
        rowPath={(one) => `/campaigns/${one.id}`}
        columns={[...columns, ...own.columns]}
        filters={
          <>
            <UrlFilter
              name="level"
              label="Level"
              options={levels.map((value) => ({ value, label: levelTitles[value] }))}
            />
            <UrlFilter
              name="state"
              label="State"
              options={standings.map((value) => ({ value, label: value }))}
            />
            {own.filters}
          </>
        }
        actions={
          <>
            {campaignStarts.map((Start) => (
              <Start key={Start.displayName ?? Start.name} />
            ))}
            <Button icon={<Link2 size={14} />} to="/campaigns/links">
              Links
            </Button>
            <Button icon={<ListChecks size={14} />} onClick={() => show('checklist')}>
              Brand checklist
            </Button>
          </>
        }
        {...(mayManage ? { create: { label: 'Plan a campaign', path: '/campaigns/new' } } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          children: 'No campaign is planned yet. Begin with a programme, or with the next campaign.',
          action: mayManage && (
            <Button look="primary" to="/campaigns/new">
              Plan a campaign
            </Button>
          ),
        }}
      />
      {shown === 'checklist' && <Checklist onClose={() => show('')} />}
    </>
  )
}
