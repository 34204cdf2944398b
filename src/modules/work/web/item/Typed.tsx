import { useState } from 'react'
import { buttonClass } from '../../../../ui/parts/Button.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'

type TypedProps = {
  label: string
  /** As it is typed. */
  value: string
  /** As it is read; empty where there is nothing. */
  shown: string
  type?: 'text' | 'date'
  isBad?: boolean
  placeholder?: string
  /** Why it cannot be so, or null. */
  onSave: (typed: string) => Promise<boolean> | boolean
}

/** A value that becomes a field when it is clicked; Enter and leaving save it, Escape leaves it as it was. */
export function Typed({ label, value, shown, type = 'text', isBad, placeholder, onSave }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    if (typed === null) return
    if (typed.trim() === value || (await onSave(typed.trim()))) setTyped(null)
  }
  if (typed === null)
    return (
      <button
        type="button"
        aria-label={`${label}: ${shown || 'nothing'}`}
        onClick={() => setTyped(value)}
        className={`${buttonClass('quiet', true)} max-w-full min-w-0`}
      >
        <span className={`truncate font-normal ${isBad ? 'text-bad' : shown ? 'text-ink' : 'text-ink-3'}`}>
          {shown || '–'}
        </span>
      </button>
    )
  return (
    <Input
      autoFocus
      type={type}
      aria-label={label}
      value={typed}
      placeholder={placeholder}
      onChange={setTyped}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setTyped(null)
      }}
      className="h-(--control-small)! max-w-40 text-sm"
    />
  )
}
