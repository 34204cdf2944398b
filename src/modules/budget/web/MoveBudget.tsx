import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget } from '../contract.ts'
import { guardDraft, guardField } from './guard-field.ts'
import { toMinor, useLines } from './useLines.ts'

const Draft = z.object({
  fromId: z.string(),
  toId: z.string(),
  amount: z.number('is a number').positive('is more than 0'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
  ...guardDraft,
})

/** Budget from one line to another. */
export function MoveBudget({ from, onClose }: { from?: string; onClose: () => void }) {
  const { lines, options } = useLines()
  const move = useCommand(budget.transfer, { isQuiet: true })
  const currencyOf = (id: string) => lines.find((line) => line.id === id)?.currency ?? ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Move budget"
      description="Both lines change in one step; the decision log keeps who moved it and why."
    >
      <Form
        id="budget-move"
        schema={Draft}
        initial={from ? { fromId: from } : {}}
        saveLabel="Move"
        onSave={({ amount, ...said }) =>
          move.attempt({ ...said, minor: toMinor(amount, currencyOf(said.fromId)) })
        }
        onSaved={() => {
          toast('Budget moved')
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'fromId', label: 'From', kind: 'combobox', options },
          { name: 'toId', label: 'To', kind: 'combobox', options },
          {
            name: 'amount',
            label: 'Amount',
            kind: 'number',
            hint: 'In the currency of the line it comes from.',
          },
          { name: 'reason', label: 'Reason', kind: 'textarea' },
          guardField,
        ]}
      />
    </Dialog>
  )
}
