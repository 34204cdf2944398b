import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { namedBy } from './naming.ts'
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
  const typing = useTyping(options, onChange)
  return (
    <Base.Root
      items={options as Option<V>[]}
      value={chosen}
      onValueChange={(next) => typing.choose((next as Option<V> | null)?.value ?? null)}
      onOpenChange={typing.setOpen}
      onInputValueChange={(words, { reason }) => {
        if (reason === 'input-change') typing.hear(words)
        onSearch?.(words)
      }}
      autoHighlight
      isItemEqualToValue={(a, b) => a.value === b.value}
      disabled={rest.isDisabled}
      {...(onSearch ? { filter: null } : {})}
    >
      <div className={cx('relative', rest.className)}>
        <Base.Input
          aria-label={rest.label}
          placeholder={rest.placeholder ?? t('form.choose')}
          className="control w-full pr-12"
          onKeyDown={typing.keepFromForm}
          onBlur={typing.settle}
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
      {typing.unknown && (
        <p role="status" className="mt-1 text-sm text-warn">
          {t('form.namesNone', { words: typing.unknown, chosen: chosen?.label ?? t('form.nothing') })}
        </p>
      )}
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

/** What is typed is taken or said to name nothing; it is never dropped without a word. */
function useTyping<V extends string>(options: readonly Option<V>[], onChange: (value: V | null) => void) {
  const [isOpen, setOpen] = useState(false)
  const [unknown, setUnknown] = useState('')
  const words = useRef('')
  const hear = (typed: string) => {
    words.current = typed
    setUnknown('')
  }
  const choose = (value: V | null) => {
    hear('')
    onChange(value)
  }
  const settle = () => {
    const typed = words.current.trim()
    const named = namedBy(options, typed)
    if (named) choose(named.value)
    else if (typed) setUnknown(typed)
    words.current = ''
  }
  const keepFromForm = (event: KeyboardEvent) => {
    if (event.key === 'Escape') words.current = ''
    if (event.key !== 'Enter' || !(isOpen || words.current.trim())) return
    event.preventDefault()
    if (!isOpen) settle()
  }
  return { unknown, setOpen, hear, choose, settle, keepFromForm }
}
