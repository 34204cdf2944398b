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

/** What was typed and not sent, by what it was typed for: Escape closes the dialog, and takes no words away. */
const unsent = new Map<string, string>()

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
  const about = `${dialog.title} ${typeof dialog.description === 'string' ? dialog.description : ''}`
  const [reason, setReason] = useState(unsent.get(about) ?? '')
  const type = (words: string) => {
    unsent.set(about, words)
    setReason(words)
  }
  const save = () => {
    unsent.delete(about)
    onSave(reason.trim())
  }
  const actions = (
    <>
      <Button onClick={dialog.onClose}>{t('dialog.cancel')}</Button>
      <Button look="primary" disabled={reason.trim().length < 3} isBusy={isBusy} onClick={save}>
        {verb}
      </Button>
    </>
  )
  return (
    <Dialog {...dialog} isOpen size="small" actions={actions}>
      <div className="flex flex-col gap-3">
        <Field label={label} hint={hint}>
          <Textarea value={reason} onChange={type} rows={3} maxLength={most} />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
