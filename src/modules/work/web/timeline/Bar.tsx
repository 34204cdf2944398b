import type { KeyboardEvent } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { day } from '../../../../ui/format/when.ts'
import type { Item } from '../../contract.ts'
import { codeOf, isLate } from '../item-words.tsx'
import { type Days, type Grip, placeOf, type Scale } from './scale.ts'
import type { Shift } from './useShift.ts'

type BarProps = {
  item: Item
  days: Days
  scale: Scale
  today: string
  conflict: string | undefined
  canEdit: boolean
  shift: Shift
  onOpen: () => void
}

const shownDay = (on: string | null) => (on ? day(on) : 'no day')

/** ← and → move it by a day, with Shift by a week, with Alt its last day; Enter opens it, Escape leaves it as it was. */
export function Bar({ item, days, scale, today, conflict, canEdit, shift, onOpen }: BarProps) {
  const place = placeOf(days, scale)
  if (!place) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return shift.leave()
    if (!canEdit || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const by = (event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 7 : 1)
    shift.nudge(item, event.altKey ? 'end' : 'whole', by)
  }
  const name = `${codeOf(item)} ${item.title}, ${shownDay(days.startsOn)} to ${shownDay(days.dueOn)}`
  return (
    <div className="absolute inset-y-1.5" style={{ left: place.left, width: place.width }}>
      <button
        type="button"
        data-item={item.id}
        aria-label={conflict ? `${name}. ${conflict}` : name}
        title={conflict ?? name}
        onKeyDown={onKeyDown}
        onBlur={shift.settle}
        onClick={onOpen}
        onPointerDown={(event) => canEdit && event.button === 0 && shift.grab(item, 'whole', event)}
        className={cx(
          'flex size-full touch-none items-center overflow-hidden rounded-sm border px-1.5 text-left text-sm whitespace-nowrap',
          canEdit && 'cursor-grab active:cursor-grabbing',
          look({ ...item, dueOn: days.dueOn }, today, conflict),
        )}
      >
        {place.width > 60 && item.title}
      </button>
      {canEdit && <Edge grip="start" item={item} shift={shift} />}
      {canEdit && <Edge grip="end" item={item} shift={shift} />}
    </div>
  )
}

function look(item: Item, today: string, conflict: string | undefined): string {
  if (item.doneAt) return 'border-line bg-good-soft text-good'
  if (conflict) return 'border-bad bg-bad-soft text-bad'
  return isLate(item, today)
    ? 'border-line bg-warn-soft text-warn'
    : 'border-line bg-accent-soft text-accent-ink'
}

/** For the mouse alone; keys reach the same with Alt. */
const Edge = ({ grip, item, shift }: { grip: Grip; item: Item; shift: Shift }) => (
  <span
    aria-hidden="true"
    onPointerDown={(event) => event.button === 0 && shift.grab(item, grip, event)}
    className={cx(
      'absolute inset-y-0 w-1.5 cursor-ew-resize touch-none rounded-sm hover:bg-accent',
      grip === 'start' ? 'left-0' : 'right-0',
    )}
  />
)
