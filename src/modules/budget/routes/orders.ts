import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Invoice, Order } from '../spending.ts'
import { Currency, minor, Name, Note, Reason, text } from '../things.ts'

const orderFilter = z.object({
  year: text.optional(),
  state: z.enum(['open', 'closed']).optional(),
  line: text.optional(),
  /** Those alone that nobody closes. */
  hunted: z.boolean().optional(),
})
const invoiceFilter = z.object({ year: text.optional(), line: text.optional(), order: text.optional() })

export const orderRoutes = {
  orders: route({
    method: 'GET',
    path: '/budget/orders',
    access: 'budget:read',
    summary: 'List purchase orders with what is invoiced, and what to do about those nobody closes',
    input: orderFilter,
    output: z.object({ items: z.array(Order) }),
  }),
  order: route({
    method: 'GET',
    path: '/budget/orders/{id}',
    access: 'budget:read',
    summary: 'Show a purchase order with its releases',
    input: One,
    output: Order,
  }),
  prices: route({
    method: 'GET',
    path: '/budget/prices',
    access: 'budget:rates',
    summary: 'List the prices agreed with agencies and suppliers, by order',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          orderId: text,
          number: text,
          supplier: text,
          minor,
          currency: text,
          unit: text,
          on: text,
        }),
      ),
    }),
  }),
  release: route({
    method: 'POST',
    path: '/budget/orders/{id}/releases',
    access: 'budget:write',
    summary: 'Release a part of a blanket order',
    input: One.extend({ minor, note: Note }),
    output: Order,
  }),
  closeOrder: route({
    method: 'POST',
    path: '/budget/orders/{id}/closing',
    access: 'budget:write',
    summary: 'Close an order: what is not invoiced becomes available again',
    input: One.extend({ reason: Reason }),
    output: Order,
  }),
  reopenOrder: route({
    method: 'DELETE',
    path: '/budget/orders/{id}/closing',
    access: 'budget:write',
    summary: 'Open a closed order again, where its line has room for it',
    input: One,
    output: Order,
  }),
  exportOrders: route({
    method: 'GET',
    path: '/budget/orders.csv',
    access: 'budget:read',
    summary: 'Download purchase orders',
    download: true,
    input: orderFilter.extend({ format: Format }),
    output: z.unknown(),
  }),
  invoices: route({
    method: 'GET',
    path: '/budget/invoices',
    access: 'budget:read',
    summary: 'List invoices, the newest first',
    input: invoiceFilter,
    output: z.object({ items: z.array(Invoice) }),
  }),
  invoice: route({
    method: 'GET',
    path: '/budget/invoices/{id}',
    access: 'budget:read',
    summary: 'Show an invoice',
    input: One,
    output: Invoice,
  }),
  bookInvoice: route({
    method: 'POST',
    path: '/budget/invoices',
    access: 'budget:invoice',
    summary: 'Book an invoice on an order or a line; it enters the cost ledger at once',
    input: z.object({
      orderId: text.optional(),
      lineId: text.optional(),
      supplier: Name.optional(),
      number: Name,
      minor,
      currency: Currency,
      invoicedOn: z.iso.date(),
      /** The days it pays for; the month of the invoice where they are not said. */
      startsOn: z.iso.date().optional(),
      endsOn: z.iso.date().optional(),
      acceptsOver: z.boolean().default(false),
      note: Note,
    }),
    output: Invoice,
  }),
  voidInvoice: route({
    method: 'POST',
    path: '/budget/invoices/{id}/voiding',
    access: 'budget:invoice',
    summary: 'Void an invoice: it leaves its line and the cost ledger, and stays on record',
    input: One.extend({ reason: Reason }),
    output: Invoice,
  }),
  exportInvoices: route({
    method: 'GET',
    path: '/budget/invoices.csv',
    access: 'budget:read',
    summary: 'Download invoices',
    download: true,
    input: invoiceFilter.extend({ format: Format }),
    output: z.unknown(),
  }),
}
