import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget, type Year } from '../contract.ts'
import { LineDraft, lineFields, saidOf } from './line-fields.ts'

export function AddLine({ year, onClose }: { year: Year; onClose: () => void }) {
  const add = useCommand(budget.addLines, { isQuiet: true })
  const remove = useCommand(budget.removeLine)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Add a line to ${year.label}`}
      description={
        year.state === 'approved'
          ? 'The plan is approved: a new line gets its budget by a transfer.'
          : undefined
      }
    >
      <Form
        id={`budget-line-new-${year.id}`}
        schema={LineDraft}
        initial={{ kind: 'media', currency: year.currency }}
        fields={lineFields}
        saveLabel="Add the line"
        onSave={(draft) => add.attempt({ year: year.id, lines: [saidOf(draft)] })}
        onSaved={({ ids }) => {
          toast('Line added', { undo: () => void remove.run({ id: ids[0]! }) })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
