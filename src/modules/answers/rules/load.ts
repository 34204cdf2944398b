import { type Day, type FiscalCalendar, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import type { Load, Week } from '../things.ts'

/** One time a question was asked; `root` is the question it counts for. */
export type Asked = { root: string; on: Day; channel: string; cause: string; id: string }

const minutesInHour = 60

/** Which of them had been asked before, by anybody: all but the first of each question. */
export function repeatsOf(all: readonly Asked[]): Set<string> {
  const known = new Set<string>()
  const inOrder = [...all].sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
  return new Set(
    inOrder.flatMap(({ id, root }) => {
      const isRepeat = known.has(root)
      known.add(root)
      return isRepeat ? [id] : []
    }),
  )
}

/** The last weeks up to today, the earliest first; a week without questions is a week of none. */
export function weeksUpTo(today: Day, count: number, calendar: FiscalCalendar) {
  const weeks = [periodOf(today, 'week', calendar)]
  while (weeks.length < count) weeks.unshift(previousPeriod(weeks[0]!, calendar))
  return weeks
}

type Given = { asked: readonly Asked[]; helped: readonly Day[] }

/** Questions by week. `asked` holds all of them ever, so that what was asked long ago makes a repeat of today’s. */
export function weeklyLoad(today: Day, count: number, calendar: FiscalCalendar, given: Given): Week[] {
  const repeats = repeatsOf(given.asked)
  return weeksUpTo(today, count, calendar).map(({ startsOn, endsOn, label: name }) => {
    const within = (on: Day) => on >= startsOn && on <= endsOn
    const asked = given.asked.filter((one) => within(one.on))
    return {
      ...{ startsOn, name, asked: asked.length },
      repeated: asked.filter((one) => repeats.has(one.id)).length,
      answeredAtOnce: given.helped.filter(within).length,
    }
  })
}

/** The weeks as one. */
export function totalOf(
  weeks: readonly Week[],
): Pick<Load, 'asked' | 'repeated' | 'repeatedShare' | 'answeredAtOnce'> {
  const sum = (of: 'asked' | 'repeated' | 'answeredAtOnce') => weeks.reduce((all, one) => all + one[of], 0)
  const [asked, repeated] = [sum('asked'), sum('repeated')]
  const repeatedShare = asked === 0 ? null : repeated / asked
  return { asked, repeated, repeatedShare, answeredAtOnce: sum('answeredAtOnce') }
}

/** What was answered at once would have been answered by hand: hours, to a tenth. */
export const hoursSaved = (answeredAtOnce: number, minutes: number): number =>
  Math.round(((answeredAtOnce * minutes) / minutesInHour) * 10) / 10

/** How often each value was met, the most frequent first; those of no name are left out. */
export function counted(values: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const one of values) if (one !== '') counts.set(one, (counts.get(one) ?? 0) + 1)
  const all = [...counts].map(([name, count]) => ({ name, count }))
  return all.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
