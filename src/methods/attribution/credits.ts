/**
 * Money divided over touches by weight without losing a cent: largest remainder (Hamilton).
 *
 * `minor` is a safe integer in minor units of its currency, negative for a refund. `weights` are numbers from 0 up, not
 * all 0; they are rescaled to sum to 1. Each credit is `minor` times its weight, rounded towards zero; what is then
 * left goes unit by unit to the largest fractions, the earlier touch first when they are equal. The credits are
 * integers in the order of the weights and sum to `minor` exactly; each is less than one unit from its unrounded share
 * as long as that share is known to a unit, which in doubles it is for amounts up to 2^50.
 * Nothing to divide gives zeros. Throws RangeError when `minor` is no safe integer, when a weight is no weight, and
 * when there is money but nothing that could take it: that belongs to the unattributed.
 */
export function creditsOf(minor: number, weights: ArrayLike<number>): number[] {
  if (!Number.isSafeInteger(minor)) {
    throw new RangeError(`Money must be a whole number of minor units within ±2^53, not ${minor}.`)
  }
  if (minor === 0) return new Array<number>(weights.length).fill(0)
  const total = totalOf(weights)
  const amount = Math.abs(minor)
  const credits = new Array<number>(weights.length).fill(0)
  const fractions = new Float64Array(weights.length)
  let left = amount
  for (let i = 0; i < weights.length; i++) {
    const raw = amount * (weights[i]! / total)
    const credit = Math.min(Math.floor(raw), left)
    credits[i] = credit
    fractions[i] = raw - credit
    left -= credit
  }
  if (left > 0) giveOut(left, fractions, credits, weights)
  if (minor < 0) for (let i = 0; i < credits.length; i++) if (credits[i] !== 0) credits[i] = -credits[i]!
  return credits
}

/** More than one round is needed only where an amount is too large for its fractions to be known. */
function giveOut(
  amount: number,
  fractions: Float64Array,
  credits: number[],
  weights: ArrayLike<number>,
): void {
  const order = [...fractions.keys()].filter((i) => weights[i]! > 0)
  order.sort((a, b) => fractions[b]! - fractions[a]! || a - b)
  const each = Math.floor(amount / order.length)
  const more = amount - each * order.length
  for (const [rank, i] of order.entries()) credits[i] = credits[i]! + each + (rank < more ? 1 : 0)
}

function totalOf(weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! >= 0)) throw new RangeError(`A weight must be a number from 0 up, not ${weights[i]}.`)
    total += weights[i]!
  }
  if (total > 0 && total < Number.POSITIVE_INFINITY) return total
  throw new RangeError(`Money can be divided only over weights with a finite sum above 0; it is ${total}.`)
}
