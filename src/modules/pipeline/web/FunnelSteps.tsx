import { Exports } from '../../../ui/kit/Exports.tsx'
import { Scroller } from '../../../ui/kit/Scroller.tsx'
import type { Cohort, Step } from './counted.ts'
import { useBehind } from './ExplainBehind.tsx'
import { saveSteps } from './funnel-table.ts'
import { StepRow } from './StepRow.tsx'

export type Beside = { steps: Step[]; of: Cohort; label: string }
type FunnelStepsProps = { steps: Step[]; of: Cohort; beside: Beside | undefined }

const heads = ['Stage', 'Reached', '', 'Of the stage before', 'Time to the next', 'Left here', 'Still open']

const ends = new Set(['Reached', 'Left here', 'Still open'])

/** Bars and figures in one table: how many reached each stage, what share came from the one before, where they leak. */
export function FunnelSteps({ steps, of, beside }: FunnelStepsProps) {
  const { explain, drawer } = useBehind()
  return (
    <>
      <Scroller label="Funnel">
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
              <StepRow key={step.stage} {...{ steps, at, of, beside, explain }} />
            ))}
          </tbody>
        </table>
      </Scroller>
      <footer className="mt-2 flex items-center gap-4 text-sm text-ink-3">
        {beside && <Legend label={beside.label} />}
        <span className="flex-1" />
        <Exports onSave={(format) => saveSteps(format, steps)} />
      </footer>
      {drawer}
    </>
  )
}

const Legend = ({ label }: { label: string }) => (
  <>
    <span className="flex items-center gap-1.5">
      <span className="h-2 w-4 rounded-sm bg-accent" aria-hidden="true" /> this cohort
    </span>
    <span className="flex items-center gap-1.5">
      <span className="h-2 w-4 rounded-sm bg-(--chart-context)" aria-hidden="true" /> {label}
    </span>
  </>
)
