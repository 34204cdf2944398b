import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Deliverable, Elsewhere, Long, minor, Title, text } from '../things.ts'

const Day = z.iso.date('is a day, such as 2026-03-01')
const Input = z.object({
  what: Title,
  dueOn: Day,
  deliveredOn: Day.nullable().default(null),
  /** The work it took. */
  minutes: minor.min(0).max(600_000).default(0),
  evidence: text.trim().max(500).default(''),
  value: Long.default(''),
})

export const deliverableRoutes = {
  elsewhere: route({
    method: 'GET',
    path: '/positions/elsewhere',
    access: 'positions:read',
    summary: 'List positions that sit in another department than the one that pays, with what they delivered',
    input: z.object({}),
    output: z.object({ items: z.array(Elsewhere), quietFor: minor }),
  }),
  exportElsewhere: route({
    method: 'GET',
    path: '/positions/elsewhere.csv',
    access: 'positions:read',
    summary: 'Download what positions funded in other departments delivered',
    download: true,
    input: z.object({ format: Format }),
    output: z.unknown(),
  }),
  addDeliverable: route({
    method: 'POST',
    path: '/positions/{id}/deliverables',
    access: 'positions:manage',
    summary: 'Agree on something a position delivers, by when',
    input: Input.extend({ id: text }),
    output: Deliverable,
  }),
  changeDeliverable: route({
    method: 'PATCH',
    path: '/positions/deliverables/{id}',
    access: 'positions:manage',
    summary: 'Change a deliverable, or say that it was delivered',
    input: Input.extend({ id: text, version: z.number().int() }),
    output: Deliverable,
  }),
  removeDeliverable: route({
    method: 'DELETE',
    path: '/positions/deliverables/{id}',
    access: 'positions:manage',
    summary: 'Remove a deliverable; it can be put back',
    input: One,
    output: z.object({}),
  }),
  restoreDeliverable: route({
    method: 'POST',
    path: '/positions/deliverables/{id}/restoration',
    access: 'positions:manage',
    summary: 'Put a removed deliverable back',
    input: One,
    output: z.object({}),
  }),
}
