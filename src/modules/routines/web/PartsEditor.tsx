import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'

/** A part as it is typed. */
export type PartDraft = { key: string; title: string; offset: string; hours: string }
type PartsEditorProps = { value: PartDraft[]; onChange: (value: PartDraft[]) => void }

function freshKey(value: readonly PartDraft[]): string {
  const taken = new Set(value.map((one) => one.key))
  let at = value.length
  while (taken.has(`part-${at}`)) at += 1
  return `part-${at}`
}

/** The parts of an item, each due some working days from the whole. */
export function PartsEditor({ value, onChange }: PartsEditorProps) {
  const set = (key: string, patch: Partial<PartDraft>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const add = () => onChange([...value, { key: freshKey(value), title: '', offset: '-1', hours: '' }])
  return (
    <div className="relative flex flex-col gap-2">
      {value.map((one, at) => (
        <div key={one.key} className="grid grid-cols-[1fr_90px_80px_auto] items-end gap-2 narrow:grid-cols-2">
          <Field label={`Part ${at + 1}`}>
            <Input value={one.title} onChange={(title) => set(one.key, { title })} />
          </Field>
          <Field label="Days">
            <Input className="tabular" value={one.offset} onChange={(offset) => set(one.key, { offset })} />
          </Field>
          <Field label="Hours">
            <Input className="tabular" value={one.hours} onChange={(hours) => set(one.key, { hours })} />
          </Field>
          <IconButton
            label={`Take part ${at + 1} out`}
            onClick={() => onChange(value.filter((other) => other.key !== one.key))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {value.length > 0 && (
        <p className="text-sm text-ink-3">
          Days are working days from the due day of the whole: −3 is three before.
        </p>
      )}
      <span>
        <Button small icon={<Plus size={14} />} onClick={add}>
          Add a part
        </Button>
      </span>
    </div>
  )
}
