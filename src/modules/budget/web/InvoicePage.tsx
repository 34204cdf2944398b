import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { Files } from '../../files/web/index.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { budget, type Invoice } from '../contract.ts'

export default function InvoicePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(budget.invoice, { id })
  const [isVoiding, setVoiding] = useState(false)
  const can = useCan()
  const invoice = asked.data
  return (
    <DetailPage
      title={invoice ? `${invoice.number}, ${invoice.supplier}` : 'Invoice'}
      crumbs={[{ title: 'Invoices', path: '/budget/invoices' }]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        invoice?.state === 'booked' &&
        can('budget:invoice') && <Button onClick={() => setVoiding(true)}>Void</Button>
      }
      properties={invoice && propertiesOf(invoice)}
    >
      {invoice && (
        <>
          {invoice.voided && (
            <Notice tone="warn">{`Voided by ${invoice.voided.by}: ${invoice.voided.reason} It counts nowhere.`}</Notice>
          )}
          {invoice.over > 0 && (
            <Notice tone="warn">More was delivered than ordered; it was accepted when it was booked.</Notice>
          )}
          <Files kind="invoice" id={id} />
          <Trace kind="invoice" id={id} />
          <Thread kind="invoice" id={id} />
          <Card title="In the ledger">
            <p className="mb-3 text-ink-2">
              {invoice.state === 'booked'
                ? `The cost ledger spreads it over ${invoice.startsOn} to ${invoice.endsOn}; every price and return counts it from there.`
                : 'It was taken out of the cost ledger.'}
            </p>
            <Button small to={`/costs?period=${invoice.startsOn}..${invoice.endsOn}`}>
              Open the ledger
            </Button>
          </Card>
          {isVoiding && <Void invoice={invoice} onClose={() => setVoiding(false)} />}
        </>
      )}
    </DetailPage>
  )
}

const propertiesOf = (invoice: Invoice) => [
  {
    label: 'State',
    value: <Badge tone={invoice.state === 'booked' ? 'good' : 'neutral'}>{invoice.state}</Badge>,
  },
  { label: 'Amount', value: <Money minor={invoice.minor} currency={invoice.currency} /> },
  ...(invoice.currency === invoice.line.currency
    ? []
    : [
        { label: 'On the line', value: <Money minor={invoice.lineMinor} currency={invoice.line.currency} /> },
      ]),
  {
    label: 'Line',
    value: (
      <Link to={`/budget/lines/${invoice.line.id}`} className="text-accent-ink hover:underline">
        {invoice.line.name}
      </Link>
    ),
  },
  {
    label: 'Order',
    value: invoice.order ? (
      <Link to={`/budget/orders/${invoice.order.id}`} className="text-accent-ink hover:underline">
        {invoice.order.number}
      </Link>
    ) : (
      'none'
    ),
  },
  { label: 'Of', value: <Day date={invoice.invoicedOn} /> },
  { label: 'Booked by', value: invoice.bookedBy },
  ...(invoice.note ? [{ label: 'Note', value: invoice.note }] : []),
]

function Void({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const run = useCommand(budget.voidInvoice, { isQuiet: true, alsoRefresh: ['costs', 'metrics', 'returns'] })
  const save = async (reason: string) => {
    const done = await run.attempt({ id: invoice.id, reason }).catch(() => undefined)
    if (!done) return
    toast(`${invoice.number} is void`, { detail: 'The cost ledger counts it no more.' })
    onClose()
  }
  return (
    <ReasonDialog
      title={`Void ${invoice.number}`}
      description="It leaves its line and the cost ledger, and stays on record."
      label="Reason"
      verb="Void the invoice"
      most={500}
      problem={run.error ? sentence(run.error) : null}
      isBusy={run.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
