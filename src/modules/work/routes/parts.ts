import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import { Check, LinkKind, Past, text } from '../things.ts'

const Checks = z.object({ items: z.array(Check) })

/** What hangs on an item: its checklist, the items it waits for, its past. */
export const partRoutes = {
  addCheck: route({
    method: 'POST',
    path: '/work/items/{id}/checks',
    access: 'work:write',
    summary: 'Add a line to an item’s checklist',
    input: One.extend({ text: Line(200).min(1, 'needs words') }),
    output: Checks,
  }),
  changeCheck: route({
    method: 'PATCH',
    path: '/work/checks/{id}',
    access: 'work:write',
    summary: 'Tick a line of a checklist, or put it in other words',
    input: One.extend({ text: Line(200).min(1).optional(), isDone: z.boolean().optional() }),
    output: Checks,
  }),
  removeCheck: route({
    method: 'DELETE',
    path: '/work/checks/{id}',
    access: 'work:write',
    summary: 'Take a line from a checklist',
    input: One,
    output: Checks,
  }),
  link: route({
    method: 'PUT',
    path: '/work/items/{id}/links/{otherId}',
    access: 'work:write',
    summary: 'Say that an item waits for another, belongs to it or doubles it; circles are refused',
    input: One.extend({ otherId: text, kind: LinkKind }),
    output: z.object({}),
  }),
  unlink: route({
    method: 'DELETE',
    path: '/work/items/{id}/links/{otherId}',
    access: 'work:write',
    summary: 'Take the link between two items away',
    input: One.extend({ otherId: text, kind: LinkKind }),
    output: z.object({}),
  }),
  past: route({
    method: 'GET',
    path: '/work/items/{id}/past',
    access: 'work:read',
    summary: 'Read through which stages an item went, who moved it, and what was passed over',
    input: One,
    output: z.object({ items: z.array(Past) }),
  }),
}
