import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Agreement, signing } from '../contract.ts'
import { roleTitle } from '../rules/signing.ts'

const Draft = z.object({ note: z.string().trim().max(500).optional() })

/** One’s signature, with a note if one likes. */
export function Sign({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const sign = useCommand(signing.sign, { isQuiet: true, alsoRefresh: ['identity'] })
  const { id, period, terms, doubts, can } = agreement
  const role = can.sign ? roleTitle(can.sign) : ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Sign ${period.label} for ${role}`}
      description={`${terms}, ${period.from} to ${period.to}. A signature cannot be taken back; only a new agreement takes its place.`}
    >
      <Form
        id={`sign-${id}`}
        schema={Draft}
        fields={[{ name: 'note', label: 'Note', kind: 'textarea', isOptional: true }]}
        saveLabel={`Sign for ${role}`}
        onSave={({ note = '' }) => sign.attempt({ id, note, ...(can.sign ? { role: can.sign } : {}) })}
        onSaved={({ state }) => {
          toast(
            'Signed',
            state === 'signed' ? { detail: 'Both have signed; it is in force and locked.' } : {},
          )
          onClose()
        }}
        onCancel={onClose}
      >
        {doubts.map((doubt) => (
          <Notice key={doubt} tone="warn">
            {doubt}
          </Notice>
        ))}
      </Form>
    </Dialog>
  )
}
