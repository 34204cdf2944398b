import type { Out } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { day } from '../../../ui/format/when.ts'
import { useQuery } from '../../../ui/query.ts'
import { share } from '../contract.ts'
import { Moved } from './Moved.tsx'

export type AskedPieces = {
  what: 'actual' | 'planned'
  label: string
  week?: string
  isVision?: boolean
  personId?: string
  teamId?: string
}
type Piece = Out<typeof share.explain>['pieces'][number]
type DrawerProps = AskedPieces & { whose: { personId?: string; teamId?: string }; onClose: () => void }

/** A figure of the meter down to its items and hours. */
export function PiecesDrawer({ label, whose, onClose, ...asked }: DrawerProps) {
  const query = useQuery(share.explain, { ...whose, ...asked })
  const { data } = query
  const shown = data?.pieces.reduce((sum, one) => sum + one.minutes, 0) ?? 0
  const isShare = asked.isVision === undefined
  const hours = (minutes: number) => (minutes / 60).toFixed(1)
  return (
    <ExplainDrawer<Piece>
      isOpen
      onClose={onClose}
      isLoading={query.isPending}
      error={query.error}
      onRetry={query.refetch}
      figure={{
        ...{ label, unit: isShare ? ('ratio' as const) : ('number' as const) },
        value: data ? (isShare ? (data.total > 0 ? data.vision / data.total : null) : shown / 60) : null,
      }}
      period={data ? `${day(data.from, 'short')} – ${day(data.to, 'short')}` : ''}
      definition={asked.what === 'planned' ? definitions.planned : definitions.actual}
      formula={data ? `${hours(data.vision)} h ÷ ${hours(data.total)} h` : undefined}
      rows={{
        columns,
        rows: data?.pieces ?? [],
        rowId: (one) => `${one.itemId}${one.name}${one.person}${one.source}`,
      }}
    >
      {data && asked.what === 'planned' && !whose.personId && !whose.teamId && <Moved moves={data.moves} />}
    </ExplainDrawer>
  )
}

const definitions = {
  actual:
    'Hours on items that lead up to the vision as links stand now ÷ all hours worked. Other duties and what hangs on no item are worked and not vision; absence is no work.',
  planned:
    'What is left of open items that lead up to the vision as links stand now ÷ what is left of all open items, on the days of these four weeks.',
}

const columns = [
  {
    ...{ id: 'what', title: 'What' },
    value: (one: Piece) => one.name,
    cell: (one: Piece) =>
      one.itemId ? (
        <a className="text-accent-ink hover:underline" href={`/work/items/${one.itemId}`}>
          {one.name}
        </a>
      ) : (
        one.name
      ),
  },
  { id: 'person', title: 'Person', width: 130, value: (one: Piece) => one.person ?? '' },
  {
    ...{ id: 'hours', title: 'Hours', align: 'end' as const, width: 80 },
    value: (one: Piece) => one.minutes / 60,
    cell: (one: Piece) => (one.minutes / 60).toFixed(1),
  },
  { id: 'vision', title: 'Vision', width: 70, value: (one: Piece) => (one.isVision ? 'yes' : 'no') },
  { id: 'source', title: 'Comes from', width: 150, value: (one: Piece) => one.source },
]
