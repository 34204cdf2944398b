import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useToday } from '../../../ui/period/usePeriod.ts'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Duty } from '../contract.ts'
import { dutyNames } from '../rules.ts'
import { DutyForm } from './DutyForm.tsx'
import type { CardProps } from './TimePage.tsx'
import { hours, shortDay } from './words.ts'

export function DutiesCard({ time }: CardProps) {
  const [editing, setEditing] = useState<Duty | null>(null)
  const today = useToday()
  const now = time.duties.filter((one) => one.fromOn <= today && (one.toOn === null || one.toOn >= today))
  const sum = now.reduce((all, one) => all + one.minutes, 0)
  return (
    <Card title="Other duties" hint={sum > 0 ? `${hours(sum)} h a week now` : undefined}>
      {time.duties.length === 0 ? (
        <EmptyState>
          None noted: the whole week can be planned. Meetings, support and line management belong here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {time.duties.map((duty) => (
            <li key={duty.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{`${dutyNames[duty.kind]}, ${hours(duty.minutes)} h a week`}</span>
                <span className="block text-sm text-ink-3">{`${duty.reason} · ${spanInWords(duty)}`}</span>
              </span>
              {time.can.ask && <Deeds duty={duty} onEdit={() => setEditing(duty)} />}
            </li>
          ))}
        </ul>
      )}
      {editing && <DutyForm personId={time.person.id} duty={editing} onClose={() => setEditing(null)} />}
    </Card>
  )
}

const spanInWords = ({ fromOn, toOn }: Duty): string =>
  toOn ? `${shortDay(fromOn)} – ${shortDay(toOn)}` : `since ${shortDay(fromOn)}`

function Deeds({ duty, onEdit }: { duty: Duty; onEdit: () => void }) {
  const remove = useCommand(availability.removeDuty)
  const restore = useCommand(availability.restoreDuty)
  const drop = async () => {
    if (await remove.run({ id: duty.id }))
      toast('Other duties taken away', { undo: () => void restore.run({ id: duty.id }) })
  }
  return (
    <>
      <Button small look="quiet" onClick={onEdit}>
        Change
      </Button>
      <Button small look="quiet" isBusy={remove.isRunning} onClick={() => void drop()}>
        Remove
      </Button>
    </>
  )
}
