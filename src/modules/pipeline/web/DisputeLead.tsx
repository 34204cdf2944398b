import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'

/** Sales operations says why a lead should not have been handed over; marketing operations answers. */
export function DisputeLead({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const dispute = useCommand(pipeline.dispute)
  const save = async () => {
    const done = await dispute.run({ id, reason: reason.trim() })
    if (!done) return
    toast('Disputed', { detail: 'Whoever looks after the data answers it.' })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Dispute this lead"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={reason.trim().length < 3}
            isBusy={dispute.isRunning}
            onClick={() => void save()}
          >
            Dispute
          </Button>
        </>
      }
    >
      <Field label="What is wrong with it" hint="Wrong person, duplicate, not qualified, wrong source …">
        <Textarea value={reason} onChange={setReason} rows={3} maxLength={1000} />
      </Field>
    </Dialog>
  )
}
