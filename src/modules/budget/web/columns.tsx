import { minorDigits } from '../../../methods/money.ts'
import { Day, Money } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Invoice, Order } from '../contract.ts'

const whole = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency)
type Valued = { currency: string }

export const amount = <Row extends Valued>(
  id: string,
  title: string,
  minor: (row: Row) => number,
): Column<Row> => ({
  id,
  title,
  width: 116,
  align: 'end',
  value: (row) => whole(minor(row), row.currency),
  cell: (row) => <Money minor={minor(row)} currency={row.currency} />,
})

export const orderColumns: Column<Order>[] = [
  { id: 'number', title: 'Order', width: 84, value: (one) => one.number },
  { id: 'supplier', title: 'Supplier', value: (one) => one.supplier },
  { id: 'what', title: 'What', value: (one) => one.what },
  { id: 'line', title: 'Line', value: (one) => one.line.name },
  {
    id: 'state',
    title: 'State',
    width: 124,
    value: (one) => `${one.state} ${one.kind}`,
    cell: (one) => (
      <span className="flex gap-1">
        <Badge tone={one.state === 'open' ? 'info' : 'neutral'}>{one.state}</Badge>
        {one.kind === 'blanket' && <Badge>blanket</Badge>}
      </span>
    ),
  },
  amount('minor', 'Amount', (one) => one.minor),
  amount('released', 'Ordered', (one) => one.released),
  amount('billed', 'Invoiced', (one) => one.billed),
  {
    id: 'dueOn',
    title: 'Due',
    width: 104,
    value: (one) => one.dueOn,
    cell: (one) => <Day date={one.dueOn} />,
  },
  { id: 'owner', title: 'Owner', width: 132, value: (one) => one.owner.name },
  { id: 'age', title: 'Age, days', width: 84, align: 'end', value: (one) => one.ageDays },
  {
    id: 'advice',
    title: 'What to do',
    value: (one) => one.proposal?.words ?? '',
    cell: (one) => one.proposal && <span className="text-warn">{one.proposal.words}</span>,
    isHidden: true,
  },
]

export const invoiceColumns: Column<Invoice>[] = [
  { id: 'number', title: 'Invoice', width: 132, value: (one) => one.number },
  { id: 'supplier', title: 'Supplier', value: (one) => one.supplier },
  { id: 'line', title: 'Line', value: (one) => one.line.name },
  {
    id: 'order',
    title: 'Order',
    width: 104,
    value: (one) => one.order?.number ?? '',
    cell: (one) => one.order?.number ?? <span className="text-ink-3">none</span>,
  },
  amount('minor', 'Amount', (one) => one.minor),
  {
    id: 'invoicedOn',
    title: 'Of',
    width: 104,
    value: (one) => one.invoicedOn,
    cell: (one) => <Day date={one.invoicedOn} />,
  },
  {
    id: 'state',
    title: 'State',
    width: 132,
    value: (one) => one.state,
    cell: (one) => (
      <span className="flex gap-1">
        <Badge tone={one.state === 'void' ? 'neutral' : 'good'}>{one.state}</Badge>
        {one.over > 0 && one.state === 'booked' && <Badge tone="warn">over order</Badge>}
      </span>
    ),
  },
  { id: 'bookedBy', title: 'Booked by', width: 132, value: (one) => one.bookedBy },
]

const of = (columns: Column<never>[], ids: string) =>
  columns.filter((column) => ids.split(' ').includes(column.id))
export const shortOrders = of(
  orderColumns as Column<never>[],
  'number supplier state released billed dueOn',
) as Column<Order>[]
export const shortInvoices = of(
  invoiceColumns as Column<never>[],
  'number supplier order minor invoicedOn state',
) as Column<Invoice>[]

/** Of orders that nobody closes: who is asked, for how much, and what to do. */
export const huntedOrders = [
  ...(of(
    orderColumns as Column<never>[],
    'number supplier line released billed owner age',
  ) as Column<Order>[]),
  ...orderColumns
    .filter((one) => one.id === 'advice')
    .map((one) => ({ ...one, isHidden: false, width: 460 })),
]
