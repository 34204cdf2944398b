import { useState } from 'react'
import { t } from '../messages/index.ts'
import { Notice } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { Textarea } from './Input.tsx'

export type ReasonDialogProps = Pick<DialogProps, 'title' | 'description' | 'onClose'> & {
  label: string
  hint?: string
  /** The verb of the deed: "Accept". */
  verb: string
  /** Letters the reason may have. */
  most: number
  /** Why it could not be saved. */
  problem?: string | null
  isBusy?: boolean
  onSave: (reason: string) => void
}

/** Asks why before a deed is done; fewer than three letters are no reason. */
export function ReasonDialog({
  label,
  hint,
  verb,
  most,
  problem,
  isBusy,
  onSave,
  ...dialog
}: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const actions = (
    <>
      <Button onClick={dialog.onClose}>{t('dialog.cancel')}</Button>
      <Button
        look="primary"
        disabled={reason.trim().length < 3}
        isBusy={isBusy}
        onClick={() => onSave(reason.trim())}
      >
        {verb}
      </Button>
    </>
  )
  return (
    <Dialog {...dialog} isOpen size="small" actions={actions}>
      <div className="flex flex-col gap-3">
        <Field label={label} hint={hint}>
          <Textarea value={reason} onChange={setReason} rows={3} maxLength={most} />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
