import { allocateByGrid } from './grid.ts'
import { type Curve, marginal, response, turningPoint } from './saturation.ts'

/** A channel to allot to: its curve, and the least and most it may get, in units of spend a week. */
export type Allotted = { curve: Curve; lo: number; hi: number }
/** What each channel gets; `multiplier` is the marginal return that interior channels share. */
export type Allocation = { spend: number[]; outcome: number; multiplier: number }

const halvings = 200

/**
 * Most outcome for a budget: Σ f_c(x_c) greatest under Σ x_c = budget and lo ≤ x_c ≤ hi. A budget outside Σ lo … Σ hi
 * becomes the nearest of the two. Where all curves flatten within their limits it is where marginal returns are equal,
 * found by bisection on the multiplier (Karush–Kuhn–Tucker). Curves that bend upwards first are searched on a grid,
 * whose best is then made exact. Source: Boyd & Vandenberghe 2004, 5.5.3.
 */
export function allocate(channels: readonly Allotted[], budget: number, steps = 400): Allocation {
  if (channels.every(isConcave)) return allocateConcave(channels, budget)
  const rough = allocateByGrid(channels, budget, steps)
  const exact = allocateConcave(
    channels.map((one, at) => branchOf(one, rough.spend[at]!)),
    budget,
  )
  return exact.outcome >= rough.outcome && sums(exact.spend, clampBudget(channels, budget)) ? exact : rough
}

/** Whether the curve flattens all the way between its limits. */
export const isConcave = ({ curve, lo, hi }: Allotted): boolean => {
  const turn = turningPoint(curve)
  return turn <= lo || hi <= lo
}

/** Beyond its turn a curve flattens and marginals rule; before it a channel stays where the grid put it. */
function branchOf(one: Allotted, spend: number): Allotted {
  const turn = turningPoint(one.curve)
  return spend >= turn
    ? { ...one, lo: Math.min(one.hi, Math.max(one.lo, turn)) }
    : { ...one, lo: spend, hi: spend }
}

const sums = (spend: readonly number[], budget: number): boolean =>
  Math.abs(spend.reduce((sum, one) => sum + one, 0) - budget) <= 1e-9 * Math.max(1, budget)

function clampBudget(channels: readonly Allotted[], budget: number): number {
  const all = (of: 'lo' | 'hi') => channels.reduce((sum, one) => sum + one[of], 0)
  return Math.min(all('hi'), Math.max(all('lo'), budget))
}

function allocateConcave(channels: readonly Allotted[], asked: number): Allocation {
  const budget = clampBudget(channels, asked)
  const spentAt = (multiplier: number) => channels.map((one) => spendAt(one, multiplier))
  let low = 0
  let high = greatestMarginal(channels)
  for (let i = 0; i < halvings && high - low > 1e-16 * high; i += 1) {
    const middle = (low + high) / 2
    const spent = spentAt(middle).reduce((sum, one) => sum + one, 0)
    if (spent > budget) low = middle
    else high = middle
  }
  const spend = placed(channels, filled(spentAt(high), spentAt(low), budget), budget)
  return toAllocation(channels, spend, high)
}

/** What brings nothing anywhere is still to be spent: shared by the room that channels have. */
function placed(channels: readonly Allotted[], spend: number[], budget: number): number[] {
  const left = budget - spend.reduce((sum, one) => sum + one, 0)
  const rooms = channels.map(({ hi }, at) => hi - spend[at]!)
  const room = rooms.reduce((sum, one) => sum + one, 0)
  return left > 1e-12 * budget && room > 0 ? spend.map((one, at) => one + (left * rooms[at]!) / room) : spend
}

/** Between the spends of two neighbouring multipliers in proportion, so that the budget is met to the last bit. */
function filled(less: readonly number[], more: readonly number[], budget: number): number[] {
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
  const gap = sum(more) - sum(less)
  const share = gap > 0 ? Math.min(1, Math.max(0, (budget - sum(less)) / gap)) : 0
  return less.map((one, at) => one + share * (more[at]! - one))
}

const greatestMarginal = (channels: readonly Allotted[]): number =>
  Math.max(
    0,
    ...channels.map(({ curve, lo, hi }) => {
      const steepest = marginal(curve, Math.max(lo, turningPoint(curve), 1e-9 * hi))
      return Number.isFinite(steepest) ? steepest : 0
    }),
  ) *
    1.000001 +
  1e-300

/** The spend within its limits at which a flattening curve's marginal return is the multiplier. */
export function spendAt({ curve, lo, hi }: Allotted, multiplier: number): number {
  if (marginal(curve, hi) > multiplier || hi <= lo) return hi
  if (marginal(curve, lo) <= multiplier) return lo
  let [low, high] = [lo, hi]
  for (let i = 0; i < halvings && high - low > 1e-15 * high; i += 1) {
    const middle = (low + high) / 2
    if (marginal(curve, middle) > multiplier) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** What an allotment brings. */
export const outcomeOf = (channels: readonly { curve: Curve }[], spend: readonly number[]): number =>
  channels.reduce((sum, { curve }, at) => sum + response(curve, spend[at]!), 0)

export const toAllocation = (
  channels: readonly Allotted[],
  spend: number[],
  multiplier: number,
): Allocation => ({ spend, outcome: outcomeOf(channels, spend), multiplier })
