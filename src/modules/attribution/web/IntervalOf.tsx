import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { ReportRow } from '../contract.ts'
import { useJourneyFigure } from './ExplainJourneys.tsx'

type IntervalOfProps = { channel: string | null; interval: NonNullable<ReportRow['interval']> }

/** Both limits of a share that was measured. */
export function IntervalOf({ channel, interval }: IntervalOfProps) {
  const { explain, drawer } = useJourneyFigure()
  const limit = (what: 'lower' | 'upper') => (
    <InlineFigure
      label={`Share of ${channel ?? 'touches without a channel'} by Markov, ${what} limit`}
      value={interval[what]}
      unit="ratio"
      onExplain={() => explain({ of: 'total', what, model: 'markov', channel })}
    />
  )
  return (
    <span className="whitespace-nowrap">
      {limit('lower')}
      {' – '}
      {limit('upper')}
      {drawer}
    </span>
  )
}
