import { Play } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useToday } from '../../../ui/period/usePeriod.ts'
import { useCommand, useQuery } from '../../../ui/query.ts'
import type { Detail } from '../../work/contract.ts'
import { timesheets } from '../contract.ts'
import { minutesOf } from '../rules.ts'
import { hours, shortDay, sourceNames } from './words.ts'

/** Time on the page of an item: what it took in all, and one’s own entries. */
export default function ItemTime({ detail }: { detail: Detail }) {
  const { id, estimateMinutes: estimate } = detail.item
  const { data } = useQuery(timesheets.ofItem, { id })
  const start = useCommand(timesheets.startTimer)
  if (!data) return null
  const spent = `${hours(data.minutes)} h${estimate ? ` of ${hours(estimate)} h estimated` : ''}`
  const run = async () => {
    const done = await start.run({ itemId: id })
    if (done)
      toast('Timer started', { detail: done.stopped ? 'The one that ran was kept.' : 'Stop it under Time.' })
  }
  return (
    <Card
      title="Time"
      hint={data.people > 0 ? `${spent}, ${data.people === 1 ? '1 person' : `${data.people} people`}` : spent}
      actions={
        <Button small icon={<Play size={14} />} isBusy={start.isRunning} onClick={() => void run()}>
          Start timer
        </Button>
      }
    >
      <AddTime itemId={id} />
      {data.own.length > 0 && (
        <ul className="pt-2">
          {data.own.map((one) => (
            <li key={one.id} className="flex gap-3 text-sm">
              <span className="w-16 text-ink-3">{shortDay(one.day)}</span>
              <span className="tabular">{`${hours(one.minutes)} h`}</span>
              <span className="truncate text-ink-3">{one.note || sourceNames[one.source]}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function AddTime({ itemId }: { itemId: string }) {
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const add = useCommand(timesheets.add)
  const removal = useCommand(timesheets.remove)
  const minutes = minutesOf(typed)
  const today = useToday()
  const save = async () => {
    if (!minutes) return
    const done = await add.run({ itemId, day: today, minutes, note })
    if (!done) return
    setTyped('')
    setNote('')
    toast(`${hours(minutes)} h written down`, { undo: () => void removal.run({ ids: [done.id] }) })
  }
  return (
    <form
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="w-24">
        <Input aria-label="Hours today" placeholder="1.5 or 1:30" value={typed} onChange={setTyped} />
      </div>
      <div className="min-w-32 flex-1">
        <Input aria-label="Note" placeholder="Note" value={note} onChange={setNote} />
      </div>
      <Button disabled={!minutes} isBusy={add.isRunning} onClick={() => void save()}>
        Write down
      </Button>
    </form>
  )
}
