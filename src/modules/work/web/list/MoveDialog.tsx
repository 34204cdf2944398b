import { useState } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { type Board, type Stage, work } from '../../contract.ts'
import { manyWords } from './BulkDialog.tsx'

type MoveDialogProps = {
  many: number
  /** The board that all of them stand on, if it is one. */
  boardId: string | null
  onMove: (stage: Stage, board: Board) => void
  onClose: () => void
}

/** To which stage, of whichever board. */
export function MoveDialog({ many, boardId, onMove, onClose }: MoveDialogProps) {
  const boards = (useQuery(work.boards, {}).data?.items ?? []).filter((one) => one.can.write)
  const [chosen, setChosen] = useState<string | null>(boardId)
  const [stageId, setStageId] = useState<string | null>(null)
  const board = boards.find((one) => one.id === chosen)
  const stage = board?.stages.find((one) => one.id === stageId)
  return (
    <Dialog
      isOpen
      size="small"
      title={`Move ${manyWords(many)}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!stage} onClick={() => stage && board && onMove(stage, board)}>
            Move
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Board">
          <Select
            options={boards.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={(id) => {
              setChosen(id)
              setStageId(null)
            }}
          />
        </Field>
        <Field label="Stage">
          <Select
            options={(board?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={stageId}
            onChange={setStageId}
            isDisabled={!board}
          />
        </Field>
      </div>
    </Dialog>
  )
}
