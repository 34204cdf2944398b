import { minorDigits } from '../../../../methods/money.ts'
import { locale } from '../../../../ui/messages/index.ts'

const printers = new Map<string, Intl.NumberFormat>()

/** An amount in a cell: without its currency, decimals only where there are any, blank for nothing. */
export function inCell(minor: number, currency: string): string {
  if (minor === 0) return ''
  const digits = minorDigits(currency)
  const shown = minor % 10 ** digits === 0 ? 0 : digits
  const key = `${locale()} ${shown}`
  const printer =
    printers.get(key) ??
    new Intl.NumberFormat(locale(), { minimumFractionDigits: shown, maximumFractionDigits: shown })
  printers.set(key, printer)
  return printer.format(minor / 10 ** digits)
}
