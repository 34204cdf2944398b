type Dated = {
  id: string
  number: number
  startsOn: string | null
  dueOn: string | null
  doneAt: string | null
}
type Wait = { id: string; otherId: string }

/** The first and the last day of an item that has one at least. */
export const spanOf = (item: Pick<Dated, 'startsOn' | 'dueOn'>): [from: string, to: string] | null => {
  const from = item.startsOn ?? item.dueOn
  const to = item.dueOn ?? item.startsOn
  return from && to ? [from, to] : null
}

/** What does not fit, by the item that waits: what it waits for ends on or after the day it begins. */
export function conflictsOf(items: readonly Dated[], waits: readonly Wait[]): Map<string, string> {
  const known = new Map(items.map((one) => [one.id, one]))
  const found = new Map<string, string>()
  for (const { id, otherId } of waits) {
    const [waiting, other] = [known.get(id), known.get(otherId)]
    const [span, before] = [waiting && spanOf(waiting), other && spanOf(other)]
    if (!waiting || !other || !span || !before || other.doneAt || waiting.doneAt) continue
    if (before[1] >= span[0] && !found.has(id))
      found.set(
        id,
        `W-${waiting.number} begins on ${span[0]}, and W-${other.number}, which it waits for, ends on ${before[1]}.`,
      )
  }
  return found
}
