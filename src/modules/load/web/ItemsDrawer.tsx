import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Change, load, type OpenItem } from '../contract.ts'
import { hours, shortDay } from './words.ts'

export type AskedCell = { personId: string; name: string; from: string; to: string }
type DrawerProps = AskedCell & { changes: Change[]; onClose: () => void }

/** The items that the planned hours of a person in a week come from. */
export function ItemsDrawer({ personId, name, from, to, changes, onClose }: DrawerProps) {
  const asked = useQuery(load.explain, { personId, from, to, changes })
  const { data } = asked
  const planned = data?.items.reduce((sum, one) => sum + one.minutes, 0) ?? 0
  return (
    <ExplainDrawer<OpenItem>
      isOpen
      onClose={onClose}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      figure={{ label: `Planned for ${name}`, value: data ? planned / 60 : null, unit: 'number' }}
      period={`${shortDay(from)} – ${shortDay(to)}`}
      definition="What is left of the estimates of open items, shared evenly by their assignees and spread over the days on which each can be planned, from today or the start to the due day. Without a due day an item takes ten working days; one that is overdue takes the next five."
      formula={data ? `${hours(planned)} h planned of ${hours(data.available)} h available` : undefined}
      rows={{
        columns: [
          {
            ...{ id: 'item', title: 'Item' },
            value: (one: OpenItem) => one.title,
            cell: (one: OpenItem) =>
              one.number > 0 ? (
                <a className="text-accent-ink hover:underline" href={`/work/items/${one.id}`}>
                  {`W-${one.number} ${one.title}`}
                </a>
              ) : (
                one.title
              ),
          },
          { id: 'due', title: 'Due', width: 100, value: (one: OpenItem) => one.dueOn ?? '' },
          {
            ...{ id: 'hours', title: 'Hours', align: 'end' as const, width: 80 },
            value: (one: OpenItem) => one.minutes / 60,
            cell: (one: OpenItem) => String(Number((one.minutes / 60).toFixed(2))),
          },
          {
            ...{ id: 'guess', title: 'Estimate', width: 160 },
            value: (one: OpenItem) => (one.isGuessed ? `usual for ${one.type}` : 'its own'),
          },
        ],
        rows: data?.items ?? [],
        rowId: (one) => one.id,
      }}
    />
  )
}
