import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { count, Rate, Spending, Supplier, text } from '../things.ts'

export const moneyRoutes = {
  rates: route({
    method: 'GET',
    path: '/agencies/{id}/rates',
    access: 'budget:rates',
    summary: 'Show the rates agreed with an agency',
    input: One,
    output: z.object({ rates: z.array(Rate) }),
  }),
  setRates: route({
    method: 'PUT',
    path: '/agencies/{id}/rates',
    access: 'budget:rates',
    summary: 'Set the rates agreed with an agency as a whole; needs campaigns:manage as well',
    input: One.extend({ rates: z.array(Rate).max(60), version: count }),
    output: z.object({ rates: z.array(Rate) }),
  }),
  spending: route({
    method: 'GET',
    path: '/agencies/{id}/spending',
    access: 'budget:read',
    summary: 'Show what was ordered from an agency and invoiced by it, and what a deliverable came to',
    input: One,
    output: Spending,
  }),
  suppliers: route({
    method: 'GET',
    path: '/agency-suppliers',
    access: 'budget:read',
    summary: 'Supplier names of orders and invoices, with the agency each is tied to',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ name: text, agency: z.object({ id: text, name: text }).nullable() })),
    }),
  }),
  setSuppliers: route({
    method: 'PUT',
    path: '/agencies/{id}/suppliers',
    access: 'budget:read',
    summary: 'Say under which supplier names an agency is paid; needs campaigns:manage as well',
    input: One.extend({ suppliers: z.array(Supplier).max(20), version: count }),
    output: Spending,
  }),
}
