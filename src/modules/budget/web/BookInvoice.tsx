import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { budget, type Order } from '../contract.ts'
import { spendable, toMinor, useLines } from './useLines.ts'

const Draft = z.object({
  on: z.string(),
  supplier: z.string().trim().max(200).optional(),
  number: z.string().trim().min(1).max(200),
  amount: z.number('is a number').positive('is more than 0'),
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
  invoicedOn: z.iso.date('is a day'),
  startsOn: z.iso.date('is a day').optional(),
  endsOn: z.iso.date('is a day').optional(),
  acceptsOver: z.boolean().optional(),
  note: z.string().trim().max(1000).optional(),
})
type Draft = z.output<typeof Draft>

const ofOrder = (order: Order) => ({
  value: order.id,
  label: `${order.number}, ${order.supplier}: ${order.what}`,
  hint: order.line.name,
})

/** On an order, which gives supplier and currency, or on a line alone. */
export function BookInvoice({ orderId, onClose }: { orderId: string | undefined; onClose: () => void }) {
  const orders = useQuery(budget.orders, { state: 'open' })
  const lines = useLines()
  const book = useCommand(budget.bookInvoice, { isQuiet: true, alsoRefresh: ['costs', 'metrics', 'returns'] })
  const { currency, timeZone } = useOrganisation()
  const order = orders.data?.items.find((one) => one.id === orderId)
  const open = orders.data?.items ?? []
  const save = ({ on, supplier, amount, acceptsOver = false, note = '', ...said }: Draft) => {
    const target = open.some((one) => one.id === on) ? { orderId: on } : { lineId: on, supplier }
    return book.attempt({ ...said, ...target, minor: toMinor(amount, said.currency), acceptsOver, note })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Book an invoice"
      description="Without tax. It weighs on its line and enters the cost ledger at once."
    >
      <FaceOf isLoading={orders.isPending || lines.isPending} error={orders.error}>
        {() => (
          <Form
            id={`invoice-${orderId ?? 'new'}`}
            schema={Draft}
            initial={{
              ...(order ? { on: order.id } : {}),
              currency: order?.currency ?? currency,
              invoicedOn: todayIn(timeZone),
            }}
            saveLabel="Book the invoice"
            onSave={save}
            onSaved={() => {
              toast('Invoice booked', { detail: 'The cost ledger has it.' })
              onClose()
            }}
            onCancel={onClose}
            fields={[
              {
                name: 'on',
                label: 'Order or line',
                kind: 'combobox',
                options: [...open.map(ofOrder), ...spendable(lines.lines)],
              },
              {
                name: 'supplier',
                label: 'Supplier',
                isOptional: true,
                hint: 'An order says it; needed without one.',
              },
              { name: 'number', label: 'Invoice number' },
              { name: 'amount', label: 'Amount', kind: 'number' },
              { name: 'currency', label: 'Currency' },
              { name: 'invoicedOn', label: 'Date of the invoice', kind: 'date' },
              {
                name: 'startsOn',
                label: 'Pays for days from',
                kind: 'date',
                isOptional: true,
                hint: 'Blank: the month of the invoice.',
              },
              { name: 'endsOn', label: 'to', kind: 'date', isOptional: true },
              {
                name: 'acceptsOver',
                label: 'Accept more than was ordered',
                kind: 'checkbox',
                isOptional: true,
              },
              { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
            ]}
          />
        )}
      </FaceOf>
    </Dialog>
  )
}
