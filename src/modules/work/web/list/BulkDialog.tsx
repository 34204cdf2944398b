import { type ComponentType, useId, useState } from 'react'
import type { Asked } from '../../../../kernel/contract.ts'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { isBroken, sentence, useCommand } from '../../../../ui/query.ts'
import { work } from '../../contract.ts'
import { useUndo } from '../undo.ts'
import { AssignField, DueField, LabelsField, PriorityField, ServesField } from './bulk-fields.tsx'

export type BulkKind = 'assign' | 'due' | 'priority' | 'labels' | 'serves'
export type Change = Omit<Asked<typeof work.edit>, 'ids' | 'was'>
export type BulkFieldProps = { ids: readonly string[]; onChange: (change: Change | null) => void }

const kinds: Record<BulkKind, { title: string; FieldOf: ComponentType<BulkFieldProps> }> = {
  assign: { title: 'Assign', FieldOf: AssignField },
  due: { title: 'Set the due day', FieldOf: DueField },
  priority: { title: 'Set the priority', FieldOf: PriorityField },
  labels: { title: 'Change the labels', FieldOf: LabelsField },
  serves: { title: 'Say what they serve', FieldOf: ServesField },
}

export const manyWords = (many: number): string =>
  many === 1 ? '1 item' : `${many.toLocaleString('en')} items`

type BulkDialogProps = { kind: BulkKind; ids: readonly string[]; onClose: (isDone: boolean) => void }

/** One change of many items, undone as one. */
export function BulkDialog({ kind, ids, onClose }: BulkDialogProps) {
  const [change, setChange] = useState<Change | null>(null)
  const edit = useCommand(work.edit, { isQuiet: true, alsoRefresh: ['trace'] })
  const undo = useUndo()
  const formId = useId()
  const { title, FieldOf } = kinds[kind]
  const save = async () => {
    if (!change) return
    const done = await edit.attempt({ ids: [...ids], ...change }).catch(() => null)
    if (!done) return
    undo.keep(
      done.changeId,
      done.changed === 0 ? 'They were like that already' : `${manyWords(done.changed)} changed`,
    )
    onClose(true)
  }
  return (
    <Dialog
      isOpen
      size="small"
      title={`${title}: ${manyWords(ids.length)}`}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" disabled={!change} isBusy={edit.isRunning}>
            Change
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FieldOf ids={ids} onChange={setChange} />
        {edit.error && (
          <Notice tone="bad">
            {isBroken(edit.error) ? sentence(edit.error) : `${sentence(edit.error)} Nothing was changed.`}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
