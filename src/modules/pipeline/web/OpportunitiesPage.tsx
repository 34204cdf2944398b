import { Page } from '../../../ui/kit/Page.tsx'
import { List } from '../../../ui/list/List.tsx'
import { useListUrl } from '../../../ui/list/useListUrl.ts'
import { useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useSavedViews } from '../../views/web/index.ts'
import { type Opportunity, pipeline } from '../contract.ts'
import { useNothing } from './NothingYet.tsx'
import { opportunityColumns, sortOf } from './opportunity-columns.tsx'
import { Totals } from './Totals.tsx'
import { useCohort } from './useCohort.ts'
import { Where } from './Where.tsx'
import { WinLoss } from './WinLoss.tsx'

const tabs = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'why', label: 'Win / loss' },
] as const

export default function OpportunitiesPage() {
  const [tab] = useUrl('tab', 'all')
  return (
    <Page
      hasPeriod
      isFlush={tab !== 'why'}
      title="Opportunities"
      description="What sales works on and what became of it, as the imports say."
      tabs={tabs}
    >
      {tab === 'why' ? <WinLoss /> : <Opportunities outcome={tab} />}
    </Page>
  )
}

function Opportunities({ outcome }: { outcome: string }) {
  const { cohort } = useCohort()
  const { q, sort } = useListUrl()
  const asked = useRows(pipeline.opportunities, {
    ...cohort,
    ...sortOf(sort),
    ...(q ? { search: q } : {}),
    ...(outcome === 'open' || outcome === 'won' || outcome === 'lost' ? { outcome } : {}),
  })
  const nothing = useNothing('opportunities')
  const views = useSavedViews('/opportunities')
  return (
    <>
      <div className="quiet-scroll shrink-0 px-(--gutter) py-3 narrow:max-h-40 narrow:overflow-y-auto">
        <Totals />
      </div>
      <List<Opportunity>
        id="opportunities"
        what="opportunities"
        rows={asked.rows}
        total={asked.total}
        rowId={(one) => one.id}
        rowPath={(one) => `/opportunities/${encodeURIComponent(one.id)}`}
        columns={opportunityColumns}
        views={views}
        filters={<Where />}
        paging={asked.paging}
        isSelectable={false}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={nothing}
      />
    </>
  )
}
