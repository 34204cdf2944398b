import { cx } from '../classes.ts'

export type SegmentedProps<V extends string> = {
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  label: string
}

/** One of a few, all in sight. */
export function Segmented<V extends string>({ options, value, onChange, label }: SegmentedProps<V>) {
  return (
    <fieldset className="inline-flex h-(--control) items-center rounded-md bg-press p-0.5" aria-label={label}>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'flex h-full cursor-pointer items-center rounded-sm px-2.5 font-medium whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-(--focus)',
            option.value === value ? 'bg-raised text-ink shadow-1' : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={label}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
