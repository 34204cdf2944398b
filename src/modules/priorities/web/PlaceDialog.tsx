import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { priorities, type RankedLine } from '../contract.ts'

/** Puts an item elsewhere than its score does: with a reason, which everybody reads. */
export function PlaceDialog({ line, onClose }: { line: RankedLine; onClose: () => void }) {
  const [place, setPlace] = useState('1')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const put = useCommand(priorities.override, { isQuiet: true })
  const end = useCommand(priorities.endOverride)
  const { id } = line
  const save = async () => {
    try {
      await put.attempt({ id, place: Number(place), reason })
      onClose()
      toast(`Put at ${place}`, { undo: () => void end.run({ id }) })
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Put W-${line.number} elsewhere`}
      description={
        line.rank === null ? 'It has no score, and so no rank.' : `Its score puts it at rank ${line.rank}.`
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label="Place">
          <Input autoFocus inputMode="numeric" className="tabular" value={place} onChange={setPlace} />
        </Field>
        <Field label="Why" hint="Listed under “Put elsewhere”, with your name.">
          <Input value={reason} onChange={setReason} />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isBusy={put.isRunning}>
            Put it there
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
