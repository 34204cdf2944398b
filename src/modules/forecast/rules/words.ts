type Unit = 'count' | 'money' | 'ratio' | 'days'

/** A figure in a sentence: shares in per cent, money in its currency and whole from 10,000 up. */
export function printed(value: number, unit: Unit, currency: string | null = null): string {
  if (unit === 'ratio') return `${(value * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`
  const digits = Math.abs(value) >= (unit === 'money' ? 10_000 : 100) ? 0 : 1
  const number = value.toLocaleString('en', { maximumFractionDigits: digits })
  return unit === 'money' && currency !== null ? `${number} ${currency}` : number
}

/** A difference in a sentence, with its sign; that of shares in points. */
export function printedChange(value: number, unit: Unit, currency: string | null = null): string {
  const sign = value < 0 ? '−' : '+'
  const size = Math.abs(value)
  if (unit !== 'ratio') return `${sign}${printed(size, unit, currency)}`
  return `${sign}${(size * 100).toLocaleString('en', { maximumFractionDigits: 1 })} points`
}
