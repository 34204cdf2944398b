import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { After } from './EditStep.tsx'

/** A step as it is typed. */
export type StepDraft = { key: string; name: string; days: string; after: string[]; ownerId: string | null }

type StepsEditorProps = { value: StepDraft[]; onChange: (value: StepDraft[]) => void }

function freshKey(value: readonly StepDraft[]): string {
  const taken = new Set(value.map((one) => one.key))
  let at = value.length + 1
  while (taken.has(`step-${at}`)) at += 1
  return `step-${at}`
}

/** Steps with how long each takes and what it comes after. */
export function StepsEditor({ value, onChange }: StepsEditorProps) {
  const set = (key: string, patch: Partial<StepDraft>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const remove = (key: string) =>
    onChange(
      value
        .filter((one) => one.key !== key)
        .map((one) => ({ ...one, after: one.after.filter((other) => other !== key) })),
    )
  const add = () => {
    const last = value.at(-1)
    const after = last ? [last.key] : []
    onChange([...value, { key: freshKey(value), name: '', days: '1', after, ownerId: null }])
  }
  return (
    <div className="relative flex flex-col gap-3">
      {value.map((one, at) => (
        <fieldset key={one.key} className="flex flex-col gap-2 rounded-md border border-line p-3">
          <legend className="px-1 text-sm text-ink-3">{`Step ${at + 1}`}</legend>
          <div className="grid grid-cols-[1fr_110px_auto] items-end gap-2">
            <Field label="What is to be done">
              <Input value={one.name} onChange={(name) => set(one.key, { name })} />
            </Field>
            <Field label="Working days">
              <Input
                inputMode="numeric"
                className="tabular"
                value={one.days}
                onChange={(days) => set(one.key, { days })}
              />
            </Field>
            <IconButton label={`Take step ${at + 1} out`} onClick={() => remove(one.key)}>
              <X size={14} />
            </IconButton>
          </div>
          {value.length > 1 && (
            <div className="flex flex-col gap-1">
              <p className="text-sm text-ink-3">Comes after</p>
              <After
                others={value
                  .filter((other) => other.key !== one.key)
                  .map((other) => ({ id: other.key, name: other.name || 'A step without a name' }))}
                value={one.after}
                onChange={(after) => set(one.key, { after })}
              />
            </div>
          )}
        </fieldset>
      ))}
      <span>
        <Button small icon={<Plus size={14} />} onClick={add}>
          Add a step
        </Button>
      </span>
    </div>
  )
}
