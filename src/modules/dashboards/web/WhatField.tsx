import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { Conditions } from '../../../ui/where/Conditions.tsx'
import { type Condition, withCondition } from '../../../ui/where/where.ts'
import type { MetricShown } from '../../metrics/contract.ts'
import { useValues } from '../../metrics/web/index.ts'
import { views, viewTitles } from '../rules.ts'
import type { What } from './tile-input.ts'

type WhatFieldProps = {
  value: What
  onChange: (what: What) => void
  items: MetricShown[]
  dimensions: { name: string; words: string }[]
}

const viewOptions = views.map((value) => ({ value, label: viewTitles[value] }))
const none = 'none'
const grains = [
  { value: none, label: 'Steps as the period asks' },
  ...['day', 'week', 'month', 'quarter', 'year'].map((value) => ({ value, label: `by ${value}` })),
]

/** Metric, view, dimension and conditions; what a metric does not have is not offered. */
export function WhatField({ value, onChange, items, dimensions }: WhatFieldProps) {
  const metric = items.find((one) => one.id === value.metric)
  const has = dimensions.filter(({ name }) => metric?.dimensions.includes(name))
  const options = has.map(({ name, words }) => ({ value: name, label: words }))
  const set = (patch: Partial<What>) => onChange({ ...value, ...patch })
  const choose = (id: string | null) => {
    const next = items.find((one) => one.id === id)?.dimensions ?? []
    const by = value.by && next.includes(value.by) ? value.by : null
    set({ metric: id ?? '', by, where: value.where.filter((one) => next.includes(one.dimension)) })
  }
  return (
    <div className="flex flex-col gap-2">
      <Combobox
        label="Metric"
        placeholder="Metric"
        value={value.metric || null}
        options={items.map((one) => ({ value: one.id, label: one.title, hint: one.kind }))}
        onChange={choose}
      />
      <Segmented label="View" value={value.view} options={viewOptions} onChange={(view) => set({ view })} />
      {value.view !== 'figure' && (
        <Select
          label="Broken down by"
          placeholder="Broken down by"
          value={value.by ?? (value.view === 'trend' ? none : null)}
          options={value.view === 'trend' ? [{ value: none, label: 'In all' }, ...options] : options}
          onChange={(by) => set({ by: by === none ? null : by })}
        />
      )}
      {value.view === 'trend' && (
        <Select
          label="Steps"
          value={value.grain ?? none}
          options={grains}
          onChange={(grain) => set({ grain: grain === none ? null : grain })}
        />
      )}
      {metric && (
        <Conditions
          where={value.where}
          dimensions={options}
          useValues={useValues}
          onSet={(dimension, is) => set({ where: withCondition(value.where as Condition[], dimension, is) })}
        />
      )}
    </div>
  )
}
