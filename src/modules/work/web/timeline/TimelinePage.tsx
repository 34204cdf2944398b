import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { addDays } from '../../../../methods/days.ts'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { FaceOf, Page } from '../../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../../ui/list/UrlFilter.tsx'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../../ui/parts/Button.tsx'
import { Segmented } from '../../../../ui/parts/Segmented.tsx'
import { useToday } from '../../../../ui/period/usePeriod.ts'
import { useCan } from '../../../../ui/port/Ports.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { type Mine, work } from '../../contract.ts'
import { conflictsOf } from '../../rules.ts'
import { ItemDrawer } from '../item/ItemDrawer.tsx'
import { ItemFilters } from '../list/Filters.tsx'
import { useItemsUrl } from '../list/useItemsUrl.ts'
import { openNewItem } from '../new-item.ts'
import { useUndo } from '../undo.ts'
import { Chart } from './Chart.tsx'
import { type Lane, lanes, rowsOf } from './rows.ts'
import { scaleOf, stepOf, type Zoom } from './scale.ts'

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What is in sight, from the URL. */
function useSight() {
  const today = useToday()
  const [zoomText, setZoom] = useUrl('zoom', 'weeks')
  const [at, setAt] = useUrl('at')
  const [laneText] = useUrl('lane', 'board')
  const zoom: Zoom = zoomText === 'months' ? 'months' : 'weeks'
  const around = isDay(at) ? at : today
  const scale = useMemo(() => scaleOf(zoom, around), [zoom, around])
  const lane = lanes.find((one) => one === laneText) ?? 'board'
  return {
    ...{ today, zoom, scale, lane, setZoom, setAt },
    step: (by: 1 | -1) => setAt(addDays(around, by * stepOf(zoom))),
  }
}

type Sight = ReturnType<typeof useSight>

export default function TimelinePage() {
  const sight = useSight()
  const { which } = useItemsUrl()
  const { from, to } = sight.scale
  const asked = useQuery(work.timeline, { ...which, from, to })
  const canEdit = useCan()('work:write')
  const undo = useUndo()
  useKeys({ c: () => openNewItem(), z: undo.takeLast }, { isOn: canEdit })
  useKeys({ '+': () => sight.setZoom('weeks'), '-': () => sight.setZoom('months'), t: () => sight.setAt('') })
  const { data } = asked
  return (
    <Page isFlush title="Timeline" actions={<Controls sight={sight} />}>
      <div className="flex flex-wrap items-center gap-2 px-(--gutter) pb-2">
        <UrlFilter name="lane" label="Lanes" anyLabel="By board" options={laneOptions} />
        <ItemFilters />
      </div>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={
          data?.items.length === 0 && {
            children:
              data.undated > 0
                ? `${data.undated.toLocaleString('en')} items have no days. Give them a first or a due day, and they stand here.`
                : 'Nothing stands in these days.',
            action: <Button to="/work">All items</Button>,
          }
        }
      >
        {() => data && <Full data={data} sight={sight} canEdit={canEdit} />}
      </FaceOf>
      <ItemDrawer />
    </Page>
  )
}

const laneOptions = [
  { value: 'goal', label: 'By what they serve' },
  { value: 'assignee', label: 'By assignee' },
]

function Controls({ sight: { zoom, setZoom, setAt, step } }: { sight: Sight }) {
  return (
    <>
      <IconButton label="Earlier" onClick={() => step(-1)}>
        <ChevronLeft size={16} />
      </IconButton>
      <Button onClick={() => setAt('')}>Today</Button>
      <IconButton label="Later" onClick={() => step(1)}>
        <ChevronRight size={16} />
      </IconButton>
      <Segmented
        label="Zoom"
        value={zoom}
        onChange={setZoom}
        options={[
          { value: 'weeks', label: 'Weeks' },
          { value: 'months', label: 'Months' },
        ]}
      />
    </>
  )
}

type FullProps = {
  data: { items: Mine['now']; waits: { id: string; otherId: string }[]; total: number; undated: number }
  sight: Sight
  canEdit: boolean
}

function Full({ data: { items, waits, total, undated }, sight, canEdit }: FullProps) {
  const [, setItem] = useUrl('item')
  const boards = useQuery(work.boards, {}).data?.items
  const names = useMemo(() => new Map(boards?.map((one) => [one.id, one.name])), [boards])
  const rows = useMemo(() => rowsOf(items, sight.lane as Lane, names), [items, sight.lane, names])
  const conflicts = [...conflictsOf(items, waits).values()]
  const rest = [
    total > items.length
      ? `The first ${items.length.toLocaleString('en')} of ${total.toLocaleString('en')} are shown.`
      : '',
    undated > 0 ? `${undated.toLocaleString('en')} open items have no days and are not shown.` : '',
  ]
  return (
    <>
      <div className="flex flex-col gap-2 px-(--gutter) pb-2">
        {conflicts.length > 0 && (
          <Notice tone="bad">
            {conflicts.slice(0, 2).join(' ')}
            {conflicts.length > 2 && ` And ${conflicts.length - 2} more do not fit.`}
          </Notice>
        )}
        {rest.some(Boolean) && <p className="text-sm text-ink-3">{rest.filter(Boolean).join(' ')}</p>}
      </div>
      <Chart
        rows={rows}
        waits={waits}
        scale={sight.scale}
        zoom={sight.zoom}
        today={sight.today}
        canEdit={canEdit}
        onOpen={(item) => setItem(item.id)}
      />
    </>
  )
}
