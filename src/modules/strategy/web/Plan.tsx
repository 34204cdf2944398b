import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type Step, strategy, type Vision } from '../contract.ts'

/** What is done when and by whom; a step without owner or date says so. */
export function Plan({ vision }: { vision: Vision }) {
  const [open, setOpen] = useState<Step | 'new' | null>(null)
  const change = useCommand(strategy.changeStep)
  const { manage } = vision.can
  return (
    <Card
      title="Plan of action"
      hint="Who does what by when."
      actions={
        manage && (
          <Button small look="quiet" icon={<Plus size={14} />} onClick={() => setOpen('new')}>
            Add a step
          </Button>
        )
      }
    >
      {vision.steps.length === 0 ? (
        <p className="text-ink-2">Nothing is planned yet. A vision without steps is a wish.</p>
      ) : (
        <DataTable<Step>
          caption="Plan of action"
          rows={vision.steps}
          rowId={(one) => one.id}
          columns={[
            {
              id: 'done',
              title: 'Done',
              value: (one) => (one.doneOn ? 'yes' : 'no'),
              cell: (one) => (
                <Checkbox
                  label={`Done: ${one.what}`}
                  isOn={one.doneOn !== null}
                  isDisabled={!manage}
                  onChange={(isDone) => void change.run({ id: one.id, isDone })}
                />
              ),
            },
            {
              id: 'what',
              title: 'Step',
              value: (one) => one.what,
              cell: (one) => (
                <span className="flex min-w-48 flex-wrap items-center gap-2 whitespace-normal">
                  {manage ? (
                    <button
                      type="button"
                      className="text-left hover:text-accent-ink hover:underline"
                      onClick={() => setOpen(one)}
                    >
                      {one.what}
                    </button>
                  ) : (
                    one.what
                  )}
                  {one.flags.map((flag) => (
                    <Badge key={flag} tone="warn">
                      {flag}
                    </Badge>
                  ))}
                </span>
              ),
            },
            { id: 'owner', title: 'Owner', value: (one) => one.owner?.name ?? 'Nobody' },
            {
              id: 'due',
              title: 'By',
              value: (one) => one.dueOn,
              cell: (one) => (one.dueOn ? <Day date={one.dueOn} /> : 'No date'),
            },
          ]}
        />
      )}
      {open && <StepForm step={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

const Draft = z.object({
  what: z.string().trim().min(3, 'takes at least 3 letters').max(300),
  ownerId: z.string().optional(),
  dueOn: z.iso.date().optional(),
})

function StepForm({ step, onClose }: { step: Step | null; onClose: () => void }) {
  const people = useQuery(identity.people, {})
  const add = useCommand(strategy.addStep, { isQuiet: true })
  const change = useCommand(strategy.changeStep, { isQuiet: true })
  const remove = useCommand(strategy.removeStep)
  const save = ({ what, ownerId, dueOn }: z.output<typeof Draft>) => {
    const said = { what, ownerId: ownerId ?? null, dueOn: dueOn ?? null }
    return step ? change.attempt({ id: step.id, ...said }) : add.attempt(said)
  }
  return (
    <Dialog isOpen onClose={onClose} title={step ? 'Change the step' : 'Add a step'}>
      <Form
        id={`step-${step?.id ?? 'new'}`}
        schema={Draft}
        initial={step ? { what: step.what, ownerId: step.owner?.id, dueOn: step.dueOn ?? undefined } : {}}
        fields={[
          { name: 'what', label: 'What is done', autoFocus: true },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            isOptional: true,
            options: (people.data?.people ?? []).map(({ id, name, title }) => ({
              value: id,
              label: name,
              hint: title,
            })),
          },
          { name: 'dueOn', label: 'By', kind: 'date', isOptional: true },
        ]}
        saveLabel="Save"
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      >
        {step && (
          <Button
            look="quiet"
            isBusy={remove.isRunning}
            onClick={() => void remove.run({ id: step.id }).then(onClose)}
          >
            Take it out
          </Button>
        )}
      </Form>
    </Dialog>
  )
}
