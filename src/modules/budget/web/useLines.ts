import { useMemo } from 'react'
import { minorDigits } from '../../../methods/money.ts'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Line, unpacked } from '../contract.ts'
import { isHeadcount } from '../rules.ts'

/** Whole units as typed in a form, in minor units. */
export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** minorDigits(currency))

/** The lines of a year; the running one where none is named. */
export function useSheet(year = '') {
  const { data: sent, isPending, error, refetch } = useQuery(budget.sheet, year ? { year } : {})
  const data = useMemo(() => sent && { ...sent, lines: unpacked(sent.sheet) }, [sent])
  return { data, isPending, error, refetch }
}

export type Shown = NonNullable<ReturnType<typeof useSheet>['data']>

/** Lines of the running year to choose from. */
export function useLines() {
  const asked = useSheet()
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
