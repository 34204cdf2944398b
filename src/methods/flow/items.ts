/** An item was in a stage from one moment to another, in milliseconds since 1970; `leftAt` is null while it is there. */
export type StageInterval = { item: string; stage: string; enteredAt: number; leftAt: number | null }

/** Which stages count as being worked on, and which as done; all others are waiting to begin. */
export type Stages = { active: ReadonlySet<string>; done: ReadonlySet<string> }

/**
 * An item with the moment its work began and the moment it was done. `startedAt` is null for one that went past every
 * active stage; both are null for one that waits.
 */
export type FlowItem = { id: string; startedAt: number | null; doneAt: number | null }

export const dayLength = 86_400_000

/**
 * Items from their stage intervals, in order of first appearance. Work begins with the first active stage ever; done is
 * who is in a done stage now, since they last came to it from another: reopened items are not done. Throws RangeError
 * for an interval that ends before it begins.
 */
export function flowItems(intervals: readonly StageInterval[], { active, done }: Stages): FlowItem[] {
  const byItem = new Map<string, StageInterval[]>()
  for (const one of intervals) {
    requireForward(one)
    const known = byItem.get(one.item)
    if (known) known.push(one)
    else byItem.set(one.item, [one])
  }
  return [...byItem].map(([id, own]) => {
    const ordered = own.sort((a, b) => a.enteredAt - b.enteredAt)
    const startedAt = ordered.find((one) => active.has(one.stage))?.enteredAt ?? null
    const lastOpen = ordered.findLastIndex((one) => !done.has(one.stage))
    return { id, startedAt, doneAt: ordered[lastOpen + 1]?.enteredAt ?? null }
  })
}

function requireForward({ item, stage, enteredAt, leftAt }: StageInterval): void {
  if (!Number.isFinite(enteredAt) || (leftAt !== null && !(leftAt >= enteredAt)))
    throw new RangeError(`Item “${item}” left “${stage}” before it came to it; mend its history.`)
}

/** Days from start to done of everything finished within a window, in order of finishing; skipped starts are left out. */
export function cycleTimes(items: readonly FlowItem[], window: Window): number[] {
  return items
    .filter((one): one is Finished => one.startedAt !== null && isWithin(one.doneAt, window))
    .sort((a, b) => a.doneAt - b.doneAt)
    .map(({ startedAt, doneAt }) => (doneAt - startedAt) / dayLength)
}

/** From a moment up to, and without, another. */
export type Window = { from: number; to: number }

export type Finished = FlowItem & { startedAt: number; doneAt: number }

export const isWithin = (at: number | null, { from, to }: Window): at is number =>
  at !== null && at >= from && at < to

export type Age = { id: string; days: number; isOld: boolean }

/**
 * The age in days of everything that was begun and is not done at a moment, the oldest first. Old is what is older than
 * `limit`, usually the 85th percentile of cycle times; nothing is where that is not known.
 */
export function agesAt(items: readonly FlowItem[], at: number, limit: number | null): Age[] {
  return items
    .filter(
      (one) => one.startedAt !== null && one.startedAt <= at && (one.doneAt === null || one.doneAt > at),
    )
    .map(({ id, startedAt }) => ({ id, days: (at - startedAt!) / dayLength }))
    .map((one) => ({ ...one, isOld: limit !== null && one.days > limit }))
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1))
}
