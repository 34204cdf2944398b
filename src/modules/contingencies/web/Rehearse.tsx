import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type BackUp, contingencies } from '../contract.ts'

const Draft = z.object({ on: z.iso.date('is a day'), note: z.string().optional() })

/** Says when a plan was rehearsed, and what came of it. */
export function Rehearse({ one, onClose }: { one: BackUp; onClose: () => void }) {
  const rehearse = useCommand(contingencies.rehearse, { isQuiet: true })
  return (
    <Dialog isOpen onClose={onClose} title={`Rehearsed: ${one.name}`} size="small">
      <Form
        id={`rehearse-${one.id}`}
        schema={Draft}
        fields={[
          { name: 'on', label: 'On', kind: 'date' },
          { name: 'note', label: 'What came of it', isOptional: true },
        ]}
        onSave={({ on, note }) => rehearse.attempt({ id: one.id, on, note: note ?? '' })}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
