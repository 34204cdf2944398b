import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { Files } from '../../files/web/index.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { budget, type Order } from '../contract.ts'
import { Invoices } from './Behind.tsx'
import { toMinor } from './useLines.ts'

export default function OrderPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(budget.order, { id })
  const order = asked.data
  return (
    <DetailPage
      title={order ? `${order.number}, ${order.supplier}` : 'Order'}
      description={order?.what}
      crumbs={[{ title: 'Orders', path: '/budget/orders' }]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={order && <Actions order={order} />}
      properties={order && propertiesOf(order)}
    >
      {order && (
        <>
          {order.proposal && <Notice tone="warn">{order.proposal.words}</Notice>}
          {order.over > 0 && (
            <Notice tone="warn">Invoices are above what was ordered; all of them weighs on the line.</Notice>
          )}
          {order.closed && (
            <Notice tone="neutral">{`Closed by ${order.closed.by}: ${order.closed.reason}`}</Notice>
          )}
          <Files kind="order" id={id} />
          <Trace kind="order" id={id} />
          <Thread kind="order" id={id} />
          {order.kind === 'blanket' && <Releases order={order} />}
          <Invoices of={{ order: id }} empty="No invoice was booked on this order." />
        </>
      )}
    </DetailPage>
  )
}

const propertiesOf = (order: Order) => {
  const money = (minor: number) => <Money minor={minor} currency={order.currency} />
  return [
    {
      label: 'State',
      value: <Badge tone={order.state === 'open' ? 'info' : 'neutral'}>{order.state}</Badge>,
    },
    {
      label: 'Line',
      value: (
        <Link to={`/budget/lines/${order.line.id}`} className="text-accent-ink hover:underline">
          {order.line.name}
        </Link>
      ),
    },
    { label: 'Amount', value: money(order.minor) },
    ...(order.kind === 'blanket' ? [{ label: 'Released', value: money(order.released) }] : []),
    { label: 'Invoiced', value: money(order.billed) },
    { label: 'Due', value: <Day date={order.dueOn} /> },
    ...(order.rate
      ? [
          {
            label: 'Agreed price',
            value: (
              <span>
                {money(order.rate.minor)} / {order.rate.unit}
              </span>
            ),
          },
        ]
      : []),
    { label: 'Owner', value: order.owner.name },
    {
      label: 'Opened',
      value: (
        <span>
          <Day date={order.openedOn} />, {order.openedBy}
        </span>
      ),
    },
  ]
}

function Actions({ order }: { order: Order }) {
  const can = useCan()
  const [open, setOpen] = useState<'close' | 'release' | null>(null)
  const close = useCommand(budget.closeOrder, { isQuiet: true })
  const reopen = useCommand(budget.reopenOrder)
  const { id } = order
  const closeIt = async (reason: string) => {
    const done = await close.attempt({ id, reason }).catch(() => undefined)
    if (!done) return
    setOpen(null)
    toast(`${order.number} closed`, { undo: () => void reopen.run({ id }) })
  }
  const isOpen = order.state === 'open'
  return (
    <>
      {can('budget:invoice') && isOpen && (
        <Button look="primary" to={`/budget/invoices?show=new&order=${id}`}>
          Book an invoice
        </Button>
      )}
      {can('budget:write') && isOpen && order.kind === 'blanket' && order.released < order.minor && (
        <Button onClick={() => setOpen('release')}>Release</Button>
      )}
      {can('budget:write') && isOpen && <Button onClick={() => setOpen('close')}>Close</Button>}
      {can('budget:write') && !isOpen && <Button onClick={() => void reopen.run({ id })}>Open again</Button>}
      {open === 'close' && (
        <ReasonDialog
          title={`Close ${order.number}`}
          description="What is not invoiced becomes available again. No invoice can be booked on a closed order."
          label="Reason"
          verb="Close the order"
          most={500}
          problem={close.error ? sentence(close.error) : null}
          isBusy={close.isRunning}
          onSave={(reason) => void closeIt(reason)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'release' && <Release order={order} onClose={() => setOpen(null)} />}
    </>
  )
}

const Draft = z.object({
  amount: z.number('is a number').positive('is more than 0'),
  note: z.string().trim().max(1000).optional(),
})

function Release({ order, onClose }: { order: Order; onClose: () => void }) {
  const release = useCommand(budget.release, { isQuiet: true })
  return (
    <Dialog isOpen onClose={onClose} size="small" title={`Release from ${order.number}`}>
      <Form
        id={`release-${order.id}`}
        schema={Draft}
        saveLabel="Release"
        onSave={({ amount, note = '' }) =>
          release.attempt({ id: order.id, minor: toMinor(amount, order.currency), note })
        }
        onSaved={() => {
          toast('Released')
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'amount', label: `Amount in ${order.currency}`, kind: 'number', autoFocus: true },
          { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
        ]}
      />
    </Dialog>
  )
}

function Releases({ order }: { order: Order }) {
  return (
    <Card title="Releases" hint="A blanket order weighs on its line by what was released from it.">
      <DataTable
        caption="Releases"
        rows={order.releases}
        rowId={(one) => one.id}
        columns={[
          { id: 'on', title: 'On', value: (one) => one.on, cell: (one) => <Day date={one.on} /> },
          {
            id: 'minor',
            title: 'Amount',
            align: 'end',
            value: (one) => one.minor,
            cell: (one) => <Money minor={one.minor} currency={order.currency} />,
          },
          { id: 'note', title: 'Note', value: (one) => one.note },
          { id: 'by', title: 'By', value: (one) => one.by },
        ]}
      />
    </Card>
  )
}
