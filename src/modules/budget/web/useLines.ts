import { useMemo } from 'react'
import { minorDigits } from '../../../methods/money.ts'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Line } from '../contract.ts'
import { isHeadcount } from '../rules.ts'

/** Whole units as typed in a form, in minor units. */
export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** minorDigits(currency))

/** Lines of the running year to choose from. */
export function useLines() {
  const asked = useQuery(budget.lines, {})
  const lines = asked.data?.lines
  const options = useMemo(
    () =>
      (lines ?? []).map(({ id, name, campaign, area }) => ({
        value: id,
        label: name,
        hint: campaign || area,
      })),
    [lines],
  )
  return { ...asked, lines: lines ?? [], options }
}

/** Lines on which orders and invoices can stand. */
export const spendable = (lines: readonly Line[]) =>
  lines
    .filter((line) => !isHeadcount(line) && !line.isPlaceholder)
    .map(({ id, name, campaign, area }) => ({ value: id, label: name, hint: campaign || area }))
