import { useId } from 'react'
import { cx } from '../classes.ts'

export type SegmentedProps<V extends string> = {
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  label: string
}

/** One of a few, all in sight. */
export function Segmented<V extends string>({ options, value, onChange, label }: SegmentedProps<V>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex h-(--control) max-w-full shrink-0 self-start narrow:h-auto narrow:min-h-(--control) narrow:flex-wrap rounded-md bg-press p-0.5"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'flex cursor-pointer items-center rounded-sm px-2.5 font-medium narrow:min-h-7 whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-(--focus)',
            option.value === value ? 'bg-surface text-ink shadow-1' : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
