import { address } from '../../../kernel/client.ts'
import type { Out } from '../../../kernel/contract.ts'
import { download } from '../../../ui/format/save.ts'
import { Day, Money } from '../../../ui/format/Values.tsx'
import type { Column, Sort } from '../../../ui/list/columns.ts'
import { List } from '../../../ui/list/List.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { useListUrl } from '../../../ui/list/useListUrl.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useSavedViews } from '../../views/web/index.ts'
import { costs } from '../contract.ts'
import { type Kind, kinds, kindTitles, sorts } from '../rules.ts'
import { wholeOf } from './cost-input.ts'
import { Totals } from './Totals.tsx'
import { useKindOptions } from './useKindOptions.ts'
import { useRemoving } from './useRemoving.ts'

type Line = Out<typeof costs.list>['items'][number]

const columns: Column<Line>[] = [
  {
    id: 'note',
    title: 'What',
    value: (one) => one.note || one.campaign || kindTitles[one.kind],
  },
  {
    id: 'kind',
    title: 'Kind',
    width: 96,
    value: (one) => kindTitles[one.kind],
    cell: (one) => <Badge>{kindTitles[one.kind]}</Badge>,
  },
  { id: 'channel', title: 'Channel', width: 112, value: (one) => one.channel },
  { id: 'campaign', title: 'Campaign', value: (one) => one.campaign, isHidden: true },
  {
    id: 'amount',
    title: 'Amount',
    width: 132,
    align: 'end',
    value: wholeOf,
    cell: (one) => (
      <>
        <Money minor={one.minor} currency={one.currency} />
        {one.repeats === 'monthly' && <span className="text-ink-3"> / month</span>}
      </>
    ),
  },
  {
    id: 'startsOn',
    title: 'From',
    width: 104,
    value: (one) => one.startsOn,
    cell: (one) => <Day date={one.startsOn} />,
  },
  {
    id: 'endsOn',
    title: 'To',
    width: 104,
    value: (one) => one.endsOn,
    cell: (one) => (one.endsOn ? <Day date={one.endsOn} /> : <span className="text-ink-3">goes on</span>),
  },
  {
    id: 'counted',
    isSortable: false,
    title: 'In the period',
    width: 116,
    align: 'end',
    value: (one) => one.counted?.amount ?? null,
    cell: (one) => (
      <Money
        amount={one.counted?.amount ?? null}
        currency={one.counted?.currency}
        reason={`No rate for ${one.currency} is known on its days.`}
      />
    ),
  },
  { id: 'createdBy', title: 'Added by', width: 160, value: (one) => one.createdBy, isHidden: true },
]

function emptyWords(kind: Kind | undefined, isWithoutPeople: boolean): string {
  if (kind === 'people' && isWithoutPeople)
    return 'What people cost is for those with the permission “costs:people”. Whoever manages roles can give it to you.'
  if (kind) return 'No cost of this kind lies in the period.'
  const what = isWithoutPeople ? 'agencies, tools and events' : 'agencies, tools, events and people'
  return `Nothing is written for this period: add what ${what} cost, and every price counts it.`
}

function sortOf(sort: Sort | null) {
  const known = sorts.find((one) => one === sort?.id)
  return known && sort ? ({ sort: known, order: sort.isDown ? 'down' : 'up' } as const) : {}
}

/** The costs written here, beneath what they and the imported spend come to in the period. */
export function Ledger({ onOpen }: { onOpen: (id: string) => void }) {
  const { range } = usePeriod()
  const can = useCan()
  const [kindText] = useUrl('kind')
  const kind = kinds.find((one) => one === kindText)
  const { q, sort } = useListUrl()
  const input = { ...range, ...(kind ? { kind } : {}), ...(q ? { search: q } : {}) }
  const asked = useRows(costs.list, { ...input, ...sortOf(sort) })
  const kindOptions = useKindOptions()
  const remove = useRemoving()
  const views = useSavedViews('/costs')
  return (
    <>
      <div className="quiet-scroll shrink-0 px-(--gutter) py-3 narrow:max-h-40 narrow:overflow-y-auto">
        <Totals asked={{ data: asked.first, isPending: asked.isPending }} />
      </div>
      <List<Line>
        id="costs"
        what="costs"
        rows={asked.rows}
        total={asked.total}
        paging={asked.paging}
        rowId={(one) => one.id}
        onOpen={(one) => onOpen(one.id)}
        onEdit={(one) => onOpen(one.id)}
        columns={columns}
        views={views}
        filters={<UrlFilter name="kind" label="Kind" anyLabel="Any kind" options={kindOptions} />}
        bulk={can('costs:write') ? [{ label: 'Remove', run: remove }] : []}
        onExport={(format) => download(address(costs.exportLines, { ...input, format }).url)}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{
          children: emptyWords(kind, asked.first?.isWithoutPeople ?? false),
          action: can('costs:write') && (
            <Button look="primary" onClick={() => onOpen('new')}>
              Add a cost
            </Button>
          ),
        }}
      />
    </>
  )
}
