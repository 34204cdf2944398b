import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { days } from '../../../ui/format/when.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Cohort, putIn, reached, type Step, share, stayed } from './counted.ts'
import type { Counted } from './ExplainBehind.tsx'
import type { Beside } from './FunnelSteps.tsx'

type Explains = { explain: (counted: Counted) => void }
type StepRowProps = Explains & { steps: Step[]; at: number; of: Cohort; beside: Beside | undefined }

/** A figure of the funnel that opens its explanation. */
export const Told = ({ counted, explain }: Explains & { counted: Counted }) => (
  <InlineFigure {...counted} onExplain={() => explain(counted)} />
)

export function StepRow({ steps, at, of, beside, explain }: StepRowProps) {
  const step = steps[at]!
  const before = steps[at - 1]
  const other = beside?.steps.find((one) => one.stage === step.stage)
  const widest = Math.max(1, steps[0]?.reached ?? 0)
  const widestOther = Math.max(1, beside?.steps[0]?.reached ?? 0)
  const isLast = at === steps.length - 1
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-2 pr-3 text-left font-medium whitespace-nowrap">
        {step.name}
      </th>
      <td className="px-3 py-2 text-right">
        <span className="font-semibold">
          <Told counted={reached(of, step)} explain={explain} />
        </span>
        {beside && other && (
          <span className="block text-sm text-ink-3">
            <Told counted={reached(beside.of, other)} explain={explain} />
          </span>
        )}
        {!other && <PutIn step={step} />}
      </td>
      <td className="px-3 py-2" aria-hidden="true">
        <Bar share={step.reached / widest} className="h-5 bg-accent" />
        {other && <Bar share={other.reached / widestOther} className="mt-1 h-2 bg-(--chart-context)" />}
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        <Rate {...{ step, before, of, explain }} />
        {!other && <FromFirst {...{ step, of, explain }} />}
        {beside && other && <BesideRate {...{ beside, step: other, explain }} />}
      </td>
      <td className="px-3 py-2 whitespace-nowrap text-ink-2">{!isLast && <Took step={step} />}</td>
      <td className="px-3 py-2 text-right">
        {!isLast && <Told counted={stayed(of, step, 'gone')} explain={explain} />}
      </td>
      <td className="px-3 py-2 text-right text-ink-2">
        {!isLast && <Told counted={stayed(of, step, 'waiting')} explain={explain} />}
      </td>
    </tr>
  )
}

const Bar = ({ share: of, className }: { share: number; className: string }) => (
  <div className={`rounded-sm ${className}`} style={{ width: `${Math.max(0.4, of * 100)}%` }} />
)

function PutIn({ step }: { step: Step }) {
  if (step.imputed === 0) return null
  const words = putIn(step)
  if (words) return <span className="ml-auto block w-28 text-sm text-ink-3">{words}</span>
  return <span className="block text-sm whitespace-nowrap text-ink-3">{`${count(step.imputed)} put in`}</span>
}

const inDays = (median: number) => (median < 0.5 ? 'same day' : days(median))

function Took({ step }: { step: Step }) {
  const [, setStage] = useUrl('stage')
  if (step.medianDays === null)
    return <NotKnown reason="Nobody has gone on from here with both dates known." />
  return (
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
  )
}

type RateProps = Explains & { step: Step; before: Step | undefined; of: Cohort }

function Rate({ step, before, of, explain }: RateProps) {
  if (!before) return <span className="text-ink-3">first stage</span>
  const range = step.fromPreviousInterval
  return (
    <>
      <span className="font-medium">
        <Told counted={share(of, step, before, step.fromPrevious)} explain={explain} />
      </span>
      {range && !putIn(before) && (
        <span className="tabular ml-1 text-sm text-ink-3">{`(${percent(range[0])} – ${percent(range[1])})`}</span>
      )}
      {putIn(before) && (
        <span className="block text-sm text-ink-3">{`${before.name}: ${putIn(before)}`}</span>
      )}
    </>
  )
}

/** Over the whole way: what share of the first stage arrived, and how long that took. */
function FromFirst({ step, of, explain }: Explains & { step: Step; of: Cohort }) {
  if (step.fromPrevious === null || step.fromFirst === null) return null
  const took = step.medianFromFirst === null ? '' : `, median ${inDays(step.medianFromFirst)}`
  return (
    <span className="block text-sm text-ink-3">
      <Told counted={share(of, step, of.first, step.fromFirst)} explain={explain} />
      {` of all${took}`}
    </span>
  )
}

function BesideRate({ beside, step, explain }: Explains & { beside: Beside; step: Step }) {
  const before = beside.steps[beside.steps.indexOf(step) - 1]
  if (!before) return null
  return (
    <span className="block text-sm text-ink-3">
      <Told counted={share(beside.of, step, before, step.fromPrevious)} explain={explain} />
    </span>
  )
}
