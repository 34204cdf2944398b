export type Shift = {
  direction: 'up' | 'down'
  /** Position at which the sum passed its limit. */
  index: number
  /** Position from which it had been growing: the likely start of the shift. */
  since: number
}

/**
 * Lasting shifts in standardised residuals (mean 0, standard deviation 1, in order of time) by two-sided CUSUM:
 * S⁺ = max(0, S⁺ + z − k) and its mirror, an alarm above `limit`, after which that side starts again from 0.
 * k = 0.5 is made for shifts of one standard deviation; with h = 5 chance alone alarms once in about 465 values.
 * Source: Page 1954; Montgomery, Introduction to Statistical Quality Control, §9.1.
 */
export function cusum(scores: readonly number[], { slack = 0.5, limit = 5 } = {}): Shift[] {
  const up = oneSided(scores, slack, limit)
  const down = oneSided(
    scores.map((score) => -score),
    slack,
    limit,
  )
  return [
    ...up.map((shift) => ({ direction: 'up' as const, ...shift })),
    ...down.map((shift) => ({ direction: 'down' as const, ...shift })),
  ].sort((a, b) => a.index - b.index)
}

function oneSided(scores: readonly number[], slack: number, limit: number) {
  const alarms: { index: number; since: number }[] = []
  let sum = 0
  let since = 0
  scores.forEach((score, index) => {
    if (sum === 0) since = index
    sum = Math.max(0, sum + score - slack)
    if (sum <= limit) return
    alarms.push({ index, since })
    sum = 0
  })
  return alarms
}
