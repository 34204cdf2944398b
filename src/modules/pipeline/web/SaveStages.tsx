import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import type { Stage } from './stage-edit.ts'

type SaveStagesProps = { stages: Stage[]; version: number; onClose: () => void }

/** Definitions change in the open: with a reason, as a version, and not over somebody else's change. */
export function SaveStages({ stages, version, onClose }: SaveStagesProps) {
  const [reason, setReason] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const change = useCommand(pipeline.changeStages, { isQuiet: true, alsoRefresh: ['metrics', 'quality'] })
  const save = async () => {
    try {
      await change.attempt({ stages, reason: reason.trim(), version })
      toast('Stages saved', { detail: 'Figures are being rebuilt; that takes a moment.' })
      onClose()
    } catch (error) {
      setWhy(sentence(error))
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Why do the stages change?"
      description="The reason stays with this version; the old one stays on record."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={reason.trim().length < 3}
            isBusy={change.isRunning}
            onClick={() => void save()}
          >
            Save the stages
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Reason">
          <Textarea value={reason} onChange={setReason} rows={3} maxLength={500} />
        </Field>
        {why && <Notice tone="bad">{why}</Notice>}
      </div>
    </Dialog>
  )
}
