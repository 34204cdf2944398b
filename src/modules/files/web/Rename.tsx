import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type FileThing, files } from '../contract.ts'

const Draft = z.object({ name: z.string().trim().min(1, 'needs a name').max(255) })

export function Rename({ one, onClose }: { one: FileThing; onClose: () => void }) {
  const change = useCommand(files.change, { isQuiet: true })
  const { id, version } = one
  return (
    <Dialog isOpen onClose={onClose} size="small" title={`Rename ${one.name}`}>
      <Form
        id={`rename-${id}`}
        schema={Draft}
        initial={{ name: one.name }}
        saveLabel="Rename"
        onSave={({ name }) => change.attempt({ id, version, name })}
        onSaved={(done) => {
          const undo = () => void change.run({ id, version: done.version, name: one.name })
          toast(`It is named ${done.name} now`, { undo })
          onClose()
        }}
        onCancel={onClose}
        fields={[{ name: 'name', label: 'Name', autoFocus: true }]}
      />
    </Dialog>
  )
}
