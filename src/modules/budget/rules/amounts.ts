import { minorDigits } from '../../../methods/money.ts'

/** Most minor units in one cell or one decision: so many lines of it still add up exactly. */
export const most = 100_000_000_000

/** `12,400.00 EUR`; amounts in sentences. */
export function inWords(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = (minor / 10 ** digits).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${amount} ${currency}`
}

/** Why an amount cannot be one; null when it can. */
export function whyNotAmount(minor: number, currency: string): string | null {
  if (!Number.isInteger(minor)) return 'An amount is a whole number of minor units.'
  if (minor < 0) return 'An amount cannot be negative. Move budget away with a transfer.'
  if (minor > most) return `The amount is too large: ${inWords(most, currency)} is the most in one place.`
  return null
}

export const whyNotPositive = (minor: number, currency: string): string | null =>
  minor === 0 ? 'The amount is more than 0.' : whyNotAmount(minor, currency)
