import { RotateCw, X } from 'lucide-react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { sized } from '../rules.ts'
import type { Adding } from './useAdding.ts'

type UnderProps = { one: Adding; onCancel: (key: number) => void; onAgain: (one: Adding) => void }

/** A file under way: how far it is, or why it did not arrive. */
export function Under({ one, onCancel, onAgain }: UnderProps) {
  if (one.failure)
    return (
      <Notice tone="bad">
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1">{one.failure}</span>
          <Button small icon={<RotateCw size={14} />} onClick={() => onAgain(one)}>
            Try again
          </Button>
          <IconButton small label={`Forget ${one.name}`} onClick={() => onCancel(one.key)}>
            <X size={14} />
          </IconButton>
        </span>
      </Notice>
    )
  const isSent = one.sent >= one.size
  return (
    <div className="flex items-center gap-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex justify-between gap-3 text-sm">
          <span className="truncate">{one.name}</span>
          <span className="tabular shrink-0 text-ink-3">
            {isSent ? 'is being kept' : `${sized(one.sent)} of ${sized(one.size)}`}
          </span>
        </span>
        <progress
          aria-label={`${one.name} on its way`}
          className="h-1.5 w-full accent-accent"
          max={one.size}
          value={one.sent}
        />
      </div>
      <IconButton small label={`Cancel ${one.name}`} onClick={() => onCancel(one.key)}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
