import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Week } from '../contract.ts'
import { sumOf } from '../rules.ts'
import type { CardProps } from './TimePage.tsx'
import { WeekBars } from './WeekBars.tsx'
import { WeekForm } from './WeekForm.tsx'
import { hours, shortDay } from './words.ts'

export function WeekCard({ time }: CardProps) {
  const [isEditing, setEditing] = useState(false)
  const set = useCommand(availability.setWeek, { isQuiet: true })
  const { now, weeks, person } = time
  return (
    <Card
      title="Working week"
      hint={now.isOwn ? 'Of their own' : 'The organisation’s'}
      actions={
        time.can.manage && (
          <Button small onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      <WeekBars minutes={now.minutes} />
      <p className="mt-2 text-ink-2">{`${hours(sumOf(now.minutes))} h a week, ${now.focusPercent} % of what other duties leave can be planned.`}</p>
      {weeks.length > 0 && <WeekHistory weeks={weeks} mayManage={time.can.manage} />}
      {isEditing && (
        <WeekForm
          id={`week-${person.id}`}
          title={`Working week of ${person.name}`}
          now={now}
          onSave={(said) => set.attempt({ id: person.id, version: time.version, ...said })}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  )
}

/** What held from when; a change can be taken back, and that undone. */
export function WeekHistory({ weeks, mayManage }: { weeks: Week[]; mayManage: boolean }) {
  const remove = useCommand(availability.removeWeek)
  const restore = useCommand(availability.restoreWeek)
  const drop = async (week: Week) => {
    if (await remove.run({ id: week.id }))
      toast('Taken back', { undo: () => void restore.run({ id: week.id }) })
  }
  return (
    <ul className="mt-3 flex flex-col divide-y divide-line border-t border-line">
      {weeks.map((week) => (
        <li key={week.id} className="flex items-center gap-3 py-2">
          <span className="min-w-0 flex-1">
            {`${hours(sumOf(week.minutes))} h from ${shortDay(week.fromOn)} on`}
            <span className="block text-sm text-ink-3">{`${week.reason} · ${week.by}`}</span>
          </span>
          {mayManage && (
            <Button small look="quiet" onClick={() => void drop(week)}>
              Take back
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
