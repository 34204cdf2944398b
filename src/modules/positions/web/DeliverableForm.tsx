import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Deliverable, positions } from '../contract.ts'

const Draft = z.object({
  what: z.string().trim().min(1, 'must not be empty').max(200),
  dueOn: z.iso.date('is a day'),
  deliveredOn: z.iso.date('is a day').optional(),
  hours: z.number('is a number').min(0, 'cannot be negative').max(10_000, 'is 10,000 at most').optional(),
  evidence: z.string().trim().max(500).optional(),
  value: z.string().trim().max(1000).optional(),
})
type Draft = z.output<typeof Draft>

const saidOf = ({ hours = 0, deliveredOn, evidence = '', value = '', ...rest }: Draft) => ({
  ...rest,
  ...{ minutes: Math.round(hours * 60), deliveredOn: deliveredOn ?? null, evidence, value },
})

type DeliverableFormProps = { positionId: string; deliverable: Deliverable | null; onClose: () => void }

export function DeliverableForm({ positionId, deliverable, onClose }: DeliverableFormProps) {
  const { opened, open, newer } = useOpened(deliverable)
  const add = useCommand(positions.addDeliverable, { isQuiet: true })
  const change = useCommand(positions.changeDeliverable, { isQuiet: true })
  const save = (draft: Draft) =>
    opened
      ? change.attempt({ id: opened.id, version: opened.version, ...saidOf(draft) })
      : add.attempt({ id: positionId, ...saidOf(draft) })
  return (
    <Dialog isOpen onClose={onClose} title={opened?.what ?? 'Agree on a deliverable'}>
      {newer && <Meanwhile by={newer.changedBy} what="this deliverable" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version ?? 'new'}
        id={`deliverable-${opened?.id ?? positionId}-${opened?.version ?? 0}`}
        schema={Draft}
        initial={opened ? draftOf(opened) : {}}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
        fields={[
          { name: 'what', label: 'What', autoFocus: true },
          { name: 'dueOn', label: 'Due', kind: 'date' },
          { name: 'deliveredOn', label: 'Delivered on', kind: 'date', isOptional: true },
          { name: 'hours', label: 'Hours it took', kind: 'number', isOptional: true },
          {
            name: 'evidence',
            label: 'Evidence',
            isOptional: true,
            placeholder: 'https://',
            hint: 'Where one can look at it.',
          },
          { name: 'value', label: 'What it was worth', kind: 'textarea', isOptional: true },
        ]}
      />
    </Dialog>
  )
}

const draftOf = (one: Deliverable) => ({
  ...{ what: one.what, dueOn: one.dueOn, hours: one.minutes / 60, evidence: one.evidence, value: one.value },
  ...(one.deliveredOn ? { deliveredOn: one.deliveredOn } : {}),
})
