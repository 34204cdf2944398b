/** What amounts are counted in: hours, or points where nobody tracks hours. The two are never added up. */
export type Unit = 'hours' | 'points'

/**
 * What a person did, or is planned to do, in a week. `goals` are those the item leads up to; none of a current vision is
 * not vision, and neither is what hangs on no item. An absence is neither work nor counted.
 */
export type Entry = {
  person: string
  week: string
  amount: number
  item: string | null
  goals: readonly string[]
  kind: 'work' | 'absence'
  /** What the rest is called when it is broken down, as in “requests”. */
  category?: string
}

export const isVision = (entry: Pick<Entry, 'goals'>, current: ReadonlySet<string>): boolean =>
  entry.goals.some((goal) => current.has(goal))

/** What was worked; throws RangeError for an amount that is none. */
export function workOf(entries: readonly Entry[]): Entry[] {
  const wrong = entries.find(({ amount }) => !(amount >= 0 && Number.isFinite(amount)))
  if (wrong)
    throw new RangeError(
      `${wrong.person} has ${wrong.amount} in ${wrong.week}; an amount is a number from 0.`,
    )
  return entries.filter((one) => one.kind === 'work' && one.amount > 0)
}
