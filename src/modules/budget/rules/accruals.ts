import { inWords } from './amounts.ts'

/** What is expected of an order and neither invoiced nor accrued, in its line's currency; never below 0. */
export const expectedOf = (order: {
  isOpen: boolean
  ordered: number
  billed: number
  accrued: number
}): number => (order.isOpen ? Math.max(0, order.ordered - order.billed - order.accrued) : 0)

/** Why an amount cannot be accrued on an order; null when it can. */
export function whyNotAccrueOrder(
  order: { number: string; isOpen: boolean; ordered: number; billed: number; accrued: number },
  minor: number,
  currency: string,
): string | null {
  if (!order.isOpen) return `${order.number} is closed; nothing more is expected on it.`
  const left = expectedOf(order)
  if (minor <= left) return null
  return left === 0
    ? `All of ${order.number} is invoiced or accrued already.`
    : `Of ${order.number} ${inWords(left, currency)} is neither invoiced nor accrued, and this is ${inWords(minor, currency)}.`
}

/** Why nothing can be accrued in a month; null when it can. Days compare as text. */
export function whyNotAccrueIn(
  month: string,
  year: { label: string; months: readonly string[] },
  today: string,
): string | null {
  if (!year.months.includes(month))
    return `${month} begins no month of ${year.label}; those begin on ${year.months[0]}, ${year.months[1]} and so on.`
  return month > today
    ? `The month of ${month} has not begun; what is to come is forecast, not accrued.`
    : null
}

type Open = { id: string; open: number }

/** What an invoice takes back of accruals, the oldest first: one unit for each unit invoiced, never more than is open. */
export function reversalsFor(accruals: readonly Open[], invoiced: number): { id: string; minor: number }[] {
  let left = invoiced
  return accruals.flatMap(({ id, open }) => {
    const minor = Math.min(open, left)
    left -= minor
    return minor > 0 ? [{ id, minor }] : []
  })
}

/** By month: what was accrued less what was reversed; a reversal counts in the month of its invoice. */
export function accruedByMonth(
  months: readonly string[],
  accruals: readonly { month: string; minor: number }[],
  reversals: readonly { month: string; minor: number }[],
): number[] {
  const at = (month: string) =>
    Math.max(
      0,
      months.findLastIndex((start) => start <= month),
    )
  const totals = months.map(() => 0)
  for (const one of accruals) totals[at(one.month)]! += one.minor
  for (const one of reversals) totals[at(one.month)]! -= one.minor
  return totals
}

/** The month that a reversal counts in: that of the invoice, and never before that of what it reverses. */
export const reversalMonth = (accrued: string, invoiced: string): string =>
  invoiced < accrued ? accrued : invoiced
