import { addDays, daysBetween, weekdayOf } from '../../../../methods/days.ts'
import { spanOf } from '../../rules.ts'

export type Zoom = 'weeks' | 'months'
export type Scale = { from: string; to: string; dayWidth: number; width: number }

const terms: Record<Zoom, { dayWidth: number; before: number; days: number }> = {
  weeks: { dayWidth: 22, before: 14, days: 98 },
  months: { dayWidth: 5, before: 60, days: 400 },
}

export const stepOf = (zoom: Zoom): number => (zoom === 'weeks' ? 28 : 91)

/** The days in sight around one, from a Monday on. */
export function scaleOf(zoom: Zoom, around: string): Scale {
  const { dayWidth, before, days } = terms[zoom]
  const near = addDays(around, -before)
  const from = addDays(near, -((weekdayOf(near) + 6) % 7))
  return { from, to: addDays(from, days - 1), dayWidth, width: days * dayWidth }
}

export type Days = { startsOn: string | null; dueOn: string | null }

/** Where a bar stands, in px from the first day; null without a day. */
export function placeOf(days: Days, { from, dayWidth }: Scale): { left: number; width: number } | null {
  const span = spanOf(days)
  if (!span) return null
  return {
    left: daysBetween(from, span[0]) * dayWidth,
    width: Math.max(dayWidth, (daysBetween(span[0], span[1]) + 1) * dayWidth),
  }
}

export type Grip = 'whole' | 'start' | 'end'

/** Days moved by so many: the whole, or one end, which never passes the other. */
export function movedBy(days: Days, grip: Grip, by: number): Days {
  const span = spanOf(days)
  if (!span || by === 0) return days
  const at = (day: string | null) => (day === null ? null : addDays(day, by))
  if (grip === 'whole') return { startsOn: at(days.startsOn), dueOn: at(days.dueOn) }
  if (grip === 'end') return { startsOn: span[0], dueOn: inOrder(span[0], addDays(span[1], by))[1] }
  return { startsOn: inOrder(addDays(span[0], by), span[1])[0], dueOn: span[1] }
}

const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

/** What stands over the days: each Monday, or the first of each month. */
export function marksOf({ from, to, dayWidth }: Scale, zoom: Zoom): { day: string; left: number }[] {
  const marks = []
  for (let day = from; day <= to; day = addDays(day, 1))
    if (zoom === 'weeks' ? weekdayOf(day) === 1 : day.endsWith('-01'))
      marks.push({ day, left: daysBetween(from, day) * dayWidth })
  return marks
}
