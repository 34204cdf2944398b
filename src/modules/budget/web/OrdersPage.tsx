import { FileCheck2 } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { budget, type Order } from '../contract.ts'
import { huntedOrders, orderColumns } from './columns.tsx'

const states = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
] as const

export default function OrdersPage() {
  const [state] = useUrl('state')
  const [hunted] = useUrl('hunted')
  const can = useCan()
  const chosen = states.find((one) => one.value === state)?.value
  const input = { ...(chosen ? { state: chosen } : {}), ...(hunted === 'yes' ? { hunted: true } : {}) }
  const asked = useQuery(budget.orders, input)
  const columns = hunted === 'yes' ? huntedOrders : orderColumns
  return (
    <ListPage<Order>
      id="orders"
      title="Orders"
      what="orders"
      description="Purchase orders, opened by an approved request. While an order is open, the larger of it and its invoices weighs on its line."
      rows={asked.data?.items}
      rowId={(one) => one.id}
      rowPath={(one) => `/budget/orders/${one.id}`}
      columns={columns}
      isSelectable={false}
      filters={
        <>
          <UrlFilter name="state" label="State" anyLabel="Open and closed" options={[...states]} />
          <UrlFilter
            name="hunted"
            label="Which"
            anyLabel="All orders"
            options={[{ value: 'yes', label: 'Nobody closes' }]}
          />
        </>
      }
      onExport={(format) => download(address(budget.exportOrders, { ...input, format }).url)}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={{
        icon: <FileCheck2 size={24} />,
        children:
          hunted === 'yes'
            ? 'Every open order is still awaited: there is none that nobody closes.'
            : 'There is no order. Ask for one: once somebody approves it, it is open.',
        action: can('budget:request') && (
          <Button look="primary" to="/budget/requests?show=new">
            Ask for an order
          </Button>
        ),
      }}
    />
  )
}
