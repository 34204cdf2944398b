import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../../../ui/format/when.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Board, teamwork } from '../contract.ts'
import { everyTitle, kindTitle } from '../rules.ts'
import { BoardColumns } from './BoardColumns.tsx'
import { PastCheckIns, RedNow } from './CheckInSides.tsx'
import { Coaching } from './Coaching.tsx'
import { PointForm } from './PointForm.tsx'
import { SeriesForm } from './SeriesForm.tsx'

export default function CheckInPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(teamwork.checkIn, { id }, { keepsOld: false })
  const [doing, setDoing] = useState<'point' | 'change' | null>(null)
  const board = asked.data
  const isOn = board?.can.write === true && board.endedOn === null
  useKeys({ c: () => setDoing('point') }, { isOn })
  useKeys({ e: () => setDoing('change') }, { isOn: board?.can.write ?? false })
  return (
    <>
      <Page
        title={board?.name ?? 'Check-in'}
        crumbs={[{ title: 'Check-ins', path: '/check-ins' }]}
        description={board && <About board={board} />}
        actions={board?.can.write && <Deeds board={board} onDo={setDoing} />}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => board && <Shown board={board} />}
      </Page>
      {board && doing === 'point' && <PointForm board={board} point={null} onClose={() => setDoing(null)} />}
      {board && doing === 'change' && <SeriesForm of={board} onClose={() => setDoing(null)} />}
    </>
  )
}

const About = ({ board }: { board: Board }) => (
  <span className="flex flex-wrap items-center gap-2">
    <Badge>{kindTitle[board.kind]}</Badge>
    {board.streak > 1 && <Badge tone="good">{`${board.streak} held in a row`}</Badge>}
    {[
      everyTitle[board.every],
      ...(board.nextOn && !board.endedOn ? [`next on ${day(board.nextOn)}`] : []),
      board.people.map((one) => one.name).join(', '),
      ...(board.guests.length > 0 ? [`guests: ${board.guests.map((one) => one.name).join(', ')}`] : []),
    ].join(' · ')}
  </span>
)

function Deeds({ board, onDo }: { board: Board; onDo: (what: 'point' | 'change') => void }) {
  const hold = useCommand(teamwork.hold)
  const undo = useCommand(teamwork.undoHolding)
  const held = async () => {
    const which = { id: board.id, meetingId: board.nextId ?? '' }
    const done = await hold.run(which)
    if (done)
      toast('Noted as held', {
        detail: done.nextOn ? `The next one is prepared for ${day(done.nextOn)}.` : '',
        undo: () => void undo.run(which),
      })
  }
  const isOn = board.endedOn === null
  return (
    <>
      <Button onClick={() => onDo('change')}>Change</Button>
      {isOn && <Button onClick={() => onDo('point')}>Add a point</Button>}
      {isOn && board.nextId && (
        <Button look="primary" isBusy={hold.isRunning} onClick={() => void held()}>
          It was held
        </Button>
      )}
    </>
  )
}

const Shown = ({ board }: { board: Board }) => (
  <>
    {board.endedOn && <Ended board={board} />}
    {!board.can.write && <Notice tone="info">You are a guest here: you read the board.</Notice>}
    <BoardColumns board={board} />
    <div className="grid grid-cols-2 items-start gap-(--gap) max-[1060px]:grid-cols-1">
      <PastCheckIns board={board} />
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {board.kind !== 'one-to-one' && board.can.write && <RedNow board={board} />}
        {board.can.write && <Coaching occasion={board.kind === 'one-to-one' ? 'one-to-one' : 'check-in'} />}
      </div>
    </div>
  </>
)

function Ended({ board }: { board: Board }) {
  const change = useCommand(teamwork.changeSeries)
  const again = () => void change.run({ id: board.id, version: board.version, isEnded: false })
  return (
    <Notice
      tone="warn"
      action={
        board.can.write && (
          <Button small isBusy={change.isRunning} onClick={again}>
            Take it up again
          </Button>
        )
      }
    >
      {`It ended on ${day(board.endedOn ?? '')}. Its board stays to be read.`}
    </Notice>
  )
}
