import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget } from '../contract.ts'
import { spendable, toMinor, useLines } from './useLines.ts'

const words = (most = 200) => z.string().trim().min(1).max(most)
const Draft = z.object({
  lineId: z.string(),
  kind: z.enum(['standard', 'blanket']),
  supplier: words(),
  what: words(),
  amount: z.number('is a number').positive('is more than 0'),
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
  dueOn: z.iso.date('is a day'),
  price: z.number('is a number').positive('is more than 0').optional(),
  unit: z.string().trim().max(200).optional(),
  reason: z.string().trim().max(200).optional(),
})
type Draft = z.output<typeof Draft>

const kindOptions = [
  { value: 'standard', label: 'Standard: ordered as a whole' },
  { value: 'blanket', label: 'Blanket: released in parts' },
]

/** A request for an order on a line; somebody else decides. */
export function AskForOrder({ lineId, onClose }: { lineId: string | undefined; onClose: () => void }) {
  const lines = useLines()
  const request = useCommand(budget.request, { isQuiet: true, alsoRefresh: ['identity'] })
  const { currency } = useOrganisation()
  const own = lines.lines.find((line) => line.id === lineId)?.currency ?? currency
  const save = ({ amount, price, unit, reason = '', ...said }: Draft) => {
    const rate = price ? { rate: { minor: toMinor(price, said.currency), unit: unit || 'unit' } } : {}
    return request.attempt({ ...said, ...rate, minor: toMinor(amount, said.currency), reason })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Ask for an order"
      description="Whoever may decide on it is told. Once approved the order is open."
    >
      <FaceOf isLoading={lines.isPending} error={lines.error} onRetry={lines.refetch}>
        {() => (
          <Form
            id={`request-${lineId ?? 'new'}`}
            schema={Draft}
            initial={{ kind: 'standard', currency: own, ...(lineId ? { lineId } : {}) }}
            saveLabel="Ask"
            onSave={save}
            onSaved={() => {
              toast('Asked', { detail: 'Those who may decide have it in their inbox.' })
              onClose()
            }}
            onCancel={onClose}
            fields={[
              { name: 'lineId', label: 'Line', kind: 'combobox', options: spendable(lines.lines) },
              { name: 'kind', label: 'Kind of order', kind: 'select', options: kindOptions },
              { name: 'supplier', label: 'Supplier' },
              { name: 'what', label: 'What' },
              { name: 'amount', label: 'Amount', kind: 'number', hint: 'Without tax.' },
              { name: 'currency', label: 'Currency' },
              { name: 'dueOn', label: 'Due', kind: 'date' },
              {
                name: 'price',
                label: 'Agreed price of a unit',
                kind: 'number',
                isOptional: true,
                hint: 'Seen by those alone who may read rates.',
              },
              { name: 'unit', label: 'Unit', isOptional: true, placeholder: 'day' },
              { name: 'reason', label: 'Why', kind: 'textarea', isOptional: true },
            ]}
          />
        )}
      </FaceOf>
    </Dialog>
  )
}
