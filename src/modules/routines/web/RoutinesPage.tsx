import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Routine, routines } from '../contract.ts'
import { RoutineForm } from './RoutineForm.tsx'

const nextDay = (one: Routine): string => one.next.find((due) => !due.isSkipped)?.dueOn ?? ''

const columns: Column<Routine>[] = [
  {
    ...{ id: 'name', title: 'Routine', value: (one: Routine) => one.name },
    cell: (one) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{one.name}</span>
        {one.isStopped && <Badge>Stopped</Badge>}
        {!one.isStopped && one.whyNot && <Badge tone="warn">Cannot run</Badge>}
        {one.pausedUntil && !one.isStopped && <Badge tone="warn">{`Paused until ${one.pausedUntil}`}</Badge>}
      </span>
    ),
  },
  { id: 'words', title: 'Comes', value: (one) => one.inWords, width: 280 },
  { id: 'template', title: 'Makes', value: (one) => one.template.name, width: 180 },
  { id: 'board', title: 'Board', value: (one) => one.board.name, width: 150 },
  {
    ...{ id: 'next', title: 'Next due', value: nextDay, width: 110 },
    cell: (one) => (nextDay(one) ? <Day date={nextDay(one)} /> : <span className="text-ink-3">–</span>),
  },
  { id: 'made', title: 'Made', value: (one) => one.made, align: 'end', width: 80 },
]

export default function RoutinesPage() {
  const navigate = useNavigate()
  const [shown, show] = useUrl('show')
  const asked = useQuery(routines.list, {})
  const mayWrite = useCan()('work:write')
  const open = () => show('new')
  return (
    <>
      <ListPage<Routine>
        id="routines"
        title="Routines"
        what="routines"
        description="What comes again and again is put on its board by itself, once, in time."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/routines/${one.id}`}
        {...(mayWrite ? { create: { label: 'Begin a routine', run: open } } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          children:
            'No routine yet. Write down once what a weekly report or a newsletter takes; it then comes by itself.',
          ...(mayWrite
            ? {
                action: (
                  <Button look="primary" icon={<Plus size={14} />} onClick={open}>
                    Begin a routine
                  </Button>
                ),
              }
            : {}),
        }}
      />
      {shown === 'new' && mayWrite && (
        <RoutineForm
          routine={null}
          onClose={() => show('')}
          onSaved={({ id }) => void navigate({ to: `/routines/${id}` })}
        />
      )}
    </>
  )
}
