import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Plan, type PlannedStep, templates } from '../contract.ts'

const Draft = z.object({
  name: z.string('needs a name'),
  days: z.number('is a number of working days').int().min(0).max(250),
  ownerId: z.string().optional(),
  after: z.array(z.string()).default([]),
})

type EditStepProps = { plan: Plan; step: PlannedStep | null; onClose: () => void }

/** Adds a step, or changes one; what it comes after decides when it is due. */
export function EditStep({ plan, step, onClose }: EditStepProps) {
  const add = useCommand(templates.addStep, { isQuiet: true })
  const change = useCommand(templates.changeStep, { isQuiet: true })
  const others = plan.steps.filter((one) => one.id !== step?.id)
  return (
    <Dialog isOpen onClose={onClose} title={step ? `Change ${step.name}` : 'Add a step'}>
      <Form
        id={`step-${step ? `${step.id}-${step.version}` : plan.campaign.id}`}
        schema={Draft}
        initial={
          step
            ? { name: step.name, days: step.days, ownerId: step.owner?.id, after: step.after }
            : { days: 1, after: [] }
        }
        fields={[
          { name: 'name', label: 'What is to be done', autoFocus: true },
          { name: 'days', label: 'Working days it takes', kind: 'number', hint: '0 is a milestone.' },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            isOptional: true,
            options: plan.people.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'after',
            label: 'Comes after',
            kind: 'custom',
            isOptional: true,
            render: ({ value, onChange }) => (
              <After others={others} value={(value ?? []) as string[]} onChange={onChange} />
            ),
          },
        ]}
        onSave={({ ownerId, ...said }) =>
          step
            ? change.attempt({ ...said, ownerId: ownerId ?? null, id: step.id, version: step.version })
            : add.attempt({ ...said, ownerId: ownerId ?? null, id: plan.campaign.id })
        }
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

type AfterProps = {
  others: readonly { id: string; name: string }[]
  value: string[]
  onChange: (value: string[]) => void
}

export function After({ others, value, onChange }: AfterProps) {
  if (others.length === 0) return <p className="text-ink-3">There is no other step yet.</p>
  return (
    <div className="relative grid grid-cols-2 gap-x-4 gap-y-1.5 narrow:grid-cols-1">
      {others.map(({ id, name }) => (
        <Field key={id} isInline label={<span className="font-normal">{name}</span>}>
          <Checkbox
            isOn={value.includes(id)}
            onChange={(isOn) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))}
          />
        </Field>
      ))}
    </div>
  )
}
