import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import type { Question } from '../contract.ts'

const kinds = [
  { value: 'text', label: 'A line' },
  { value: 'long', label: 'Words' },
  { value: 'choice', label: 'A choice' },
  { value: 'number', label: 'A number' },
  { value: 'day', label: 'A day' },
  { value: 'link', label: 'A web address' },
  { value: 'file', label: 'A file' },
] as const

type QuestionsFieldProps = { value: Question[]; onChange: (questions: Question[]) => void }

/** The questions that only this type asks; each keeps its id when its words change. */
export function QuestionsField({ value, onChange }: QuestionsFieldProps) {
  const change = (at: number, patch: Partial<Question>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const add = () => {
    const taken = new Set(value.map((one) => one.id))
    let number = value.length + 1
    while (taken.has(`q-${number}`)) number += 1
    onChange([...value, { id: `q-${number}`, label: '', kind: 'text', isRequired: false, options: [] }])
  }
  return (
    <div className="flex flex-col gap-3">
      {value.map((one, at) => (
        <Asked
          key={one.id}
          one={one}
          number={at + 1}
          onChange={(patch) => change(at, patch)}
          onRemove={() => onChange(value.filter((other) => other !== one))}
        />
      ))}
      <div>
        <Button small icon={<Plus size={13} />} onClick={add}>
          Add a question
        </Button>
      </div>
    </div>
  )
}

type AskedProps = {
  one: Question
  number: number
  onChange: (patch: Partial<Question>) => void
  onRemove: () => void
}

const Asked = ({ one, number, onChange, onRemove }: AskedProps) => (
  <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
    <div className="flex flex-wrap items-end gap-2">
      <Field label={`Question ${number}`} className="min-w-40 flex-1">
        <Input value={one.label} onChange={(label) => onChange({ label })} maxLength={160} />
      </Field>
      <Select
        label={`Kind of question ${number}`}
        value={one.kind}
        options={kinds}
        onChange={(kind) => onChange({ kind })}
      />
      <IconButton label={`Take question ${number} out`} onClick={onRemove}>
        <X size={14} />
      </IconButton>
    </div>
    {one.kind === 'choice' && (
      <Field label="Choices, parted by a semicolon">
        <Input
          value={one.options.join('; ')}
          onChange={(text) => onChange({ options: text.split(';').map((part) => part.trimStart()) })}
        />
      </Field>
    )}
    <Field label="Has to be answered" isInline>
      <Checkbox isOn={one.isRequired} onChange={(isRequired) => onChange({ isRequired })} />
    </Field>
  </div>
)
