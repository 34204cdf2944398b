/** One person: how long they were watched in a stage and how they left it; null while still there (censored). */
export type Observation = { time: number; cause: string | null }

/** Many people at once: how many left by which cause, and how many were last seen, at one time. */
export type Counts = { time: number; exits: Readonly<Record<string, number>>; censored: number }

/** Exits of every cause at one time. */
export function exitsAt(counts: Counts): number {
  let sum = 0
  for (const cause in counts.exits) sum += counts.exits[cause]!
  return sum
}

/** Rows per person gathered into counts per time, ascending. One pass and one sort: O(n log n). */
export function countsOf(observations: Iterable<Observation>): Counts[] {
  const byTime = new Map<number, { time: number; exits: Record<string, number>; censored: number }>()
  for (const { time, cause } of observations) {
    requireTime(time)
    let counts = byTime.get(time)
    if (!counts) {
      counts = { time, exits: {}, censored: 0 }
      byTime.set(time, counts)
    }
    if (cause === null) counts.censored++
    else counts.exits[cause] = (counts.exits[cause] ?? 0) + 1
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time)
}

/**
 * Counts in ascending time with one entry per time and none empty. Throws RangeError for a negative or non-finite
 * time or count: a date before the stage was entered is a finding to set apart, not a duration.
 */
export function groupExits(counts: readonly Counts[]): Counts[] {
  for (const group of counts) requireCounts(group)
  const sorted = counts.toSorted((a, b) => a.time - b.time)
  const merged: Counts[] = []
  for (const group of sorted) {
    if (exitsAt(group) + group.censored === 0) continue
    const last = merged.at(-1)
    if (last?.time === group.time) merged[merged.length - 1] = together(last, group)
    else merged.push(group)
  }
  return merged
}

function together(a: Counts, b: Counts): Counts {
  const exits: Record<string, number> = { ...a.exits }
  for (const cause in b.exits) exits[cause] = (exits[cause] ?? 0) + b.exits[cause]!
  return { time: a.time, exits, censored: a.censored + b.censored }
}

function requireCounts(group: Counts): void {
  requireTime(group.time)
  for (const count of [group.censored, ...Object.values(group.exits)]) {
    if (Number.isFinite(count) && count >= 0) continue
    throw new RangeError(`A count must be a number from 0 up; at time ${group.time} it is ${count}.`)
  }
}

function requireTime(time: number): void {
  if (Number.isFinite(time) && time >= 0) return
  throw new RangeError(`A time in stage must be a number from 0 up, not ${time}; set such rows apart first.`)
}

/** The last point at or before `time`, by bisection; undefined before the first. */
export function pointAt<P extends { time: number }>(points: readonly P[], time: number): P | undefined {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]!.time <= time) low = middle + 1
    else high = middle
  }
  return points[low - 1]
}
