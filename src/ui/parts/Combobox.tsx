import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, X } from 'lucide-react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import type { Option } from './Select.tsx'

export type ComboboxProps<V extends string> = {
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V | null) => void
  placeholder?: string
  label?: string
  isDisabled?: boolean
  isClearable?: boolean
  /** For options that come from the server while one types. */
  onSearch?: (words: string) => void
  className?: string
}

/** A select one can type into: for more than a dozen options. */
export function Combobox<V extends string>({
  options,
  value,
  onChange,
  onSearch,
  ...rest
}: ComboboxProps<V>) {
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Base.Root
      items={options as Option<V>[]}
      value={chosen}
      onValueChange={(next) => onChange((next as Option<V> | null)?.value ?? null)}
      onInputValueChange={(words) => onSearch?.(words)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      disabled={rest.isDisabled}
      {...(onSearch ? { filter: null } : {})}
    >
      <div className={cx('relative', rest.className)}>
        <Base.Input
          aria-label={rest.label}
          placeholder={rest.placeholder ?? t('form.choose')}
          className="control w-full pr-12"
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-ink-3">
          {rest.isClearable && (
            <Base.Clear aria-label={t('form.none')} className="rounded-sm p-1 hover:text-ink">
              <X size={14} />
            </Base.Clear>
          )}
          <Base.Trigger aria-label={t('form.choose')} className="rounded-sm p-1 hover:text-ink">
            <ChevronsUpDown size={14} />
          </Base.Trigger>
        </div>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-60">
          <Base.Popup className="popup max-h-[min(320px,var(--available-height))] min-w-(--anchor-width) overflow-y-auto py-1">
            <Base.Empty className="px-3 py-2 text-ink-3 empty:hidden">{t('form.noOption')}</Base.Empty>
            <Base.List>
              {(option: Option<V>) => (
                <Base.Item key={option.value} value={option} className="option">
                  {option.icon}
                  <span className="flex-1">{option.label}</span>
                  {option.hint && <span className="text-sm text-ink-3">{option.hint}</span>}
                  <Base.ItemIndicator>
                    <Check size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
