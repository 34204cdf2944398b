import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Leave, leaveKinds } from '../contract.ts'
import { kindNames, spanInWords } from '../rules.ts'
import type { WorkingTime } from './TimePage.tsx'

const Draft = z.object({
  kind: z.enum(leaveKinds),
  fromOn: z.iso.date('is a day'),
  toOn: z.iso.date('is a day').optional(),
  startsHalf: z.boolean().default(false),
  endsHalf: z.boolean().default(false),
  standInId: z.string().nullable().optional(),
  note: z.string().max(300).optional(),
})

type LeaveFormProps = { time: WorkingTime; isOwn: boolean; onClose: () => void }

export function LeaveForm({ time, isOwn, onClose }: LeaveFormProps) {
  const ask = useCommand(availability.askLeave, { isQuiet: true, alsoRefresh: ['identity'] })
  const withdraw = useCommand(availability.withdrawLeave)
  const saved = (leave: Leave) => {
    toast(leave.state === 'approved' ? 'Leave noted' : 'Asked for', {
      detail: `${spanInWords(leave)}: ${leave.days} working days.`,
      undo: () => void withdraw.run({ id: leave.id, version: leave.version }),
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isOwn ? 'Ask for leave' : `Note leave of ${time.person.name}`}
      description={
        isOwn
          ? 'Why you are away is told to those who decide about it; colleagues read that you are away. Sick leave counts at once.'
          : 'What you note counts at once. Colleagues read that they are away, not why.'
      }
    >
      <Form
        id={`leave-${time.person.id}`}
        schema={Draft}
        initial={{ kind: 'holiday', startsHalf: false, endsHalf: false }}
        fields={fieldsOf(time)}
        saveLabel={isOwn ? 'Ask' : 'Note it'}
        onSave={({ toOn, standInId, note, ...said }) =>
          ask.attempt({
            ...{ id: time.person.id, ...said, toOn: toOn ?? said.fromOn },
            ...{ standInId: standInId ?? null, note: note ?? '' },
          })
        }
        onSaved={saved}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const fieldsOf = ({ standIns }: WorkingTime) => [
  {
    ...{ name: 'kind' as const, label: 'Kind', kind: 'select' as const },
    options: leaveKinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
  },
  { name: 'fromOn' as const, label: 'First day', kind: 'date' as const },
  {
    ...{ name: 'toOn' as const, label: 'Last day', kind: 'date' as const, isOptional: true },
    hint: 'Left blank, it is one day.',
  },
  {
    name: 'startsHalf' as const,
    label: 'Starts in the afternoon of the first day',
    kind: 'checkbox' as const,
  },
  { name: 'endsHalf' as const, label: 'Ends in the morning of the last day', kind: 'checkbox' as const },
  {
    ...{ name: 'standInId' as const, label: 'Who stands in', kind: 'combobox' as const, isOptional: true },
    options: standIns.map((one) => ({ value: one.id, label: one.name })),
  },
  { name: 'note' as const, label: 'Note to who decides', isOptional: true },
]
