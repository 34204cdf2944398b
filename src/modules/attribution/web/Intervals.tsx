import { useEffect, useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { attribution } from '../contract.ts'

/** How sure the shares that data tell are: measured when somebody asks, in the background, and stopped at will. */
export function Intervals() {
  const mayMeasure = useCan()('attribution:manage')
  const [isRunning, setRunning] = useState(false)
  const asked = useQuery(attribution.intervals, {}, { every: isRunning && 1000 })
  const measure = useCommand(attribution.measureIntervals)
  const stop = useCommand(attribution.stopIntervals)
  const run = asked.data?.run
  useEffect(() => setRunning(run?.state === 'running'), [run?.state])
  if (run?.state === 'running')
    return (
      <Progress
        label="Drawing the journeys again to see how far shares swing"
        done={run.done}
        total={run.resamples}
        action={
          mayMeasure && (
            <Button small onClick={() => stop.run({ id: run.id })}>
              Stop
            </Button>
          )
        }
      />
    )
  if (run?.state === 'done' && run.isCurrent) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-2">
      {run?.state === 'failed' && (
        <Notice tone="warn">{`Intervals could not be measured: ${(run.reason ?? 'nobody knows why').replace(/[.!?]$/, '')}.`}</Notice>
      )}
      {mayMeasure && (
        <Button small isBusy={measure.isRunning} onClick={() => measure.run({})}>
          Measure intervals
        </Button>
      )}
      {run?.state === 'done'
        ? 'The intervals belong to earlier figures; measure them again.'
        : 'How far the shares by Markov would swing with other journeys has not been measured on these figures.'}
    </div>
  )
}
