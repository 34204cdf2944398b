import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Finding, quality } from '../contract.ts'

/** A finding may be right as it is; then it says who decided so, and why. */
export function Accept({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const accept = useCommand(quality.accept)
  const save = async () => {
    const done = await accept.run({ id: finding.id, reason: reason.trim() })
    if (!done) return
    toast('Accepted', { detail: finding.title })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Accept this finding"
      description={finding.says}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={reason.trim().length < 3}
            isBusy={accept.isRunning}
            onClick={() => void save()}
          >
            Accept
          </Button>
        </>
      }
    >
      <Field label="Why it is fine as it is" hint="It stays listed under Accepted, with your name.">
        <Textarea value={reason} onChange={setReason} rows={3} maxLength={500} />
      </Field>
    </Dialog>
  )
}
