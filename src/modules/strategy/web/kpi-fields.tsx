import type { CustomControl, FormField } from '../../../ui/form/fields.ts'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import type { MetricShown } from '../../metrics/contract.ts'
import type { Goal } from '../contract.ts'
import { type KpiDraft, manualMetric, metricOptions } from './kpi-draft.ts'
import { Months } from './Months.tsx'

type Person = { id: string; name: string; title: string; state: string; manager: { id: string } | null }
type Given = {
  known: Partial<KpiDraft>
  onChoose: (more: Partial<KpiDraft>) => void
  metrics: MetricShown[]
  people: Person[]
  goals: Goal[]
}
type Field = FormField<keyof KpiDraft & string>

const betters = [
  { value: 'up', label: 'More is better' },
  { value: 'down', label: 'Less is better' },
]
const paths = [
  { value: 'straight', label: 'Straight: the same every day' },
  { value: 'seasonal', label: 'Seasonal: as the same months were in the years before' },
  { value: 'custom', label: 'Custom: a value for the end of each month' },
]
const units = [
  { value: 'count', label: 'A count' },
  { value: 'money', label: 'Money' },
  { value: 'ratio', label: 'A share' },
  { value: 'days', label: 'Days' },
]
const kinds = [
  { value: 'outcome', label: 'Outcome: what it changed' },
  { value: 'output', label: 'Output: what it produced' },
  { value: 'activity', label: 'Activity: what we did' },
]

/** What is asked depends on what was chosen: nobody is asked what the catalogue or the reporting line says. */
export function fieldsOf(given: Given): Field[] {
  return [...whatFields(given), ...whereFields(given), ...whoFields(given), ...whyFields(given)]
}

function whatFields({ known, onChoose, metrics }: Given): Field[] {
  const isManual = known.metric === manualMetric
  const metric = metrics.find((one) => one.id === known.metric)
  const choose = ({ value, onChange }: CustomControl) => (
    <Combobox
      label="What is measured"
      options={metricOptions(metrics)}
      value={(value as string) || null}
      onChange={(id) => {
        onChange(id)
        onChoose({ metric: id ?? '' })
      }}
    />
  )
  const own: Field[] = [
    { name: 'title', label: 'What is counted', hint: 'In words somebody else would count by, too.' },
    { name: 'source', label: 'Where the values come from', hint: 'The sheet or system, and who keeps it.' },
    { name: 'unit', label: 'Unit', kind: 'select', options: units },
    {
      name: 'kind',
      label: 'Kind',
      kind: 'custom',
      render: (control) => <Kind control={control} onChoose={onChoose} />,
    },
    { name: 'isLevel', label: 'A level, such as a share: months are not summed', kind: 'checkbox' },
  ]
  const asksBetter = isManual || metric?.direction === 'none'
  return [
    { name: 'name', label: 'Name', autoFocus: true, hint: 'As people will speak of it.' },
    { name: 'metric', label: 'What is measured', kind: 'custom', render: choose },
    ...(isManual ? own : []),
    ...(metric
      ? [
          {
            name: 'where',
            label: 'Conditions',
            kind: 'textarea',
            isOptional: true,
            hint: `One a line, such as region=EMEA. By ${metric.dimensions.slice(0, 6).join(', ')} and others.`,
          } as Field,
        ]
      : []),
    ...(asksBetter
      ? [{ name: 'better', label: 'Which way is better', kind: 'select', options: betters } as Field]
      : []),
  ]
}

const Kind = ({ control, onChoose }: { control: CustomControl; onChoose: Given['onChoose'] }) => (
  <Select
    label="Kind"
    options={kinds}
    value={(control.value as string) || null}
    onChange={(kind) => {
      control.onChange(kind)
      onChoose({ kind: kind as KpiDraft['kind'] })
    }}
  />
)

function whereFields({ known, onChoose }: Given): Field[] {
  const path = ({ value, onChange }: CustomControl) => (
    <Select
      label="Path"
      options={paths}
      value={(value as string) || null}
      onChange={(kind) => {
        onChange(kind)
        onChoose({ pathKind: kind as KpiDraft['pathKind'] })
      }}
    />
  )
  return [
    { name: 'days', label: 'Period', kind: 'custom', render: (control) => <Months {...control} /> },
    {
      name: 'baseline',
      label: 'Baseline',
      kind: 'number',
      hint: 'Where it stands without this. A share as 0.85.',
    },
    { name: 'target', label: 'Target', kind: 'number' },
    { name: 'pathKind', label: 'Path', kind: 'custom', render: path },
    ...(known.pathKind === 'custom'
      ? [
          {
            name: 'points',
            label: 'At the end of each month',
            kind: 'textarea',
            hint: 'One a line; the last is the target.',
          } as Field,
        ]
      : []),
  ]
}

function whoFields({ people, goals, known }: Given): Field[] {
  const options = people
    .filter((one) => one.state !== 'disabled')
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title }))
  const owner = people.find((one) => one.id === known.ownerId)
  const line = owner?.manager
    ? `By the reporting line: ${people.find((one) => one.id === owner.manager?.id)?.name}.`
    : ''
  const hint = `${line} Only where the reporting line does not say.`.trim()
  return [
    { name: 'ownerId', label: 'Owner', kind: 'combobox', options },
    { name: 'bossId', label: 'Signs as the boss', kind: 'combobox', options, isOptional: true, hint },
    { name: 'aboveId', label: 'Signs as the boss’s boss', kind: 'combobox', options, isOptional: true, hint },
    {
      name: 'goalId',
      label: 'Goal it measures',
      kind: 'combobox',
      isOptional: true,
      options: goals.map(({ id, name, levelTitle }) => ({ value: id, label: name, hint: levelTitle })),
    },
  ]
}

function whyFields({ known, metrics }: Given): Field[] {
  const kind =
    known.metric === manualMetric ? known.kind : metrics.find((one) => one.id === known.metric)?.kind
  const outcomes = metrics
    .filter((one) => one.kind === 'outcome')
    .map(({ id, title }) => ({ value: id, label: title }))
  return [
    {
      name: 'decision',
      label: 'What it decides',
      kind: 'textarea',
      hint: 'What will be done otherwise when it is behind.',
    },
    { name: 'why', label: 'Who cares?', kind: 'textarea', hint: 'Why it is not vanity.' },
    ...(kind === 'activity'
      ? [
          {
            name: 'leads',
            label: 'The outcome it leads',
            kind: 'combobox',
            options: outcomes,
            hint: 'It counts what is done. The lead is tested on the data and labelled proven or unproven.',
          } as Field,
        ]
      : []),
  ]
}
