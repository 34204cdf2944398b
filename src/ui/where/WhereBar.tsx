import { Popover } from '@base-ui/react/popover'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { t } from '../messages/index.ts'
import { buttonClass } from '../parts/Button.tsx'
import { Combobox } from '../parts/Combobox.tsx'
import { type Option, Select } from '../parts/Select.tsx'
import { useWhere } from './useWhere.ts'

export type WhereBarProps = {
  dimensions: readonly Option[]
  /** The values of a dimension, most frequent first; null while none is chosen. */
  useValues: (dimension: string | null) => { values: (string | null)[]; isLoading: boolean }
  /** The URL parameter, where a page holds two segments side by side. */
  name?: string
}

/** Conditions as chips, each removable, and a button that adds one. */
export function WhereBar({ dimensions, useValues, name }: WhereBarProps) {
  const { where, set } = useWhere(name)
  const titleOf = (dimension: string) =>
    dimensions.find((one) => one.value === dimension)?.label ?? dimension.replaceAll('_', ' ')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {where.map(({ dimension, values }) => (
        <button
          key={dimension}
          type="button"
          onClick={() => set(dimension, undefined)}
          aria-label={t('where.lift', { name: titleOf(dimension), value: values[0] ?? t('where.blank') })}
          className="inline-flex h-(--control-small) max-w-70 items-center gap-1 rounded-md bg-accent-soft px-2 font-medium text-accent-ink hover:bg-press"
        >
          <span className="truncate">{`${titleOf(dimension)}: ${values[0] ?? t('where.blank')}`}</span>
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      <Adding dimensions={dimensions} useValues={useValues} onAdd={set} />
    </div>
  )
}

type AddingProps = Pick<WhereBarProps, 'dimensions' | 'useValues'> & {
  onAdd: (dimension: string, value: string | null) => void
}

const blank = '\u0000'

function Adding({ dimensions, useValues, onAdd }: AddingProps) {
  const [isOpen, setOpen] = useState(false)
  const [dimension, setDimension] = useState<string | null>(null)
  const { values, isLoading } = useValues(isOpen ? dimension : null)
  const add = (value: string | null) => {
    if (!dimension || value === null) return
    onAdd(dimension, value === blank ? null : value)
    setOpen(false)
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={buttonClass('quiet', true)}>
        <ListFilter size={14} aria-hidden="true" />
        {t('where.add')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className="z-60">
          <Popover.Popup aria-label={t('where.add')} className="popup flex w-72 flex-col gap-2 p-3">
            <Select
              label={t('where.dimension')}
              placeholder={t('where.dimension')}
              value={dimension}
              options={dimensions}
              onChange={setDimension}
            />
            {dimension && (
              <Combobox
                key={dimension}
                label={t('where.value')}
                placeholder={isLoading ? t('face.loading') : t('where.value')}
                value={null}
                options={values.map((value) => ({ value: value ?? blank, label: value ?? t('where.blank') }))}
                onChange={add}
              />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
