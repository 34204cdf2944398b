import { minorDigits } from '../../../methods/money.ts'

/** Minor units in whole ones, as forms show them. */
export const inWhole = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency)

export const total = (amounts: readonly number[] | null): number =>
  (amounts ?? []).reduce((sum, one) => sum + one, 0)

/** `Apr 26`: a month as headings name it. */
export const monthName = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    new Date(`${month}T00:00:00Z`),
  )
