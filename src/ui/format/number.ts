import { minorDigits } from '../../methods/money.ts'
import { locale } from '../messages/index.ts'

const from10k = 10_000

export type Currency = string

/** The minus of print is as wide as a digit; a hyphen is not. */
const withMinus = (text: string): string => text.replace('-', '−')

/** Money from whole units; the minor unit is hidden from 10,000 up, and on axes where it says nothing. */
export function money(amount: number, currency: Currency, options: { compact?: boolean } = {}): string {
  const digits = minorDigits(currency)
  const hide = Math.abs(amount) >= from10k || (options.compact === true && Number.isInteger(amount))
  const words = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(options.compact && Math.abs(amount) >= from10k
      ? { notation: 'compact', maximumFractionDigits: 1 }
      : { minimumFractionDigits: hide ? 0 : digits, maximumFractionDigits: hide ? 0 : digits }),
  })
  return withMinus(words.format(amount))
}

/** Money from minor units (cents, or whole yen where there is no minor unit). */
export const moneyMinor = (minor: number, currency: Currency): string =>
  money(minor / 10 ** minorDigits(currency), currency)

/** A share given as 0…1; one decimal, two below one per cent. */
export function percent(ratio: number, digits?: number): string {
  const places = digits ?? (ratio !== 0 && Math.abs(ratio) < 0.01 ? 2 : 1)
  const digitsShown = { minimumFractionDigits: places, maximumFractionDigits: places }
  return withMinus(`${(ratio * 100).toLocaleString(locale(), digitsShown)} %`)
}

/** A part of one keeps two digits that tell, or it would print as nothing. */
function decimals(value: number): number {
  if (Number.isInteger(value)) return 0
  const size = Math.abs(value)
  if (size >= 0.1) return size < 1 ? 2 : 1
  return Math.min(6, 1 - Math.floor(Math.log10(size)))
}

export function count(value: number, options: { compact?: boolean } = {}): string {
  return withMinus(
    value.toLocaleString(
      locale(),
      options.compact && Math.abs(value) >= from10k
        ? { notation: 'compact', maximumFractionDigits: 1 }
        : { maximumFractionDigits: decimals(value) },
    ),
  )
}

export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let step = 0
  let left = size
  while (left >= 1000 && step < units.length - 1) {
    left /= 1000
    step++
  }
  return `${left.toLocaleString(locale(), { maximumFractionDigits: step && left < 10 ? 1 : 0 })} ${units[step]}`
}
