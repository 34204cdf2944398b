/** How many digits a currency's minor unit has: 2 for the euro, 0 for the yen (ISO 4217); 2 where nobody knows it. */
export function minorDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** An amount in whole units, as a number or as DECIMAL text, rounded to its currency's minor unit: after summing only. */
export const toMoney = (amount: number | string, currency: string): { amount: number; currency: string } => ({
  amount: Number(Number(amount).toFixed(minorDigits(currency))),
  currency,
})

const fine = 100_000_000n

/** A rate as DECIMAL text or a number, in hundred-millionths: as finely as rates are kept. */
const scaled = (rate: string | number): bigint => BigInt(Math.round(Number(rate) * Number(fine)))

type Side = { currency: string; rate: string | number }

/**
 * An amount in minor units of one currency in minor units of another, half a unit away from zero; each `rate` is what
 * one whole unit is worth in a third currency. Whole numbers throughout, so that the same rates give the same amount.
 * Throws RangeError for a rate that is not above 0.
 */
export function exchange(minor: number, from: Side, to: Side): number {
  if (from.currency === to.currency) return minor
  const worth = BigInt(minor) * scaled(from.rate) * 10n ** BigInt(minorDigits(to.currency))
  const unit = scaled(to.rate) * 10n ** BigInt(minorDigits(from.currency))
  if (worth < 0n || unit <= 0n) throw new RangeError('An exchange takes an amount and rates above 0.')
  return Number((worth * 2n + unit) / (unit * 2n))
}
