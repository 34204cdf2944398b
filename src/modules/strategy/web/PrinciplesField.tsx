import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import type { Principle } from '../contract.ts'

type FieldProps = { principles: Principle[]; onChange: (principles: Principle[]) => void }

/** Values with the behaviour one expects of them. */
export function PrinciplesField({ principles, onChange }: FieldProps) {
  const set = (at: number, more: Partial<Principle>) =>
    onChange(principles.map((one, index) => (index === at ? { ...one, ...more } : one)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-medium">Values and expected behaviours</legend>
      {principles.map(({ name, behaviours }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value being typed has no other name
        <div key={at} className="flex items-start gap-2">
          <Field label={`Value ${at + 1}`} isLabelHidden className="w-44 shrink-0 max-[720px]:w-28">
            <Input value={name} placeholder="Value" onChange={(text) => set(at, { name: text })} />
          </Field>
          <Field label={`How one sees value ${at + 1}`} isLabelHidden className="min-w-0 flex-1">
            <Input
              value={behaviours}
              placeholder="What one sees somebody do"
              onChange={(text) => set(at, { behaviours: text })}
            />
          </Field>
          <IconButton
            label={`Take out value ${at + 1}`}
            onClick={() => onChange(principles.filter((_, index) => index !== at))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          small
          look="quiet"
          icon={<Plus size={14} />}
          onClick={() => onChange([...principles, { name: '', behaviours: '' }])}
        >
          Add a value
        </Button>
      </div>
    </fieldset>
  )
}
