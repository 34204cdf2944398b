/** A change of spend on a channel, in whole units of the organisation’s currency. */
export type Shift = { channel: string; amount: number; isMedia: boolean }
/** What a channel cost and what came of it over the last twelve months. */
export type Record12 = { cost: number; outcome: number }
/** What a figure comes to today, and the two ends it would come to. */
export type Ends = { today: number; low: number; high: number }

export const costMetrics = ['cost', 'media_cost', 'spend']

/** The name of a channel as both the budget and the figures say it: `paid_search` is `Paid search`. */
export const channelKey = (name: string): string => name.trim().toLowerCase().replaceAll('_', ' ')

/** How much of a cost metric the shifts change: media alone, or everything. */
export const costShift = (metric: string, shifts: readonly Shift[]): number =>
  shifts.reduce((sum, { amount, isMedia }) => (metric === 'cost' || isMedia ? sum + amount : sum), 0)

/**
 * What the shifts would bring at the average return of each channel over twelve months: outcome ÷ cost × shift, summed.
 * Channels without a cost, or on which nothing was spent, are named and bring nothing.
 */
export function averageReturn(shifts: readonly Shift[], of: ReadonlyMap<string, Record12>) {
  let change = 0
  const known: string[] = []
  const unknown: string[] = []
  for (const { channel, amount } of shifts) {
    if (amount === 0) continue
    const record = of.get(channelKey(channel))
    if (!record || record.cost <= 0) unknown.push(channel || 'no channel')
    else {
      change += (record.outcome / record.cost) * amount
      known.push(channel)
    }
  }
  return { change, known: [...new Set(known)], unknown: [...new Set(unknown)] }
}

/** From nothing changed to the average return: the next unit spent usually brings less than the average one. */
export const endsOf = (today: number, change: number): Ends => ({
  today,
  low: Math.max(0, today + Math.min(0, change)),
  high: Math.max(0, today + Math.max(0, change)),
})

type Parts = { top: Ends; off: Ends | null; below: Ends[] }

/** The ends of (top − off) ÷ below; null where there is nothing to divide by at an end. */
export function ratioEnds({ top, off, below }: Parts, isSame: boolean): Ends | null {
  const at = (pick: 'today' | 'low' | 'high', other: 'today' | 'low' | 'high') => {
    const bottom = below.reduce((sum, one) => sum + one[other], 0)
    // A cost that is both taken off and divided by is one figure, at one end at a time.
    return bottom === 0 ? null : (top[pick] - (off ? off[isSame ? other : pick] : 0)) / bottom
  }
  const now = at('today', 'today')
  const corners = (['low', 'high'] as const).flatMap((pick) =>
    (['low', 'high'] as const).map((other) => at(pick, other)),
  )
  if (now === null || corners.includes(null)) return null
  const ends = corners as number[]
  return { today: now, low: Math.min(...ends), high: Math.max(...ends) }
}
