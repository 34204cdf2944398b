import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence } from '../../../ui/query.ts'
import type { HoursRow } from '../contract.ts'
import { readCell, shownIn, type Unit } from './hours-cells.ts'

type HoursCellProps = {
  label: string
  row: HoursRow
  at: number
  unit: Unit
  capacity: number
  isOver: boolean
  isReadOnly: boolean
  onSave: (said: { minutes: number } | { share: number }) => Promise<void>
}

/** A month of one row; what is typed is taken over when one leaves it. */
export function HoursCell({ label, row, at, unit, capacity, isOver, isReadOnly, onSave }: HoursCellProps) {
  const stands = shownIn(row, at, unit, capacity)
  const [typed, setTyped] = useState<string | null>(null)
  const leave = async () => {
    if (typed === null || typed.trim() === stands) return setTyped(null)
    const said = readCell(typed, unit)
    if (typeof said === 'string') {
      toast(said, { tone: 'bad', detail: 'The cell stays as it was.' })
      return setTyped(null)
    }
    await onSave(said).catch((error: unknown) => toast(sentence(error), { tone: 'bad' }))
    setTyped(null)
  }
  return (
    <input
      aria-label={label}
      aria-invalid={isOver && stands !== ''}
      inputMode="decimal"
      readOnly={isReadOnly}
      value={typed ?? stands}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void leave()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null)
      }}
      className={cx(
        'h-8 w-full min-w-16 rounded-sm border border-transparent bg-transparent px-1.5 text-right tabular hover:border-line-control focus:border-line-control read-only:hover:border-transparent',
        isOver && stands !== '' && 'text-bad',
      )}
    />
  )
}
