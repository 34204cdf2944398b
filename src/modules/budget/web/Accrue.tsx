import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget } from '../contract.ts'
import { spendable, toMinor, useLines } from './useLines.ts'
import { monthName } from './words.ts'

const Draft = z.object({
  lineId: z.string(),
  supplier: z.string().trim().min(1, 'must not be empty').max(200),
  month: z.string(),
  amount: z.number('is a number').positive('is more than 0'),
  note: z.string().trim().max(1000).optional(),
})
type AccrueProps = { months: string[]; month: string | null; line?: string; onClose: () => void }

/** What is expected without an order: the invoice of the same supplier on the line takes it back. */
export function Accrue({ months, month, line, onClose }: AccrueProps) {
  const { lines } = useLines()
  const accrue = useCommand(budget.accrue, { isQuiet: true })
  const back = useCommand(budget.reverseAccrual)
  const currencyOf = (id: string) => lines.find((one) => one.id === id)?.currency ?? ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Accrue by hand"
      description="For what was delivered without an order. The invoice of this supplier on the line takes it back."
    >
      <Form
        id="accrual-new"
        schema={Draft}
        initial={{ ...(month ? { month } : {}), ...(line ? { lineId: line } : {}) }}
        saveLabel="Accrue"
        onSave={({ amount, note = '', ...said }) =>
          accrue.attempt({ ...said, note, minor: toMinor(amount, currencyOf(said.lineId)) })
        }
        onSaved={({ id }) => {
          toast('Accrued', { undo: () => void back.run({ id, reason: 'Taken back' }) })
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'lineId', label: 'Line', kind: 'combobox', options: spendable(lines) },
          { name: 'supplier', label: 'Supplier' },
          {
            ...{ name: 'month', label: 'Delivered in', kind: 'select' },
            options: months.map((value) => ({ value, label: monthName(value, locale()) })),
          },
          {
            name: 'amount',
            label: 'Amount',
            kind: 'number',
            hint: 'In the currency of the line, without tax.',
          },
          { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
        ]}
      />
    </Dialog>
  )
}
