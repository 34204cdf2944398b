import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Figure } from './ExplainJourneys.tsx'
import type { Totals } from './TotalsChart.tsx'

type Sum = Extract<Figure, { of: 'totals' }>['what']
export type ExplainSum = (what: Sum) => void
type TotalsLineProps = { of: Totals['reconciliation']; explain: ExplainSum }

/** Holds the totals against what was sold; every number explains itself. */
export function TotalsLine({ of, explain }: TotalsLineProps) {
  const figure = (what: Sum, label: string, value: number) => (
    <InlineFigure
      label={label}
      value={value}
      unit={what.startsWith('value') && of.currency ? 'money' : 'number'}
      currency={of.currency ?? undefined}
      onExplain={() => explain(what)}
    />
  )
  return (
    <footer className="tabular mt-3 flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <p>
        {'Conversions '}
        {figure('conversions', 'Conversions', of.conversions)}
        {' = credited '}
        {figure('credited', 'Conversions credited', of.credited)}
        {' + unattributed '}
        {figure('unattributed', 'Conversions unattributed', of.unattributed)}
      </p>
      <p className="text-ink-2">
        {'Value '}
        {figure('value', 'Value', of.value)}
        {' = credited '}
        {figure('valueCredited', 'Value credited', of.valueCredited)}
        {' + unattributed '}
        {figure('valueUnattributed', 'Value unattributed', of.valueUnattributed)}
      </p>
    </footer>
  )
}
