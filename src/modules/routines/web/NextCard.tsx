import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Routine, routines, type Upcoming } from '../contract.ts'
import { DayDialog } from './DayDialog.tsx'
import { NextLine } from './RuleField.tsx'

type NextCardProps = { one: Routine; mayWrite: boolean }

/** The next five, each of which can be skipped, moved or made now. */
export function NextCard({ one, mayWrite }: NextCardProps) {
  return (
    <Card title="Next" hint={`Times of ${one.zone}`}>
      {one.next.length === 0 && (
        <p className="text-ink-3">
          {one.isStopped ? 'It is stopped: nothing comes.' : 'It has ended: nothing is still to come.'}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {one.next.map((due) => (
          <li key={due.occurs} className="flex items-center gap-3 py-1.5">
            <div className="min-w-0 flex-1">
              <NextLine one={due} />
            </div>
            {mayWrite && <Deeds routine={one} due={due} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Deeds({ routine, due }: { routine: Routine; due: Upcoming }) {
  const { id } = routine
  const { occurs } = due
  const [isMoving, setMoving] = useState(false)
  const skip = useCommand(routines.skip)
  const move = useCommand(routines.moveOne)
  const clear = useCommand(routines.clearException)
  const make = useCommand(routines.makeNow, { alsoRefresh: ['work'] })
  const takeBack = useCommand(routines.takeBack, { alsoRefresh: ['work'] })
  const undo = () => void clear.run({ id, occurs })
  const isException = due.isMoved || (due.isSkipped && due.says.startsWith('Skipped'))
  const leaveOut = async () => {
    if (await skip.run({ id, occurs })) toast(`${due.dueOn} is left out`, { undo })
  }
  const moveTo = async (to: string, reason: string) => {
    if (await move.run({ id, occurs, to, reason })) {
      setMoving(false)
      toast(`Moved to ${to}`, { undo })
    }
  }
  const makeNow = async () => {
    const made = await make.run({ id, occurs })
    if (made) toast(`W-${made.items[0]?.number} is made`, { undo: () => void takeBack.run({ id: made.id }) })
  }
  const items = [
    { label: 'Make it now', onSelect: () => void makeNow() },
    { label: 'Move it', onSelect: () => setMoving(true) },
    isException
      ? { label: 'Let it come as its rule says', onSelect: undo }
      : { label: 'Skip it', onSelect: () => void leaveOut() },
  ]
  return (
    <>
      <Menu align="end" items={items}>
        <Button small look="quiet" aria-label={`More about ${due.dueOn}`}>
          More
        </Button>
      </Menu>
      {isMoving && (
        <DayDialog
          hasReason
          title={`Move what is due on ${due.dueOn}`}
          label="Due on"
          verb="Move it"
          day={due.dueOn}
          onSave={(to, reason) => void moveTo(to, reason)}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  )
}
