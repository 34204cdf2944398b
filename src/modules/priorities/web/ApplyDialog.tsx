import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import { priorities, type Ranking } from '../contract.ts'

type ApplyDialogProps = { data: Ranking; by: 'rank' | 'delay'; order: string[]; onClose: () => void }

/** Puts the items of one stage of the board into the order that is shown; one undo. */
export function ApplyDialog({ data, by, order, onClose }: ApplyDialogProps) {
  const full = data.stages.filter((one) => one.items > 1)
  const [stageId, setStage] = useState(full[0]?.id ?? '')
  const [problem, setProblem] = useState('')
  const apply = useCommand(priorities.apply, { isQuiet: true, alsoRefresh: ['work'] })
  const undo = useCommand(work.undo, { alsoRefresh: ['priorities'] })
  const put = async () => {
    try {
      const { changed, changeId } = await apply.attempt({ boardId: data.board.id, stageId, by, seen: order })
      onClose()
      toast(`${changed} items are in order`, {
        ...(changeId ? { undo: () => void undo.run({ id: changeId }) } : {}),
      })
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  if (full.length === 0)
    return (
      <Dialog isOpen onClose={onClose} title="Apply the order">
        <p>No stage of {data.board.name} holds two open items, so there is no order to change.</p>
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Apply the order"
      description={`The items of one stage of ${data.board.name} are put into ${by === 'rank' ? 'the order of the ranking' : 'the order that costs least'}, for everybody.`}
    >
      <div className="flex flex-col gap-4">
        <Field label="Stage">
          <Select
            value={stageId}
            options={full.map(({ id, name, items }) => ({ value: id, label: name, hint: `${items} items` }))}
            onChange={setStage}
          />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="flex gap-2">
          <Button look="primary" isBusy={apply.isRunning} onClick={() => void put()}>
            Put them in order
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
