import type { Curve } from '../../../methods/response/index.ts'
import type { Proposal } from '../things.ts'

const whole = (value: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)

/** Where a curve reaches half of its most, and whether it bends upwards first. */
export function shapeWords({ shape, scale, beta }: Curve, currency: string): string {
  if (beta === 0) return 'no response found'
  const half = shape.family === 'hill' ? shape.k : Math.log(3) / shape.lam
  const bends = shape.family === 'hill' && shape.s > 1.05 ? '; little comes of small spends' : ''
  return `half of its most at ${whole(half * scale, currency)} a week${bends}`
}

/** What to know of a proposal as a whole. */
export function proposalWords({ budget, rows, gain, marginal }: Omit<Proposal, 'says'>): string[] {
  const { asked, proposed } = budget
  const isCut = asked !== null && Math.abs(asked.amount - proposed.amount) > 0.005
  const sure = Math.round(gain.likely * 100)
  return [
    ...(isCut
      ? [
          `The limits of channels allow ${whole(proposed.amount, proposed.currency)} a week, not ${whole(asked.amount, asked.currency)}. Widen them to go further.`,
        ]
      : []),
    ...(rows.every((row) => row.atLimit !== null) && marginal === null
      ? ['Every channel is at one of its limits, so the limits decide more than the curves do.']
      : []),
    `In ${sure} of 100 redraws it brings more than today’s spend.`,
    'Today and the proposal are both read off the curves at an even spend a week, so the difference is the gain, not what the books will show.',
  ]
}
