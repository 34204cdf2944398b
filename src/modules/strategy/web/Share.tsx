import { percent } from '../../../ui/format/number.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Goal } from '../contract.ts'

type ShareProps = { progress: Goal['progress']; label: string }

/** How far a goal is beside how much of its time has passed; what was typed says so. */
export function Share({ progress: { share, by, passed }, label }: ShareProps) {
  const words =
    share === null ? 'not known yet' : `${percent(share)}, ${percent(passed)} of its time has passed`
  return (
    <span className="flex w-56 shrink-0 flex-col gap-1">
      <span className="flex items-center justify-between gap-2 text-sm">
        <span className="tabular font-medium">{share === null ? 'Not known yet' : percent(share)}</span>
        {by === 'typed' && <Badge tone="warn">Typed</Badge>}
        {by === 'done' && <Badge>Said to be done</Badge>}
        <span className="tabular text-ink-3">{`${percent(passed)} of its time`}</span>
      </span>
      <span
        role="img"
        aria-label={`${label}: ${words}`}
        className="relative block h-1.5 overflow-hidden rounded-full bg-press"
      >
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent"
          style={{ width: `${(share ?? 0) * 100}%` }}
        />
        <span
          className="absolute inset-y-0 w-0.5 bg-ink-2"
          style={{ left: `${Math.min(99, passed * 100)}%` }}
        />
      </span>
    </span>
  )
}
