import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { agencies } from '../contract.ts'

const Draft = z.object({
  link: z.url({ protocol: /^https?$/, error: 'is an address that begins with https://' }),
  note: z.string().default(''),
  on: z.iso.date('is a day').optional(),
})

type DeliverProps = {
  one: { id: string; what: string; version: number }
  /** The team may say that it came earlier. */
  hasDay?: boolean
  onClose: () => void
}

/** Hands a deliverable over: where it is to be found. */
export function Deliver({ one, hasDay, onClose }: DeliverProps) {
  const deliver = useCommand(agencies.deliver, { isQuiet: true, alsoRefresh: ['identity', 'activity'] })
  return (
    <Dialog isOpen onClose={onClose} title={`Deliver “${one.what}”`} size="small">
      <Form
        id={`deliver-${one.id}`}
        schema={Draft}
        fields={[
          { name: 'link', label: 'Link', autoFocus: true, placeholder: 'https://' },
          { name: 'note', label: 'What to look at', isOptional: true },
          ...(hasDay
            ? [{ name: 'on' as const, label: 'Delivered on', kind: 'date' as const, isOptional: true }]
            : []),
        ]}
        saveLabel="Deliver"
        onSave={({ on, ...said }) =>
          deliver.attempt({ ...said, id: one.id, version: one.version, ...(on ? { on } : {}) })
        }
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
