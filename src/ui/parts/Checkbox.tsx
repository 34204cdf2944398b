import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Switch as BaseSwitch } from '@base-ui/react/switch'
import { Check, Minus } from 'lucide-react'
import { cx } from '../classes.ts'

export type CheckProps = {
  isOn: boolean
  onChange: (isOn: boolean) => void
  /** Some, not all. */
  isPartly?: boolean
  isDisabled?: boolean
  /** Needed where no Field gives the label. */
  label?: string
  tabIndex?: number
  className?: string
}

export function Checkbox({ isOn, onChange, isPartly, isDisabled, label, tabIndex, className }: CheckProps) {
  return (
    <Base.Root
      checked={isOn}
      indeterminate={isPartly}
      disabled={isDisabled}
      aria-label={label}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onCheckedChange={onChange}
      className={cx(
        'flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-surface text-on-accent',
        'data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent data-disabled:opacity-50',
        className,
      )}
    >
      <Base.Indicator className="flex data-unchecked:hidden">
        {isPartly ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
      </Base.Indicator>
    </Base.Root>
  )
}

export function Switch({ isOn, onChange, isDisabled, label }: Omit<CheckProps, 'isPartly'>) {
  return (
    <BaseSwitch.Root
      checked={isOn}
      disabled={isDisabled}
      aria-label={label}
      onCheckedChange={onChange}
      className="relative h-5 w-8 shrink-0 rounded-full bg-line-control p-0.5 transition-colors duration-[var(--quick)] data-checked:bg-accent data-disabled:opacity-50"
    >
      <BaseSwitch.Thumb className="block size-4 rounded-full bg-white shadow-1 transition-transform duration-[var(--quick)] data-checked:translate-x-3" />
    </BaseSwitch.Root>
  )
}
