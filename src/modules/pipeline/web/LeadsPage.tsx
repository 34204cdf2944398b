import type { z } from 'zod'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { useListUrl } from '../../../ui/list/useListUrl.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useSavedViews } from '../../views/web/index.ts'
import { type Lead as LeadSchema, pipeline } from '../contract.ts'
import { useNothing } from './NothingYet.tsx'
import { useCohort } from './useCohort.ts'
import { Where } from './Where.tsx'

type Lead = z.infer<typeof LeadSchema>

export const leadName = (one: Pick<Lead, 'name' | 'email' | 'id'>) => one.name ?? one.email ?? one.id

const columns: Column<Lead>[] = [
  { id: 'name', title: 'Lead', value: leadName, isSortable: false },
  { id: 'email', title: 'E-mail', value: (one) => one.email, isSortable: false, isHidden: true },
  { id: 'account', title: 'Account', value: (one) => one.account, isSortable: false },
  {
    id: 'stage',
    title: 'Stands in',
    width: 120,
    isSortable: false,
    value: (one) => one.stage,
    cell: (one) => one.stage && <Badge>{one.stage}</Badge>,
  },
  { id: 'channel', title: 'Channel', value: (one) => one.channel, isSortable: false, width: 140 },
  { id: 'origin', title: 'Origin', value: (one) => one.origin, isSortable: false, isHidden: true },
  { id: 'owner', title: 'Owner', value: (one) => one.owner, isSortable: false, width: 140 },
  {
    id: 'leadOn',
    title: 'Became a lead',
    width: 120,
    isSortable: false,
    value: (one) => one.leadOn,
    cell: (one) => one.leadOn && <Day date={one.leadOn} />,
  },
  {
    id: 'enteredOn',
    title: 'In stage since',
    width: 120,
    isSortable: false,
    value: (one) => one.enteredOn,
    cell: (one) => one.enteredOn && <Day date={one.enteredOn} />,
  },
  {
    id: 'remarks',
    title: 'Remarks',
    isSortable: false,
    value: (one) => [one.disputed ? 'disputed' : '', one.rejectionReason ?? ''].filter(Boolean).join(', '),
    cell: (one) => (
      <span className="flex gap-1">
        {one.disputed && <Badge tone="warn">disputed</Badge>}
        {one.rejectionReason && <span className="truncate">{`rejected: ${one.rejectionReason}`}</span>}
      </span>
    ),
  },
]

export default function LeadsPage() {
  const { cohort } = useCohort()
  const { q } = useListUrl()
  const [stage] = useUrl('stage')
  const stages = useQuery(pipeline.stages, {}).data?.current.stages ?? []
  const asked = useRows(pipeline.leads, {
    ...cohort,
    ...(q ? { search: q } : {}),
    ...(stage ? { stage } : {}),
  })
  const nothing = useNothing('leads')
  const views = useSavedViews('/leads')
  return (
    <ListPage<Lead>
      hasPeriod
      id="leads"
      title="Leads"
      what="leads"
      description="Everybody who entered the first stage in the period, and where they stand now."
      rows={asked.rows}
      total={asked.total}
      rowId={(one) => one.id}
      rowPath={(one) => `/leads/${encodeURIComponent(one.id)}`}
      columns={columns}
      views={views}
      filters={
        <>
          <UrlFilter
            name="stage"
            label="Stage"
            anyLabel="Any stage"
            options={stages.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Where />
        </>
      }
      paging={asked.paging}
      isSelectable={false}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={nothing}
    />
  )
}
