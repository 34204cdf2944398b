import { useNavigate } from '@tanstack/react-router'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Invoice, type Order } from '../contract.ts'
import { shortInvoices, shortOrders } from './columns.tsx'

/** The orders and invoices that a load is made of. */
export function Behind({ of }: { of: { line: string } }) {
  const orders = useQuery(budget.orders, of)
  return (
    <>
      <Card title="Orders">
        <FaceOf
          isLoading={orders.isPending}
          error={orders.error}
          onRetry={orders.refetch}
          empty={orders.data?.items.length === 0 && { children: 'Nothing was ordered on this line.' }}
        >
          {() => <Orders orders={orders.data?.items ?? []} />}
        </FaceOf>
      </Card>
      <Invoices of={of} empty="No invoice was booked on this line." />
    </>
  )
}

function Orders({ orders }: { orders: Order[] }) {
  const navigate = useNavigate()
  return (
    <DataTable<Order>
      caption="Orders"
      rows={orders}
      rowId={(one) => one.id}
      columns={shortOrders}
      onOpen={(one) => void navigate({ to: `/budget/orders/${one.id}` })}
    />
  )
}

export function Invoices({ of, empty }: { of: { line: string } | { order: string }; empty: string }) {
  const asked = useQuery(budget.invoices, of)
  const navigate = useNavigate()
  return (
    <Card title="Invoices">
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={asked.data?.items.length === 0 && { children: empty }}
      >
        {() => (
          <DataTable<Invoice>
            caption="Invoices"
            rows={asked.data?.items ?? []}
            rowId={(one) => one.id}
            columns={shortInvoices}
            onOpen={(one) => void navigate({ to: `/budget/invoices/${one.id}` })}
          />
        )}
      </FaceOf>
    </Card>
  )
}
