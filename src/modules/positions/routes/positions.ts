import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { states } from '../rules/state.ts'
import { Asking, CostInput, Deliverable, Position, PositionInput, Reason, text } from '../things.ts'

const version = z.number().int()
const Changed = One.extend({ version })
const Day = z.iso.date('is a day, such as 2026-03-01')
const filter = z.object({ state: z.enum(states).optional(), department: text.max(100).optional() })

const step = (path: `/${string}`, summary: string) =>
  ({ method: 'POST', path, access: 'positions:manage', summary, output: Position }) as const

export const positionRoutes = {
  list: route({
    method: 'GET',
    path: '/positions',
    access: 'positions:read',
    summary: 'List positions: where they sit, who pays, who fills them',
    input: filter,
    output: z.object({ items: z.array(Position), people: z.array(z.object({ id: text, name: text })) }),
  }),
  show: route({
    method: 'GET',
    path: '/positions/{id}',
    access: 'positions:read',
    summary: 'Show a position with what it delivers, and with its budget for those who may read it',
    input: One,
    output: z.object({
      position: Position,
      deliverables: z.array(Deliverable),
      /** Absent for those who may not read what people cost. */
      askings: z.array(Asking).optional(),
      remark: text.nullable(),
      can: z.object({ manage: z.boolean(), cost: z.boolean(), ask: z.boolean() }),
    }),
  }),
  exportList: route({
    method: 'GET',
    path: '/positions.csv',
    access: 'positions:read',
    summary: 'Download positions, with what they cost for those who may read it',
    download: true,
    input: filter.extend({ format: Format }),
    output: z.unknown(),
  }),
  add: route({
    method: 'POST',
    path: '/positions',
    access: 'positions:manage',
    summary: 'Draft a position; nothing is asked for yet',
    input: PositionInput,
    output: Position,
  }),
  change: route({
    method: 'PATCH',
    path: '/positions/{id}',
    access: 'positions:manage',
    summary: 'Change a position that is a draft or was refused',
    input: PositionInput.extend({ id: text, version }),
    output: Position,
  }),
  remove: route({
    method: 'DELETE',
    path: '/positions/{id}',
    access: 'positions:manage',
    summary: 'Remove a draft; it can be put back',
    input: One,
    output: z.object({}),
  }),
  restore: route({
    method: 'POST',
    path: '/positions/{id}/restoration',
    access: 'positions:manage',
    summary: 'Put a removed draft back',
    input: One,
    output: z.object({}),
  }),
  setCost: route({
    method: 'PUT',
    path: '/positions/{id}/cost',
    access: 'budget:headcount',
    summary: 'Say what a position costs a year at full time: salary and on-costs',
    input: CostInput.extend({ id: text, version }),
    output: Position,
  }),
  open: route({
    ...step(
      '/positions/{id}/opening',
      'Begin to hire for an approved position, or say that nobody fills it any more',
    ),
    input: Changed,
  }),
  fill: route({
    ...step('/positions/{id}/filling', 'Say who fills a position, and since when'),
    input: Changed.extend({
      personId: text.nullable().default(null),
      personName: text.max(200).default(''),
      on: Day,
    }),
  }),
  end: route({
    ...step('/positions/{id}/end', 'End a position; its budget after that day is released'),
    input: Changed.extend({ on: Day, reason: Reason }),
  }),
  resume: route({
    ...step(
      '/positions/{id}/resumption',
      'Take back that a position has ended, where its line has room for it',
    ),
    input: Changed,
  }),
  reopen: route({
    ...step('/positions/{id}/reopening', 'Take an approved position back to draft; its budget is released'),
    input: Changed.extend({ reason: Reason }),
  }),
}
