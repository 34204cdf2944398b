import { RotateCw, X } from 'lucide-react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
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
    <Progress
      label={<span className="break-all">{one.name}</span>}
      done={one.sent}
      total={isSent ? null : one.size}
      says={isSent ? 'is being kept' : `${sized(one.sent)} of ${sized(one.size)}`}
      action={
        <IconButton small label={`Cancel ${one.name}`} onClick={() => onCancel(one.key)}>
          <X size={14} />
        </IconButton>
      }
    />
  )
}
