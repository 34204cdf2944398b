import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { type Option, Select } from '../../../ui/parts/Select.tsx'
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
    <div className="flex flex-col gap-3">
      <Field label="Metric">
        <Combobox
          value={value.metric || null}
          options={items.map((one) => ({ value: one.id, label: one.title, hint: one.kind }))}
          onChange={choose}
        />
      </Field>
      <Segmented label="View" value={value.view} options={viewOptions} onChange={(view) => set({ view })} />
      {value.view !== 'figure' && <By value={value} set={set} options={options} />}
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

type ByProps = { value: What; set: (patch: Partial<What>) => void; options: Option[] }

function By({ value: { view, by, grain }, set, options }: ByProps) {
  const isTrend = view === 'trend'
  return (
    <>
      <Field label="Broken down by">
        <Select
          placeholder="Choose …"
          value={by ?? (isTrend ? none : null)}
          options={isTrend ? [{ value: none, label: 'In all' }, ...options] : options}
          onChange={(next) => set({ by: next === none ? null : next })}
        />
      </Field>
      {isTrend && (
        <Field label="Steps">
          <Select
            value={grain ?? none}
            options={grains}
            onChange={(next) => set({ grain: next === none ? null : next })}
          />
        </Field>
      )}
    </>
  )
}
