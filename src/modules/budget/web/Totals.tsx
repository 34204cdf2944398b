import { useMemo, useState } from 'react'
import { minorDigits } from '../../../methods/money.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { type Sum, sums, sumsOf, sumTitles } from './grid/rows.ts'
import type { Shown } from './useLines.ts'

const words: Record<Sum, string> = {
  plan: 'What was planned: the baseline, frozen once the plan is approved.',
  forecast: 'What the year is expected to cost, as it stands in the cells of the forecast.',
  committed: 'What open orders may still bring: of each, the part that no invoice has used up.',
  actual: 'Invoices that are booked and not void, without tax, each at the rate of its day.',
  available:
    'Allocation less load. The allocation of a line is its plan with what was moved in and out; its load is invoices without an order, invoices on closed orders, and of each open order the larger of the order and its invoices. Placeholders have none available: they reserve.',
}

/** The sums of the year; each says what it is made of. */
export function Totals({ data }: { data: Shown }) {
  const [explained, explain] = useState<Sum | null>(null)
  const year = data.year!
  const all = useMemo(() => sumsOf(data.lines, year.currency), [data.lines, year.currency])
  return (
    <>
      <FigureRow>
        {sums.map((sum) => (
          <Figure
            key={sum}
            label={sumTitles[sum]}
            value={all[sum] / 10 ** minorDigits(year.currency)}
            currency={year.currency}
            unit="money"
            period={year.label}
            onExplain={() => explain(sum)}
          />
        ))}
      </FigureRow>
      {explained && (
        <Dialog
          isOpen
          onClose={() => explain(null)}
          title={`${sumTitles[explained]}, ${year.label}`}
          description={words[explained]}
        >
          <p className="text-ink-2">
            {`The sum of ${data.lines.length.toLocaleString('en')} lines that you may read. Lines in other currencies count at the rate of ${year.months[0]}. Open a line to see the orders and invoices behind it.`}
          </p>
        </Dialog>
      )}
    </>
  )
}
