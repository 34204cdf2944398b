import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Routine, routines } from '../contract.ts'
import { DayDialog } from './DayDialog.tsx'
import { History } from './History.tsx'
import { usePausesHere } from './here.ts'
import { NextCard } from './NextCard.tsx'
import { RoutineForm } from './RoutineForm.tsx'

export default function RoutinePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(routines.show, { id })
  const mayWrite = useCan()('work:write')
  const [isEditing, setEditing] = useState(false)
  const one = asked.data
  return (
    <>
      <DetailPage
        title={one?.name ?? 'Routine'}
        crumbs={[{ title: 'Routines', path: '/routines' }]}
        description={one && `Comes ${one.inWords}.`}
        actions={one && mayWrite && <Actions one={one} />}
        {...(mayWrite ? { onEdit: () => setEditing(true) } : {})}
        properties={one && propertiesOf(one)}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
      >
        {() =>
          one && (
            <>
              {one.whyNot && <Notice tone="warn">{one.whyNot}</Notice>}
              <NextCard one={one} mayWrite={mayWrite} />
              <History one={one} mayWrite={mayWrite} />
            </>
          )
        }
      </DetailPage>
      {one && isEditing && (
        <RoutineForm routine={one} onClose={() => setEditing(false)} onSaved={() => undefined} />
      )}
    </>
  )
}

const freeWords = { before: 'the working day before', after: 'the working day after', keep: 'that day' }

const propertiesOf = (one: Routine) => [
  { label: 'Makes items from', value: one.template.name },
  { label: 'Board', value: one.board.name },
  { label: 'Zone', value: one.zone },
  {
    label: 'Made',
    value: one.lead === 0 ? 'on its day' : `${one.lead} working ${one.lead === 1 ? 'day' : 'days'} before`,
  },
  { label: 'A free day', value: `due on ${freeWords[one.shift]}` },
  { label: 'Missed ones', value: one.missed === 'make' ? 'are made late' : 'are skipped' },
  { label: 'Owner', value: one.owner },
  { label: 'Made so far', value: one.made },
]

function Actions({ one }: { one: Routine }) {
  const stop = useCommand(routines.stop)
  const pause = useCommand(routines.pause)
  const [isPausing, setPausing] = useState(false)
  const { id } = one
  const halt = async () => {
    const isStopped = !one.isStopped
    if (await stop.run({ id, isStopped }))
      toast(`${one.name} ${isStopped ? 'is stopped' : 'runs again'}`, {
        undo: () => void stop.run({ id, isStopped: !isStopped }),
      })
  }
  const pauseUntil = async (until: string | null) => {
    const before = one.pausedUntil
    if (await pause.run({ id, until }))
      toast(until ? `Paused until ${until}` : 'It goes on', {
        undo: () => void pause.run({ id, until: before }),
      })
    setPausing(false)
  }
  const asksPause = () => (one.pausedUntil ? void pauseUntil(null) : setPausing(true))
  usePausesHere(asksPause, !one.isStopped)
  return (
    <>
      <Button look="quiet" onClick={() => void halt()}>
        {one.isStopped ? 'Run again' : 'Stop'}
      </Button>
      {!one.isStopped && <Button onClick={asksPause}>{one.pausedUntil ? 'Let it go on' : 'Pause'}</Button>}
      {isPausing && (
        <DayDialog
          title={`Pause ${one.name}`}
          label="Goes on from"
          verb="Pause it"
          onSave={(day) => void pauseUntil(day)}
          onClose={() => setPausing(false)}
        />
      )}
    </>
  )
}
