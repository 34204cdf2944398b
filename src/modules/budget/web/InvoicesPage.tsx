import { Receipt } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { budget, type Invoice } from '../contract.ts'
import { BookInvoice } from './BookInvoice.tsx'
import { invoiceColumns } from './columns.tsx'

export default function InvoicesPage() {
  const [show] = useUrl('show')
  const [order] = useUrl('order')
  const patch = useUrlPatch()
  const asked = useQuery(budget.invoices, {})
  const mayBook = useCan()('budget:invoice')
  const book = () => patch({ show: 'new' })
  return (
    <>
      <ListPage<Invoice>
        id="invoices"
        title="Invoices"
        what="invoices"
        description="Booked on an order or a line, and by that in the one ledger of costs that attribution and return read."
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/budget/invoices/${one.id}`}
        columns={invoiceColumns}
        isSelectable={false}
        {...(mayBook ? { create: { label: 'Book an invoice', run: book } } : {})}
        onExport={(format) => download(address(budget.exportInvoices, { format }).url)}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{
          icon: <Receipt size={24} />,
          children: 'No invoice is booked yet. Once one is, its line and every price count it.',
          action: mayBook && (
            <Button look="primary" onClick={book}>
              Book an invoice
            </Button>
          ),
        }}
      />
      {show === 'new' && mayBook && (
        <BookInvoice
          orderId={order || undefined}
          onClose={() => patch({ show: undefined, order: undefined })}
        />
      )}
    </>
  )
}
