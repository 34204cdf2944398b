import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import { minutesOf } from '../rules.ts'
import { hours } from './words.ts'

type CellProps = {
  label: string
  minutes: number
  canWrite: boolean
  onSave: (minutes: number) => Promise<unknown>
}

const asWritten = (minutes: number): string => (minutes === 0 ? '' : hours(minutes))

/** Hours as people write them: “1.5”, “1:30” or “90m”; kept when it is left. */
export function Cell({ label, minutes, canWrite, onSave }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    if (typed === null) return
    const read = minutesOf(typed)
    if (read === null) {
      toast(`“${typed}” is no time. Write hours like 1.5 or 1:30, or minutes like 90m.`, { tone: 'bad' })
      return
    }
    if (read !== minutes) await onSave(read)
    setTyped(null)
  }
  if (!canWrite) return <span className="tabular px-2">{asWritten(minutes) || '–'}</span>
  return (
    <input
      aria-label={label}
      inputMode="decimal"
      className={cx(
        'tabular h-9 w-16 rounded-sm border border-transparent bg-transparent px-2 text-right hover:bg-hover',
        'focus:border-line-strong focus:bg-surface narrow:w-12',
      )}
      placeholder="·"
      value={typed ?? asWritten(minutes)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
