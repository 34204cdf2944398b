import { useEffect } from 'react'
import { percent } from '../../../ui/format/number.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Fitted, optimiser, type Run } from '../contract.ts'

type FittingProps = { metric: string; run: Run | null; fitted: Fitted | null }

/** How far a fit is, why it failed, and whether what is shown still fits the weeks. */
export function Fitting({ metric, run, fitted }: FittingProps) {
  if (run?.state === 'running') return <Running metric={metric} run={run} />
  return (
    <>
      {run?.state === 'failed' && (
        <Notice tone="warn" action={<FitAgain metric={metric} />}>
          {`The curves could not be fitted: ${(run.reason ?? 'nobody knows why').replace(/[.!?]$/, '')}.`}
        </Notice>
      )}
      {fitted?.isStale && (
        <Notice tone="warn" action={<FitAgain metric={metric} />}>
          Spend or outcome has changed since these curves were fitted. They say what the weeks said then.
        </Notice>
      )}
      {fitted && !fitted.isTold && (
        <Notice tone="warn">
          {`These weeks do not tell what spend brings: trend and season alone say as much of ${fitted.metric.title.toLowerCase()} as the curves do. Vary spend by channel for some months, or choose an outcome that is nearer to it, before you move money.`}
        </Notice>
      )}
      {fitted && <Basis fitted={fitted} />}
    </>
  )
}

/** While it runs, ask how far it is; the curves come by themselves once they are there. */
function Running({ metric, run }: { metric: string; run: Run }) {
  const mayFit = useCan()('costs:write')
  const { data, refetch } = useQuery(optimiser.latest, { metric }, { every: 1000 })
  const stop = useCommand(optimiser.stop)
  const now = data?.run ?? run
  useEffect(() => {
    if (now.state !== 'running') void refetch()
  }, [now.state, refetch])
  return (
    <Progress
      label="Fitting curves, then again and again on redrawn weeks to see how far they swing"
      done={now.done}
      total={now.draws}
      action={
        mayFit && (
          <Button small onClick={() => stop.run({ id: run.id })}>
            Stop
          </Button>
        )
      }
    />
  )
}

export function FitAgain({ metric, look }: { metric: string; look?: 'primary' }) {
  const fit = useCommand(optimiser.fit)
  if (!useCan()('costs:write')) return null
  return (
    <Button
      small={!look}
      {...(look ? { look } : {})}
      isBusy={fit.isRunning}
      onClick={() => fit.run({ metric })}
    >
      {look ? 'Fit response curves' : 'Fit again'}
    </Button>
  )
}

function Basis({ fitted: { weeks, rSquared, run, family } }: { fitted: Fitted }) {
  return (
    <p className="text-sm text-ink-2">
      {`${weeks.count} weeks from ${weeks.from} to ${weeks.to}; ${percent(rSquared, 0)} of the ups and downs explained (R²), ${family === 'hill' ? 'Hill' : 'logistic'} curves; fitted `}
      <When at={run.askedAt} />
      {` by ${run.askedBy}. Told from what happened together, not from a test: try large moves before you rely on them.`}
    </p>
  )
}
