const lines = new Map<string, { last: Promise<unknown>; waiting: number }>()

/** How many wait in a line. */
export const waitingIn = (name: string): number => lines.get(name)?.waiting ?? 0

/** Run work when everybody who came to this line before is through, whether theirs went well or not. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(name) ?? { last: Promise.resolve(), waiting: 0 }
  lines.set(name, line)
  line.waiting += 1
  const turn = line.last.then(work, work)
  line.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    line.waiting -= 1
    if (line.waiting === 0) lines.delete(name)
  }
}
