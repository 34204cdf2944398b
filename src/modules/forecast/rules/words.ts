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
  const size = unit === 'ratio' ? points(Math.abs(value) * 100) : printed(Math.abs(value), unit, currency)
  const sign = /[1-9]/.test(size) ? (value < 0 ? '−' : '+') : '±'
  return `${sign}${size}`
}

const points = (size: number): string =>
  `${size.toLocaleString('en', { maximumFractionDigits: size < 0.1 ? 2 : 1 })} points`
