import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { type Option, Select } from '../../../ui/parts/Select.tsx'
import { blankPart, type PartDraft } from './parts-draft.ts'
import { kindTitles } from './words.tsx'

const kinds = (['revenue', 'saving', 'cost'] as const).map((value) => ({ value, label: kindTitles[value] }))

type PartsProps = { parts: PartDraft[]; metrics: Option[]; onChange: (parts: PartDraft[]) => void }

/** What comes in, is saved and is spent, one below another. */
export function PartsField({ parts, metrics, onChange }: PartsProps) {
  const set = (at: number, more: Partial<PartDraft>) =>
    onChange(parts.map((one, index) => (index === at ? { ...one, ...more } : one)))
  return (
    <div className="flex flex-col gap-3">
      {parts.map((part, at) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: a part being typed has no other name
          key={at}
          {...{ part, at, metrics }}
          onChange={(more) => set(at, more)}
          onRemove={() => onChange(parts.filter((_, index) => index !== at))}
        />
      ))}
      <div>
        <Button small look="quiet" icon={<Plus size={14} />} onClick={() => onChange([...parts, blankPart])}>
          Add a part
        </Button>
      </div>
    </div>
  )
}

type PartProps = {
  part: PartDraft
  at: number
  metrics: Option[]
  onChange: (more: Partial<PartDraft>) => void
  onRemove: () => void
}

function Part({ part, at, metrics, onChange, onRemove }: PartProps) {
  const n = at + 1
  return (
    <fieldset className="grid grid-cols-2 gap-2 rounded-md border border-line p-3 narrow:grid-cols-1">
      <legend className="px-1 text-sm text-ink-3">{`Part ${n}`}</legend>
      <Field label={`Name of part ${n}`}>
        <Input value={part.name} onChange={(name) => onChange({ name })} />
      </Field>
      <Field label={`Kind of part ${n}`}>
        <Select options={kinds} value={part.kind} onChange={(kind) => onChange({ kind })} />
      </Field>
      <Field label="By year" hint="One amount a year: 0 400000 400000">
        <Input value={part.yearly} onChange={(yearly) => onChange({ yearly })} />
      </Field>
      {part.kind === 'cost' && (
        <Field label="Once, at the start">
          <Input inputMode="decimal" value={part.once} onChange={(once) => onChange({ once })} />
        </Field>
      )}
      <Field label="Where it comes from" isOptional>
        <Input value={part.basis} onChange={(basis) => onChange({ basis })} />
      </Field>
      <Field label="Figure it rests on" isOptional>
        <Combobox
          options={metrics}
          value={part.metric || null}
          onChange={(metric) => onChange({ metric: metric ?? '' })}
        />
      </Field>
      <div className="col-span-full flex justify-end">
        <IconButton small label={`Take out part ${n}`} onClick={onRemove}>
          <X size={14} />
        </IconButton>
      </div>
    </fieldset>
  )
}
