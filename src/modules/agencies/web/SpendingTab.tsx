import { Link } from '@tanstack/react-router'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Agency, agencies, type Spending } from '../contract.ts'
import { Suppliers } from './Suppliers.tsx'

type Order = Spending['orders'][number]
type Invoice = Spending['invoices'][number]
type OfCampaign = Spending['campaigns'][number]

const tied = (one: Order | Invoice) => one.campaign?.name ?? one.line.name
const where = (one: Order | Invoice) => (
  <Link
    to={one.campaign ? `/campaigns/${one.campaign.id}` : `/budget/lines/${one.line.id}`}
    className="hover:underline"
  >
    {tied(one)}
  </Link>
)

const orderColumns: Column<Order>[] = [
  {
    ...{ id: 'number', title: 'Order', value: (one) => one.number },
    cell: (one) => (
      <Link to={`/budget/orders/${one.id}`} className="font-medium hover:underline">
        {one.number}
      </Link>
    ),
  },
  { id: 'what', title: 'What', value: (one) => one.what },
  { id: 'for', title: 'For', value: tied, cell: where },
  { id: 'on', title: 'Opened', value: (one) => one.on, cell: (one) => <Day date={one.on} /> },
  {
    ...{ id: 'ordered', title: 'Ordered', align: 'end', value: (one) => one.ordered.minor },
    cell: (one) => <Money {...one.ordered} />,
  },
  {
    ...{ id: 'billed', title: 'Invoiced', align: 'end', value: (one) => one.billed.minor },
    cell: (one) => <Money {...one.billed} />,
  },
]

const invoiceColumns: Column<Invoice>[] = [
  {
    ...{ id: 'number', title: 'Invoice', value: (one) => one.number },
    cell: (one) => (
      <Link to={`/budget/invoices/${one.id}`} className="font-medium hover:underline">
        {one.number}
      </Link>
    ),
  },
  { id: 'order', title: 'Order', value: (one) => one.order ?? 'Without an order' },
  { id: 'for', title: 'For', value: tied, cell: where },
  { id: 'on', title: 'Invoiced on', value: (one) => one.on, cell: (one) => <Day date={one.on} /> },
  {
    ...{ id: 'amount', title: 'Amount', align: 'end', value: (one) => one.amount.minor },
    cell: (one) => <Money {...one.amount} />,
  },
]

const campaignColumns: Column<OfCampaign>[] = [
  { id: 'campaign', title: 'Campaign', value: (one) => one.campaign.name },
  {
    ...{ id: 'invoiced', title: 'Invoiced', align: 'end', value: (one) => one.invoiced.minor },
    cell: (one) => <Money {...one.invoiced} />,
  },
  { id: 'accepted', title: 'Accepted', align: 'end', value: (one) => one.accepted },
  {
    ...{ id: 'each', title: 'For one', align: 'end', value: (one) => one.perDeliverable?.minor ?? null },
    cell: (one) => (one.perDeliverable ? <Money {...one.perDeliverable} /> : 'n/a'),
  },
]

/** What was ordered from an agency and invoiced by it, on the budget lines the asker may read. */
export function SpendingTab({ agency }: { agency: Agency }) {
  const asked = useQuery(agencies.spending, { id: agency.id })
  const data = asked.data
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
      {() => data && <Shown agency={agency} data={data} />}
    </FaceOf>
  )
}

const Shown = ({ agency, data }: { agency: Agency; data: Spending }) => (
  <>
    <Suppliers agency={agency} own={data.suppliers} />
    {data.notes.map((note) => (
      <Notice key={note} tone="warn">
        {note}
      </Notice>
    ))}
    {data.suppliers.length > 0 && <Sum data={data} />}
    {data.campaigns.length > 0 && (
      <Card title="By campaign" hint="Invoices of budget lines that pay for the campaign.">
        <DataTable
          caption="By campaign"
          columns={campaignColumns}
          rows={data.campaigns}
          rowId={(one) => one.campaign.id}
        />
      </Card>
    )}
    {data.orders.length > 0 && (
      <Card title="Orders">
        <DataTable caption="Orders" columns={orderColumns} rows={data.orders} rowId={(one) => one.id} />
      </Card>
    )}
    {data.invoices.length > 0 && (
      <Card title="Invoices">
        <DataTable caption="Invoices" columns={invoiceColumns} rows={data.invoices} rowId={(one) => one.id} />
      </Card>
    )}
  </>
)

const Sum = ({ data }: { data: Spending }) => (
  <Card title="In all" hint="At the rates of the days; the rows below are what is summed.">
    <p>
      {'Ordered '}
      <Money {...data.ordered} />
      {', invoiced '}
      <Money {...data.invoiced} />
      {data.perDeliverable ? (
        <>
          {'; '}
          <Money {...data.perDeliverable} />
          {` for one deliverable, by ${data.accepted} accepted.`}
        </>
      ) : (
        '. Nothing is accepted yet, so nothing can be said of what one deliverable costs.'
      )}
    </p>
  </Card>
)
