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
