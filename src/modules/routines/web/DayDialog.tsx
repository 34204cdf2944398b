import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'

type DayDialogProps = {
  title: string
  label: string
  verb: string
  day?: string
  /** Ask why, too. */
  hasReason?: boolean
  onSave: (day: string, reason: string) => void
  onClose: () => void
}

/** Asks for a day. */
export function DayDialog({
  title,
  label,
  verb,
  day: first = '',
  hasReason,
  onSave,
  onClose,
}: DayDialogProps) {
  const [day, setDay] = useState(first)
  const [reason, setReason] = useState('')
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (day) onSave(day, reason)
        }}
      >
        <Field label={label}>
          <DateInput value={day} onChange={setDay} />
        </Field>
        {hasReason && (
          <Field label="Why" isOptional>
            <Input value={reason} onChange={setReason} />
          </Field>
        )}
        <div className="flex gap-2">
          <Button look="primary" type="submit" disabled={!day}>
            {verb}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
