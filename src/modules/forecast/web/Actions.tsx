import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrlPatch } from '../../../ui/useUrl.ts'
import { type Action, forecast } from '../contract.ts'

/** What was decided about changes: who sees to it, by when, and whether it is done. */
export function Actions() {
  const asked = useQuery(forecast.actions, {})
  const canAct = useCan()('forecast:act')
  const goTo = useUrlPatch()
  return (
    <Card
      title="Actions"
      hint="The most urgent first; the owner sees it on the home page a week before it is due."
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          asked.data?.items.length === 0 && {
            children: 'Nothing was decided yet. Look at what changed, and turn a line into an action.',
            action: <Button onClick={() => goTo({ tab: undefined })}>See what changed</Button>,
          }
        }
      >
        {() => (
          <DataTable<Action>
            caption="Actions"
            rows={asked.data?.items ?? []}
            rowId={(one) => one.id}
            columns={[...columns, ...(canAct ? [closing] : [])]}
          />
        )}
      </FaceOf>
    </Card>
  )
}

const columns: Column<Action>[] = [
  { id: 'says', title: 'What is to be done', value: (one) => one.says },
  {
    id: 'about',
    title: 'About',
    value: (one) => one.metricTitle,
    cell: (one) => (
      <Link
        to="/changes"
        search={
          { metric: one.metric, period: `${one.from}..${one.to}`, by: one.dimension ?? undefined } as never
        }
        className="text-accent-ink hover:underline"
      >
        {one.dimension === null ? one.metricTitle : `${one.metricTitle}, ${one.segment ?? 'blank'}`}
      </Link>
    ),
  },
  { id: 'owner', title: 'Who', value: (one) => one.owner.name },
  { id: 'due', title: 'Look again', value: (one) => one.dueOn, cell: (one) => <Day date={one.dueOn} /> },
  {
    id: 'state',
    title: 'State',
    value: (one) => one.state,
    cell: (one) => <State one={one} />,
  },
]

const State = ({ one }: { one: Action }) =>
  one.state === 'done' ? (
    <Badge tone="good">Done</Badge>
  ) : one.isOverdue ? (
    <Badge tone="bad">Overdue</Badge>
  ) : (
    <Badge tone="info">Open</Badge>
  )

const closing: Column<Action> = {
  id: 'close',
  title: '',
  value: () => '',
  cell: (one) => <Close one={one} />,
}

function Close({ one }: { one: Action }) {
  const change = useCommand(forecast.changeAction, { alsoRefresh: ['identity'] })
  const put = async (state: Action['state']) => {
    const done = await change.run({ id: one.id, state })
    if (done && state === 'done')
      toast('Done', { undo: () => void change.run({ id: one.id, state: 'open' }) })
  }
  const isOpen = one.state === 'open'
  return (
    <Button
      small
      look="quiet"
      isBusy={change.isRunning}
      aria-label={`${isOpen ? 'Close' : 'Open again'}: ${one.says}`}
      onClick={() => void put(isOpen ? 'done' : 'open')}
    >
      {isOpen ? 'Done' : 'Open again'}
    </Button>
  )
}
