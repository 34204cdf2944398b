import { Download } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { count, percent } from '../../../ui/format/number.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { days } from '../../../ui/format/when.ts'
import { Scroller } from '../../../ui/kit/Scroller.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { FunnelStep } from '../contract.ts'
import { ExplainStep } from './ExplainStep.tsx'
import { saveSteps } from './funnel-csv.ts'

export type Step = z.infer<typeof FunnelStep>
type FunnelStepsProps = { steps: Step[]; horizon: number | null; other?: Step[]; otherLabel: string }

const heads = ['Stage', 'Reached', '', 'Of the stage before', 'Time to the next', 'Left here', 'Still open']

const ends = new Set(['Reached', 'Left here', 'Still open'])

/** Bars and figures in one table: how many reached each stage, what share came from the one before, where they leak. */
export function FunnelSteps({ steps, horizon, other, otherLabel }: FunnelStepsProps) {
  const [explained, setExplained] = useState<Step | null>(null)
  const widest = Math.max(1, steps[0]?.reached ?? 0)
  const widestOther = Math.max(1, other?.[0]?.reached ?? 0)
  return (
    <>
      <Scroller label={'Funnel'}>
        <table className="w-full min-w-180 border-collapse">
          <caption className="sr-only">Funnel</caption>
          <thead>
            <tr className="border-b border-line text-left text-sm text-ink-3">
              {heads.map((head) => (
                <th
                  key={head}
                  scope="col"
                  className={`px-3 py-2 font-normal whitespace-nowrap first:pl-0 ${head === '' ? 'w-2/5 min-w-36' : ''} ${ends.has(head) ? 'text-right' : ''}`}
                >
                  {head || <span className="sr-only">Bar</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, at) => (
              <StepRow
                key={step.stage}
                step={step}
                isLast={at === steps.length - 1}
                share={step.reached / widest}
                other={other?.find((one) => one.stage === step.stage)}
                otherWidest={widestOther}
                onExplain={() => setExplained(step)}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
      <footer className="mt-2 flex items-center gap-4 text-sm text-ink-3">
        {other && (
          <>
            <span className="flex items-center gap-1.5">
              <span className="h-2 w-4 rounded-sm bg-accent" aria-hidden="true" /> this cohort
            </span>
            <span className="flex items-center gap-1.5">
              <span className="h-2 w-4 rounded-sm bg-(--chart-context)" aria-hidden="true" /> {otherLabel}
            </span>
          </>
        )}
        <span className="flex-1" />
        <Button small look="quiet" icon={<Download size={14} />} onClick={() => saveSteps(steps)}>
          CSV
        </Button>
      </footer>
      {explained && <ExplainStep step={explained} horizon={horizon} onClose={() => setExplained(null)} />}
    </>
  )
}

type StepRowProps = {
  step: Step
  isLast: boolean
  share: number
  other?: Step
  otherWidest: number
  onExplain: () => void
}

function StepRow({ step, isLast, share, other, otherWidest, onExplain }: StepRowProps) {
  const [, setStage] = useUrl('stage')
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-2 pr-3 text-left font-medium whitespace-nowrap">
        {step.name}
      </th>
      <td className="px-3 py-2 text-right">
        <button
          type="button"
          onClick={onExplain}
          aria-label={`Explain ${step.name}: ${count(step.reached)}`}
          className="rounded-sm font-semibold hover:text-accent-ink hover:underline"
        >
          {count(step.reached)}
        </button>
        {other && <span className="block text-sm text-ink-3">{count(other.reached)}</span>}
        {!other && step.imputed > 0 && (
          <span className="block text-sm whitespace-nowrap text-ink-3">{`${count(step.imputed)} put in`}</span>
        )}
      </td>
      <td className="px-3 py-2" aria-hidden="true">
        <div className="h-5 rounded-sm bg-accent" style={{ width: `${Math.max(0.4, share * 100)}%` }} />
        {other && (
          <div
            className="mt-1 h-2 rounded-sm bg-(--chart-context)"
            style={{ width: `${Math.max(0.4, (other.reached / otherWidest) * 100)}%` }}
          />
        )}
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        <Rate step={step} />
        {!other && <FromFirst step={step} />}
        {other?.fromPrevious != null && (
          <span className="block text-sm text-ink-3">{percent(other.fromPrevious)}</span>
        )}
      </td>
      <td className="px-3 py-2 whitespace-nowrap text-ink-2">
        {step.medianDays === null ? (
          !isLast && <NotKnown reason="Nobody has gone on from here with both dates known." />
        ) : (
          <button
            type="button"
            onClick={() => setStage(step.stage)}
            className="rounded-sm text-left hover:text-accent-ink hover:underline"
          >
            {inDays(step.medianDays)}
            {step.p85Days !== null && step.p85Days >= 0.5 && (
              <span className="text-ink-3">{` · 85 % by ${days(step.p85Days)}`}</span>
            )}
          </button>
        )}
      </td>
      <td className="px-3 py-2 text-right">{isLast ? '' : count(step.leaked)}</td>
      <td className="px-3 py-2 text-right text-ink-2">{isLast ? '' : count(step.open)}</td>
    </tr>
  )
}

const inDays = (median: number) => (median < 0.5 ? 'same day' : days(median))

function Rate({ step }: { step: Step }) {
  if (step.fromPrevious === null) return <span className="text-ink-3">first stage</span>
  return (
    <>
      <span className="tabular font-medium">{percent(step.fromPrevious)}</span>
      {step.fromPreviousInterval && (
        <span className="tabular ml-1 text-sm text-ink-3">
          {`(${percent(step.fromPreviousInterval[0])} – ${percent(step.fromPreviousInterval[1])})`}
        </span>
      )}
    </>
  )
}

/** Over the whole way: what share of the first stage arrived, and how long that took. */
function FromFirst({ step }: { step: Step }) {
  if (step.fromPrevious === null || step.fromFirst === null) return null
  const took = step.medianFromFirst === null ? '' : `, median ${inDays(step.medianFromFirst)}`
  return <span className="block text-sm text-ink-3">{`${percent(step.fromFirst)} of all${took}`}</span>
}
