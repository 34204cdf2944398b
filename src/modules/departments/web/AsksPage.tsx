import { HandHelping } from 'lucide-react'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { day } from '../../../ui/format/when.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Ask, departments } from '../contract.ts'
import { stateTitle } from '../rules.ts'
import { AskBoard } from './AskBoard.tsx'
import { AskFilters, useAskFilter } from './AskFilters.tsx'
import { AskForm } from './AskForm.tsx'
import { StateBadge } from './ask-words.tsx'

const columns: Column<Ask>[] = [
  {
    id: 'what',
    title: 'Ask',
    value: (one) => one.what,
    cell: (one) => <span className="block truncate font-medium">{one.what}</span>,
  },
  { id: 'page', title: 'Of', value: (one) => one.page.name, width: 130 },
  {
    id: 'state',
    title: 'State',
    value: (one) => stateTitle(one.state),
    cell: (one) => <StateBadge state={one.state} />,
    width: 110,
  },
  {
    id: 'due',
    title: 'By',
    value: (one) => one.dueOn,
    cell: (one) =>
      one.isOverdue ? <Badge tone="bad">{`Late: ${day(one.dueOn)}`}</Badge> : <Day date={one.dueOn} />,
    width: 140,
  },
  { id: 'age', title: 'Days', value: (one) => one.age, align: 'end', width: 65 },
  { id: 'rank', title: 'Place', value: (one) => one.rank, align: 'end', width: 65 },
  { id: 'size', title: 'Size', value: (one) => one.size ?? '', width: 60 },
  {
    id: 'worth',
    title: 'Worth',
    value: (one) => one.impact?.minor ?? null,
    cell: (one) => one.impact && <Money minor={one.impact.minor} currency={one.impact.currency} />,
    align: 'end',
    width: 100,
  },
  { id: 'by', title: 'Asked by', value: (one) => one.askedBy, width: 140 },
]

export default function AsksPage() {
  const [shown, show] = useUrl('show')
  const [view, setView] = useUrl('view', 'list')
  const filter = useAskFilter()
  const asked = useQuery(departments.asks, filter.input)
  const mayAsk = useCan()('departments:ask')
  const open = () => show('new')
  const shared = {
    title: 'Asks',
    description: 'What we ask of other departments, by when, and what became of it.',
    isLoading: asked.isPending,
    error: asked.error,
    onRetry: asked.refetch,
    empty: {
      icon: <HandHelping size={24} />,
      children: filter.isOn ? 'Nothing fits.' : 'Nothing was asked of anybody yet.',
      action: filter.isOn ? (
        <Button onClick={filter.clear}>Show all</Button>
      ) : (
        mayAsk && (
          <Button look="primary" onClick={open}>
            Ask something
          </Button>
        )
      ),
    },
  }
  const create = mayAsk ? { create: { label: 'Ask something', run: open } } : {}
  const views = (
    <Segmented
      label="View"
      value={view}
      options={[
        { value: 'list', label: 'List' },
        { value: 'board', label: 'Board' },
      ]}
      onChange={setView}
    />
  )
  return (
    <>
      {view === 'board' ? (
        <Page
          {...shared}
          empty={asked.data?.items.length === 0 && shared.empty}
          actions={
            <>
              {views}
              {mayAsk && (
                <Button look="primary" onClick={open}>
                  Ask something
                </Button>
              )}
            </>
          }
        >
          {() => (
            <>
              <div className="flex flex-wrap gap-2">
                <AskFilters filter={filter} />
              </div>
              <AskBoard asks={asked.data?.items ?? []} />
            </>
          )}
        </Page>
      ) : (
        <ListPage<Ask>
          {...shared}
          id="asks"
          what="asks"
          columns={columns}
          rows={asked.data?.items}
          rowId={(one) => one.id}
          rowPath={(one) => `/asks/${one.id}`}
          filters={<AskFilters filter={filter} />}
          actions={views}
          {...create}
        />
      )}
      {shown === 'new' && mayAsk && <AskForm onClose={() => show('')} />}
    </>
  )
}
