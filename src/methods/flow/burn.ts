import { addDays, type Day, daysBetween } from '../days.ts'

/** Scope grew or shrank, or work was done or reopened, on a day, in items, points or hours. */
export type BurnChange = { day: Day; kind: 'scope' | 'done'; amount: number }

/** At the end of a day; `ideal` is what would be left on a straight line from the committed scope to nothing. */
export type BurnPoint = { day: Day; scope: number; done: number; left: number; added: number; ideal: number }

const mostDays = 3650

/**
 * The points of a burndown (`left`) and a burnup (`done` under `scope`), from the end of the first day to that of
 * `until`, but not beyond `to`. What came before `from` and on it is the commitment; `added` is scope changed since.
 * Throws RangeError for days that are none, or are the wrong way round.
 */
export function burn(
  changes: readonly BurnChange[],
  { from, to, until = to }: { from: Day; to: Day; until?: Day },
): BurnPoint[] {
  const days = daysBetween(from, to)
  if (days < 0 || days > mostDays)
    throw new RangeError(`From ${from} to ${to} there is nothing to burn down.`)
  const shown = Math.min(days, daysBetween(from, until))
  const byDay = changesByDay(changes, from)
  let [scope, done] = [0, 0]
  const committed = sum(byDay.get(from), 'scope')
  return Array.from({ length: Math.max(0, shown + 1) }, (_, at) => {
    const day = addDays(from, at)
    scope += sum(byDay.get(day), 'scope')
    done += sum(byDay.get(day), 'done')
    const ideal = days === 0 ? 0 : committed * (1 - at / days)
    return { day, scope, done, left: scope - done, added: scope - committed, ideal }
  })
}

function changesByDay(changes: readonly BurnChange[], from: Day): Map<Day, BurnChange[]> {
  const byDay = new Map<Day, BurnChange[]>()
  for (const one of changes) {
    const day = one.day < from ? from : one.day
    byDay.set(day, [...(byDay.get(day) ?? []), one])
  }
  return byDay
}

const sum = (changes: readonly BurnChange[] | undefined, kind: BurnChange['kind']): number =>
  (changes ?? []).filter((one) => one.kind === kind).reduce((all, one) => all + one.amount, 0)
