import { minorDigits } from '../../../methods/money.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useSearchParams } from '../../../ui/useUrl.ts'

/** The bar that is tried, from the address of the page; what it does not say is as agreed. */
export function useTriedBar() {
  const { currency } = useOrganisation()
  const search = useSearchParams()
  const number = (name: string) => {
    const said = search[name]
    const value = said === undefined || said.trim() === '' ? Number.NaN : Number(said)
    return Number.isFinite(value) && value >= 0 ? value : undefined
  }
  const [value, roi, months, rate] = ['value', 'roi', 'months', 'rate'].map(number)
  return {
    ...(value === undefined ? {} : { value: Math.round(Math.min(value, 1e9) * 10 ** minorDigits(currency)) }),
    ...(roi === undefined ? {} : { roi: Math.min(1000, roi / 100) }),
    ...(months === undefined ? {} : { paybackMonths: Math.min(120, Math.max(1, Math.round(months))) }),
    ...(rate === undefined ? {} : { rate: Math.min(1, rate / 100) }),
  }
}

/** What the address says, for the address of another page: the version and the bar that is tried. */
export const queryOf = (search: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString()
