import type { ReactNode } from 'react'
import { buttonClass } from '../../../../ui/parts/Button.tsx'
import { Menu } from '../../../../ui/parts/Menu.tsx'

type PickProps<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  children?: ReactNode
}

/** One of a few, changed where it is read. */
export function Pick<V extends string>({ label, value, options, onChange, children }: PickProps<V>) {
  const shown = options.find((one) => one.value === value)?.label ?? ''
  return (
    <Menu
      items={options.map((one) => ({
        label: one.value === value ? `${one.label} ✓` : one.label,
        onSelect: () => one.value !== value && onChange(one.value),
      }))}
    >
      <button
        type="button"
        aria-label={`${label}: ${shown}`}
        className={`${buttonClass('quiet', true)} max-w-full min-w-0`}
      >
        {children ?? <span className="truncate font-normal text-ink">{shown}</span>}
      </button>
    </Menu>
  )
}
