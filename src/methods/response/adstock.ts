/**
 * Spend that goes on working: a_t = x_t + theta·a_(t−1), theta in [0, 1). Same units as `spend`.
 * Source: Broadbent 1979; as `adstock_geometric` of Robyn.
 */
export function geometricAdstock(spend: readonly number[], theta: number): number[] {
  const carried: number[] = []
  for (const [at, amount] of spend.entries()) carried.push(amount + theta * (carried[at - 1] ?? 0))
  return carried
}

/**
 * The same over `length` periods, with weights that add up to 1: Σ_(i<L) alpha^i·x_(t−i) ÷ Σ_(i<L) alpha^i.
 * Spending evenly gives the spend itself. Source: `geometric_adstock(normalize=True)` of PyMC-Marketing.
 */
export function normalisedAdstock(spend: readonly number[], alpha: number, length = 8): number[] {
  const weights = Array.from({ length }, (_, i) => alpha ** i)
  const all = weights.reduce((sum, one) => sum + one, 0)
  return spend.map((_, at) => {
    let sum = 0
    for (let i = 0; i < length && i <= at; i += 1) sum += weights[i]! * spend[at - i]!
    return sum / all
  })
}
