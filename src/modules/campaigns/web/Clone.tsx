import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Campaign, campaigns } from '../contract.ts'

const Draft = z.object({
  name: z.string('needs a name'),
  ownerId: z.string('needs an owner'),
  startsOn: z.iso.date('is a day'),
  withBelow: z.boolean().default(true),
})

/** The same again from another first day. */
export function Clone({ one, onClose }: { one: Campaign; onClose: () => void }) {
  const navigate = useNavigate()
  const people = useQuery(campaigns.choices, {}).data?.people ?? []
  const clone = useCommand(campaigns.clone, { isQuiet: true, alsoRefresh: ['trace', 'templates'] })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Clone ${one.name}`}
      description="Brief, fields and steps come along, every day moved with the first. Approvals, figures, names in other systems, guests and links do not."
    >
      <Form
        id={`campaign-clone-${one.id}`}
        schema={Draft}
        initial={{ name: `${one.name}, again`, ownerId: one.owner.id, withBelow: true }}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'startsOn', label: 'First day', kind: 'date' },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: 'withBelow', label: 'With what belongs to it', kind: 'switch' },
        ]}
        saveLabel="Clone it"
        onSave={(draft) => clone.attempt({ id: one.id, ...draft })}
        onSaved={({ id, name }) => {
          toast('Cloned', { detail: `${name} is a draft.` })
          onClose()
          void navigate({ to: `/campaigns/${id}` })
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
