import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'

export type Option<V extends string = string> = { value: V; label: string; icon?: ReactNode; hint?: string }

export type SelectProps<V extends string> = {
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  placeholder?: string
  /** Needed where no Field gives the label. */
  label?: string
  isDisabled?: boolean
  small?: boolean
  className?: string
}

export function Select<V extends string>({
  options,
  value,
  onChange,
  placeholder,
  label,
  isDisabled,
  small,
  className,
}: SelectProps<V>) {
  return (
    <Base.Root
      items={options.map(({ value, label }) => ({ value, label }))}
      value={value}
      disabled={isDisabled}
      onValueChange={(next) => next !== null && onChange(next as V)}
    >
      <Base.Trigger
        aria-label={label}
        className={cx(
          'control inline-flex items-center justify-between gap-2 text-left',
          small && 'h-(--control-small) text-sm',
          className,
        )}
      >
        <Base.Value
          placeholder={placeholder ?? t('form.choose')}
          className="truncate data-placeholder:text-ink-3"
        />
        <Base.Icon className="text-ink-3">
          <ChevronsUpDown size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-60">
          <Base.Popup className="popup max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto py-1">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className="option">
                {option.icon}
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                {option.hint && <span className="text-sm text-ink-3">{option.hint}</span>}
                <Base.ItemIndicator>
                  <Check size={14} />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
