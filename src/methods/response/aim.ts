import { type Allocation, type Allotted, allocate } from './allocate.ts'

/** What an allocation is to reach: a budget, or the largest budget that still returns as much per unit, in all or at the margin. */
export type Aim =
  | { mode: 'budget'; budget: number }
  | { mode: 'return'; least: number }
  | { mode: 'marginal'; least: number }

const halvings = 60

/**
 * The allocation that meets an aim, with the budget it came to. Aims at a return spend more as long as it holds; null
 * where it does not hold even at the least the limits allow. Source: the flexible budgets of Meridian.
 */
export function allocateFor(
  channels: readonly Allotted[],
  aim: Aim,
  steps?: number,
): { allocation: Allocation; budget: number } | null {
  const least = channels.reduce((sum, { lo }) => sum + lo, 0)
  const most = channels.reduce((sum, { hi }) => sum + hi, 0)
  if (aim.mode === 'budget') {
    const budget = Math.min(most, Math.max(least, aim.budget))
    return { allocation: allocate(channels, budget, steps), budget }
  }
  const holds = (budget: number) => measure(channels, budget, aim.mode, most - least) >= aim.least
  if (!holds(least)) return null
  if (holds(most)) return { allocation: allocate(channels, most), budget: most }
  let [low, high] = [least, most]
  for (let i = 0; i < halvings && high - low > 1e-9 * most; i += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return { allocation: allocate(channels, low), budget: low }
}

/** What a unit of the budget brings on average, or what its last unit brings. */
function measure(
  channels: readonly Allotted[],
  budget: number,
  mode: 'return' | 'marginal',
  room: number,
): number {
  const { outcome } = allocate(channels, budget, 200)
  if (mode === 'return') return budget > 0 ? outcome / budget : Number.POSITIVE_INFINITY
  const step = Math.max(1e-9, room * 1e-6)
  return (allocate(channels, budget + step, 200).outcome - outcome) / step
}
