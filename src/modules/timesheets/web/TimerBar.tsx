import { Play, Square } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Timer, timesheets } from '../contract.ts'
import { minutesOf } from '../rules.ts'
import { type What, WhatPicker } from './WhatPicker.tsx'
import { hours, whatOf } from './words.ts'

const nothing: What = { itemId: null, duty: null }

/** The timer of whoever looks; kept by the server, so it runs on when the page is closed. */
export function TimerBar() {
  const { data } = useQuery(timesheets.timer, {}, { every: 30_000 })
  if (!data) return null
  return (
    <section
      aria-label="Timer"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface p-2"
    >
      {data.timer ? <Running timer={data.timer} /> : <Starting />}
    </section>
  )
}

function Starting() {
  const [what, setWhat] = useState<What>(nothing)
  const start = useCommand(timesheets.startTimer)
  const isChosen = what.itemId !== null || what.duty !== null
  const run = () => isChosen && void start.run(what)
  useKeys({ t: run })
  return (
    <>
      <div className="min-w-64 flex-1">
        <WhatPicker label="What the timer is for" value={what} onChange={setWhat} />
      </div>
      <Button
        look="primary"
        disabled={!isChosen}
        isBusy={start.isRunning}
        onClick={run}
        icon={<Play size={14} />}
      >
        Start timer
      </Button>
    </>
  )
}

function Running({ timer }: { timer: Timer }) {
  const stop = useCommand(timesheets.stopTimer)
  const drop = useCommand(timesheets.dropTimer)
  const removal = useCommand(timesheets.remove)
  const [typed, setTyped] = useState('')
  const minutes = timer.isOvernight ? minutesOf(typed) : undefined
  const run = async () => {
    const done = await stop.run({ id: timer.id, ...(minutes ? { minutes } : {}) })
    if (done)
      toast(`${hours(done.entry.minutes)} h kept`, {
        undo: () => void removal.run({ ids: [done.entry.id] }),
      })
  }
  useKeys({ t: () => void run() })
  return (
    <>
      <span className="min-w-0 flex-1 truncate">
        <strong>{`${hours(timer.minutes)} h`}</strong>
        {` · ${whatOf(timer)}`}
        {timer.isOvernight && (
          <span className="block text-sm text-warn">
            It ran over midnight. How long did you work? The time on the clock is not kept by itself.
          </span>
        )}
      </span>
      {timer.isOvernight && (
        <div className="w-28">
          <Input aria-label="Hours worked" placeholder="1.5 or 1:30" value={typed} onChange={setTyped} />
        </div>
      )}
      <Button
        look="primary"
        icon={<Square size={14} />}
        isBusy={stop.isRunning}
        disabled={timer.isOvernight && !minutes}
        onClick={() => void run()}
      >
        Stop
      </Button>
      <Button look="quiet" onClick={() => void drop.run({ id: timer.id })}>
        Throw away
      </Button>
    </>
  )
}
