import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field as Labelled } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { Field } from '../contract.ts'
import type { FieldDraft, Typed } from './draft.ts'

type Person = { id: string; name: string; hasAccess: boolean }
type InputsProps = {
  fields: readonly Field[]
  people: readonly Person[]
  value: FieldDraft
  onChange: (value: FieldDraft) => void
}

/** The inputs of a record’s own fields, in their order. */
export function FieldInputs({ fields, people, value, onChange }: InputsProps) {
  return (
    <div className="relative flex flex-col gap-4">
      {fields
        .filter((one) => !one.isRetired)
        .map((one) => (
          <One
            key={one.id}
            field={one}
            people={people}
            typed={value[one.id]}
            onType={(typed) => onChange({ ...value, [one.id]: typed })}
          />
        ))}
    </div>
  )
}

type OneProps = {
  field: Field
  people: readonly Person[]
  typed: Typed | undefined
  onType: (typed: Typed) => void
}

function One(props: OneProps) {
  const { field } = props
  if (field.type === 'several') return <Several {...props} />
  if (field.type === 'money') return <Amount {...props} />
  return (
    <Labelled label={field.label} hint={field.help || undefined} isOptional={field.requiredFrom !== 'draft'}>
      <Plain {...props} />
    </Labelled>
  )
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

function Plain({ field, people, typed, onType }: OneProps) {
  const words = typeof typed === 'string' ? typed : ''
  const choose = (next: string | null) => onType(next ?? '')
  switch (field.type) {
    case 'long':
      return <Textarea value={words} onChange={onType} />
    case 'yesno':
      return <Combobox options={yesOrNo} value={words || null} onChange={choose} isClearable />
    case 'one':
      return (
        <Combobox options={optionsOf(field, words)} value={words || null} onChange={choose} isClearable />
      )
    case 'person': {
      const present = people.filter((one) => one.hasAccess || one.id === words)
      const options = present.map(({ id, name }) => ({ value: id, label: name }))
      return <Combobox options={options} value={words || null} onChange={choose} isClearable />
    }
    case 'number':
      return <Input inputMode="decimal" className="tabular" value={words} onChange={onType} />
    case 'day':
      return <Input type="date" value={words} onChange={onType} />
    case 'link':
      return <Input type="url" placeholder="https://" value={words} onChange={onType} />
    default:
      return <Input value={words} onChange={onType} />
  }
}

/** Choices that stand, and the one that was chosen before it was taken out. */
const optionsOf = ({ options }: Field, chosen: string) =>
  options.filter((one) => !one.isRetired || one.id === chosen).map(({ id, label }) => ({ value: id, label }))

function Several({ field, typed, onType }: OneProps) {
  const chosen = Array.isArray(typed) ? typed : []
  const shown = field.options.filter((one) => !one.isRetired || chosen.includes(one.id))
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">{field.label}</legend>
      {field.help && <p className="text-sm text-ink-3">{field.help}</p>}
      <div className="grid grid-cols-3 gap-x-4 gap-y-1.5 narrow:grid-cols-2">
        {shown.map(({ id, label }) => (
          <Labelled key={id} isInline label={<span className="font-normal">{label}</span>}>
            <Checkbox
              isOn={chosen.includes(id)}
              onChange={(isOn) => onType(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          </Labelled>
        ))}
      </div>
    </fieldset>
  )
}

function Amount({ field, typed, onType }: OneProps) {
  const { currency } = useOrganisation()
  const now = typeof typed === 'object' && !Array.isArray(typed) ? typed : { amount: '', currency }
  return (
    <div className="grid grid-cols-[1fr_120px] gap-2">
      <Labelled
        label={field.label}
        hint={field.help || undefined}
        isOptional={field.requiredFrom !== 'draft'}
      >
        <Input
          inputMode="decimal"
          className="tabular"
          value={now.amount}
          onChange={(amount) => onType({ ...now, amount })}
        />
      </Labelled>
      <Labelled label="Currency">
        <Select
          options={[...new Set([now.currency, currency, 'EUR', 'USD', 'GBP'])].map((value) => ({
            value,
            label: value,
          }))}
          value={now.currency}
          onChange={(next) => onType({ ...now, currency: next })}
        />
      </Labelled>
    </div>
  )
}
