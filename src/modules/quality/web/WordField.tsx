import { type KeyboardEvent, useState } from 'react'
import { Input } from '../../../ui/parts/Input.tsx'

type WordFieldProps = {
  label: string
  initial: string
  placeholder?: string
  /** Words already in use, offered while one types. */
  known?: string[]
  onSave: (value: string) => void
}

/** Enter saves and goes on to the next field, Escape takes the old word back. */
export function WordField({ label, initial, placeholder, known = [], onSave }: WordFieldProps) {
  const [value, setValue] = useState(initial)
  const list = `known-${label}`
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setValue(initial)
    if (event.key !== 'Enter') return
    event.preventDefault()
    goOn(event.currentTarget)
    if (value.trim() !== initial) onSave(value.trim())
  }
  return (
    <div className="min-w-32">
      <Input
        data-word=""
        aria-label={label}
        value={value}
        placeholder={placeholder}
        maxLength={200}
        list={known.length > 0 ? list : undefined}
        onChange={setValue}
        onKeyDown={press}
        onBlur={() => value.trim() && value.trim() !== initial && onSave(value.trim())}
      />
      {known.length > 0 && (
        <datalist id={list}>
          {known.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </div>
  )
}

function goOn(field: HTMLInputElement): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-word]')]
  fields[fields.indexOf(field) + 1]?.focus()
}
