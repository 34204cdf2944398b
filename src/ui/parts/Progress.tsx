import { Progress as Base } from '@base-ui/react/progress'
import type { ReactNode } from 'react'
import { count } from '../format/number.ts'
import { duration } from '../format/when.ts'
import { t } from '../messages/index.ts'

export type ProgressProps = {
  label: ReactNode
  done: number
  /** Unknown while counting. */
  total?: number | null
  secondsLeft?: number
  /** How far it is in other words than a count. */
  says?: ReactNode
  /** A cancel button. */
  action?: ReactNode
}

export function Progress({ label, done, total, secondsLeft, says, action }: ProgressProps) {
  const value = total ? Math.min(100, (done / total) * 100) : null
  return (
    <div className="flex items-center gap-3">
      <Base.Root value={value} className="flex flex-1 flex-col gap-1.5">
        <div className="flex justify-between gap-4">
          <Base.Label className="font-medium">{label}</Base.Label>
          <span className="tabular text-ink-2">
            {says ?? (total ? t('progress.of', { done: count(done), total: count(total) }) : count(done))}
            {secondsLeft !== undefined && ` · ${t('progress.left', { time: duration(secondsLeft) })}`}
          </span>
        </div>
        <Base.Track className="h-1.5 overflow-hidden rounded-full bg-press">
          <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-[var(--quick)] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
        </Base.Track>
      </Base.Root>
      {action}
    </div>
  )
}
