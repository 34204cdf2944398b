import { Popover } from '@base-ui/react/popover'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { t } from '../messages/index.ts'
import { buttonClass } from '../parts/Button.tsx'
import { Combobox } from '../parts/Combobox.tsx'
import { type Option, Select } from '../parts/Select.tsx'
import type { Condition } from './where.ts'

export type ConditionsProps = {
  where: Condition[]
  /** Undefined lifts the condition. */
  onSet: (dimension: string, value: string | null | undefined) => void
  dimensions: readonly Option[]
  /** The values of a dimension, most frequent first; null while none is chosen. */
  useValues: (dimension: string | null) => { values: (string | null)[]; isLoading: boolean }
}

/** Conditions as chips, each removable, and a button that adds one. */
export function Conditions({ where, onSet, dimensions, useValues }: ConditionsProps) {
  const titleOf = (dimension: string) =>
    dimensions.find((one) => one.value === dimension)?.label ?? dimension.replaceAll('_', ' ')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {where.map(({ dimension, values }) => {
        const name = titleOf(dimension)
        const value = values.map((one) => one ?? t('where.blank')).join(' | ')
        return (
          <button
            key={dimension}
            type="button"
            onClick={() => onSet(dimension, undefined)}
            aria-label={t('where.lift', { name, value })}
            className="inline-flex h-(--control-small) max-w-70 items-center gap-1 rounded-md bg-accent-soft px-2 font-medium text-accent-ink hover:bg-press"
          >
            <span className="truncate">{`${name}: ${value}`}</span>
            <X size={12} aria-hidden="true" />
          </button>
        )
      })}
      <Adding dimensions={dimensions} useValues={useValues} onAdd={onSet} />
    </div>
  )
}

type AddingProps = Pick<ConditionsProps, 'dimensions' | 'useValues'> & {
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
