import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useToday } from '../../../ui/period/usePeriod.ts'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Duty, dutyKinds } from '../contract.ts'
import { dutyNames } from '../rules.ts'

const Draft = z.object({
  kind: z.enum(dutyKinds),
  hours: z.number().min(0.1, 'is 0.1 at least').max(80, 'is 80 at most'),
  fromOn: z.iso.date('is a day'),
  toOn: z.iso.date('is a day').optional(),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
})

type DutyFormProps = { personId: string; duty: Duty | null; onClose: () => void }

/** Hours of each week that are not to be planned; `duty` is null for new ones. */
export function DutyForm({ personId, duty, onClose }: DutyFormProps) {
  const add = useCommand(availability.addDuty, { isQuiet: true })
  const change = useCommand(availability.changeDuty, { isQuiet: true })
  const today = useToday()
  const save = ({ hours, toOn, ...rest }: z.output<typeof Draft>) => {
    const said = { ...rest, minutes: Math.round(hours * 60), toOn: toOn ?? null }
    return duty
      ? change.attempt({ id: duty.id, version: duty.version, ...said })
      : add.attempt({ id: personId, ...said })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={duty ? 'Change other duties' : 'Other duties'}
      description="Hours of every week that go to something else than planned work. They fall away on days of leave."
    >
      <Form
        id={`duty-${duty?.id ?? personId}`}
        schema={Draft}
        initial={
          duty
            ? {
                ...{ kind: duty.kind, hours: duty.minutes / 60, fromOn: duty.fromOn, reason: duty.reason },
                ...(duty.toOn ? { toOn: duty.toOn } : {}),
              }
            : { kind: 'meetings', fromOn: today }
        }
        fields={fields}
        onSave={save}
        onSaved={() => {
          toast(duty ? 'Other duties changed' : 'Other duties noted')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const fields = [
  {
    ...{ name: 'kind' as const, label: 'Kind', kind: 'select' as const },
    options: dutyKinds.map((kind) => ({ value: kind, label: dutyNames[kind] })),
  },
  { name: 'hours' as const, label: 'Hours a week', kind: 'number' as const },
  { name: 'fromOn' as const, label: 'From', kind: 'date' as const },
  {
    name: 'toOn' as const,
    label: 'Until',
    kind: 'date' as const,
    isOptional: true,
    hint: 'Blank: it goes on.',
  },
  { name: 'reason' as const, label: 'What for' },
]
