import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Accrual, budget, type Expected } from '../contract.ts'
import { monthName } from './words.ts'

export function ExpectedTable({ items }: { items: Expected[] }) {
  const navigate = useNavigate()
  if (items.length === 0)
    return <p className="text-ink-2">Everything that was due by then is invoiced or accrued.</p>
  return (
    <DataTable<Expected>
      caption="Delivered and not invoiced"
      rows={items}
      rowId={(one) => one.order.id}
      onOpen={(one) => void navigate({ to: `/budget/orders/${one.order.id}` })}
      columns={[
        { id: 'number', title: 'Order', value: (one) => one.order.number },
        { id: 'supplier', title: 'Supplier', value: (one) => one.order.supplier },
        { id: 'line', title: 'Line', value: (one) => one.line.name },
        { id: 'due', title: 'Due', value: (one) => one.dueOn, cell: (one) => <Day date={one.dueOn} /> },
        {
          ...{ id: 'minor', title: 'To accrue', align: 'end' },
          value: (one) => one.minor,
          cell: (one) => <Money minor={one.minor} currency={one.line.currency} />,
        },
      ]}
    />
  )
}

export function AccrualTable({ items }: { items: Accrual[] }) {
  const [reversed, reverse] = useState<Accrual | null>(null)
  const mayBook = useCan()('budget:invoice')
  if (items.length === 0) return <p className="text-ink-2">Nothing is accrued.</p>
  const money = (id: 'minor' | 'open', title: string) => ({
    ...{ id, title, align: 'end' as const },
    value: (one: Accrual) => one[id],
    cell: (one: Accrual) => <Money minor={one[id]} currency={one.line.currency} />,
  })
  const undo = {
    id: 'undo',
    title: 'Reverse',
    value: () => '',
    cell: (one: Accrual) =>
      one.open > 0 && (
        <Button small onClick={() => reverse(one)}>
          Reverse
        </Button>
      ),
  }
  return (
    <>
      <DataTable<Accrual>
        caption="Accruals"
        rows={items}
        rowId={(one) => one.id}
        columns={[
          { id: 'month', title: 'Month', value: (one) => monthName(one.month, locale()) },
          { id: 'supplier', title: 'Supplier', value: (one) => one.supplier },
          { id: 'order', title: 'Order', value: (one) => one.order?.number ?? 'by hand' },
          { id: 'line', title: 'Line', value: (one) => one.line.name },
          money('minor', 'Accrued'),
          money('open', 'Open'),
          { id: 'back', title: 'Taken back by', value: backWords },
          ...(mayBook ? [undo] : []),
        ]}
      />
      {reversed && <Reverse accrual={reversed} onClose={() => reverse(null)} />}
    </>
  )
}

const backWords = ({ reversals }: Accrual): string =>
  reversals.map((one) => (one.invoice ? `invoice ${one.invoice.number}` : one.reason)).join(', ')

function Reverse({ accrual, onClose }: { accrual: Accrual; onClose: () => void }) {
  const reverse = useCommand(budget.reverseAccrual, { isQuiet: true })
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (reason: string) => {
    try {
      await reverse.attempt({ id: accrual.id, reason })
      toast('Accrual reversed')
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <ReasonDialog
      title={`Reverse what is open of ${accrual.supplier}`}
      description="It counts no more from the running month on."
      label="Why it is not expected any more"
      verb="Reverse"
      most={500}
      problem={problem}
      isBusy={reverse.isRunning}
      onClose={onClose}
      onSave={(reason) => void save(reason)}
    />
  )
}
