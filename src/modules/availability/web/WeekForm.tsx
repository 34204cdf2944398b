import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useToday } from '../../../ui/period/usePeriod.ts'
import { weekdays } from './words.ts'

const Draft = z.object({
  fromOn: z.iso.date('is a day'),
  days: z.array(z.string()).length(7),
  focusPercent: z.number().int().min(10, 'is 10 at least').max(100, 'is 100 at most'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
})
type Said = { fromOn: string; minutes: number[]; focusPercent: number; reason: string }
type WeekFormProps = {
  id: string
  title: string
  now: { minutes: readonly number[]; focusPercent: number }
  onSave: (said: Said) => Promise<unknown>
  onClose: () => void
}

/** Hours as typed to minutes; a comma or a point parts the fraction. */
const minutesOf = (typed: string): number => Math.round(Number(typed.trim().replace(',', '.') || '0') * 60)

export function WeekForm({ id, title, now, onSave, onClose }: WeekFormProps) {
  const today = useToday()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description="It holds from its day on; what was before stays as it was."
    >
      <Form
        id={id}
        schema={Draft}
        initial={{
          ...{ fromOn: today, focusPercent: now.focusPercent },
          days: now.minutes.map((one) => String(one / 60)),
        }}
        fields={[
          { name: 'fromOn', label: 'From', kind: 'date' },
          {
            ...{ name: 'days', label: 'Hours by day', kind: 'custom' },
            render: ({ value, onChange }: CustomControl) => (
              <Days value={value as string[]} onChange={onChange} />
            ),
          },
          {
            ...{ name: 'focusPercent', label: 'Focus share in %', kind: 'number' },
            hint: 'Of the hours other duties leave, how many may be planned. The rest stays free for what comes up.',
          },
          { name: 'reason', label: 'Reason' },
        ]}
        onSave={({ days, ...said }) => onSave({ ...said, minutes: days.map(minutesOf) })}
        onSaved={() => {
          toast('Working week set')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

function Days({ value, onChange }: { value: string[]; onChange: (days: unknown) => void }) {
  return (
    <div className="grid grid-cols-7 gap-1 narrow:grid-cols-4">
      {weekdays.map((name, at) => (
        <div key={name}>
          <span className="block text-sm text-ink-3" aria-hidden="true">
            {name}
          </span>
          <Input
            aria-label={`Hours on ${name}`}
            inputMode="decimal"
            value={value[at] ?? ''}
            onChange={(typed) => onChange(value.map((one, place) => (place === at ? typed : one)))}
          />
        </div>
      ))}
    </div>
  )
}
