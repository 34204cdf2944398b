import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Position, positions } from '../contract.ts'
import {
  draftOf,
  type PositionDraft,
  positionFields,
  PositionDraft as Schema,
  saidOf,
} from './position-fields.ts'

type PositionFormProps = { position: Position | null; onClose: () => void; onSaved?: (one: Position) => void }

/** A position to draft, or one to change. */
export function PositionForm({ position, onClose, onSaved }: PositionFormProps) {
  const { opened, open, newer } = useOpened(position)
  const people = useQuery(positions.list, {}).data?.people ?? []
  const add = useCommand(positions.add, { isQuiet: true })
  const change = useCommand(positions.change, { isQuiet: true })
  const save = (draft: PositionDraft) => {
    const said = saidOf(draft)
    return opened ? change.attempt({ id: opened.id, version: opened.version, ...said }) : add.attempt(said)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={opened?.title ?? 'Draft a position'}
      description="What it is and where it sits. What it costs is said apart, by those who may read it."
    >
      {newer && <Meanwhile by={newer.changedBy} what="this position" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version ?? 'new'}
        id={`position-${opened?.id ?? 'new'}-${opened?.version ?? 0}`}
        schema={Schema}
        initial={opened ? draftOf(opened) : { fundedBy: 'Marketing', fte: 1, weekly: 40 }}
        fields={positionFields(people)}
        onSave={save}
        onSaved={(one) => {
          onClose()
          onSaved?.(one)
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
