import { roundedTogether } from '../../../methods/rounding.ts'
import { inWords } from './amounts.ts'

export const modes = ['amount', 'percent', 'equal', 'driver'] as const
type Mode = (typeof modes)[number]
type Share = { campaignId: string; parts: number }

const whole = 10_000
const sum = (parts: readonly number[]): number => parts.reduce((all, one) => all + one, 0)

export const inPercent = (hundredths: number): string =>
  `${(hundredths / 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`

/** Why a line cannot be shared out like that; null when it can. Amounts are in the line's currency. */
export function whyNotSplit(
  { mode, shares }: { mode: Mode; shares: readonly Share[] },
  line: { name: string; currency: string; allocation: number },
): string | null {
  const ids = shares.map((one) => one.campaignId)
  if (ids.length === 0) return 'Say which campaigns get a share.'
  if (new Set(ids).size !== ids.length) return 'A campaign is named twice; put its shares into one.'
  const all = sum(shares.map((one) => one.parts))
  if (mode === 'equal') return null
  if (all <= 0)
    return mode === 'driver' ? 'All weights are 0, so nobody would get a share.' : 'All shares are 0.'
  if (mode !== 'driver' && shares.some((one) => !Number.isInteger(one.parts)))
    return 'A share is a whole number of minor units, or of hundredths of a percent.'
  if (mode === 'percent' && all > whole)
    return `The shares come to ${inPercent(all)}; they cannot be more than 100 %. Take ${inPercent(all - whole)} off.`
  if (mode === 'amount' && all > line.allocation)
    return `The shares come to ${inWords(all, line.currency)}, and “${line.name}” has ${inWords(Math.max(0, line.allocation), line.currency)}. Take ${inWords(all - Math.max(0, line.allocation), line.currency)} off, or move budget to it first.`
  return null
}

/** The part of each share of the whole; what is left over goes to nobody. */
function parted({ mode, shares }: { mode: Mode; shares: readonly Share[] }, allocation: number) {
  const parts = shares.map((one) => (mode === 'equal' ? 1 : one.parts))
  const base = mode === 'percent' ? whole : mode === 'amount' ? Math.max(allocation, sum(parts)) : sum(parts)
  return { parts, base }
}

/**
 * What each share gets of an amount of the line, and what nobody gets, which comes last: whole minor units that sum to
 * the amount exactly (largest remainder). Where a line was given less than its shares by amount, they shrink alike.
 */
export function sharesOf(
  split: { mode: Mode; shares: readonly Share[] },
  allocation: number,
  minor: number,
): number[] {
  const { parts, base } = parted(split, allocation)
  if (base <= 0) return [...parts.map(() => 0), minor]
  // Negative amounts, as of a line that gave more than its plan, are shared out as what they are without their sign.
  const [sign, size] = [Math.sign(minor), Math.abs(minor)]
  const rest = Math.max(0, base - sum(parts))
  return roundedTogether(
    [...parts, rest].map((part) => (size * part) / base),
    1,
    size,
  ).map((one) => one * sign + 0)
}

/** What is to be said of a split that does not fit its line any more. */
export function splitNotes(
  { mode, shares }: { mode: Mode; shares: readonly Share[] },
  line: { currency: string; allocation: number },
): string[] {
  const all = sum(shares.map((one) => one.parts))
  return mode === 'amount' && all > line.allocation
    ? [
        `The line was given less since: its shares come to ${inWords(all, line.currency)} and it has ${inWords(Math.max(0, line.allocation), line.currency)}. They are shown in proportion; share it out again.`,
      ]
    : []
}
