import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One, paged } from '../../../kernel/paging.ts'
import {
  count,
  Displacement,
  OnDay,
  Price,
  RequestType,
  TypeInput,
  TypeSaid,
  text,
  Words,
} from '../things.ts'

const read = 'intake:read' as const
const manage = 'intake:manage' as const
const reason = text.trim().max(300, 'holds 300 letters at most').default('')
const figureIds = ['received', 'no', 'alternatives', 'first-answer', 'answers-kept', 'days-kept'] as const
export type FigureId = (typeof figureIds)[number]
const Span = z.object({ from: OnDay, to: OnDay })

export const consentRoutes = {
  displacement: route({
    method: 'GET',
    path: '/intake/displacements/{id}',
    access: 'member',
    summary: 'Show what a request would displace, to whoever has to consent',
    input: One,
    output: Displacement.extend({
      purpose: text,
      hurry: text,
      impact: text,
      price: Price.nullable(),
      whyNot: text.nullable(),
    }),
  }),
  consent: route({
    method: 'POST',
    path: '/intake/displacements/{id}/answer',
    access: 'member',
    summary: 'Consent to your work being displaced, or refuse with a reason',
    input: One.extend({ isAccepted: z.boolean(), words: Words(1000).default('') }),
    output: Displacement,
  }),
}

export const figureRoutes = {
  figures: route({
    method: 'GET',
    path: '/intake/figures',
    access: read,
    summary:
      'Read how requests are answered: the share of No, first answers, promises kept, who asks for what',
    input: Span,
    output: z.object({
      figures: z.array(
        z.object({
          id: z.enum(figureIds),
          value: z.number().nullable(),
          part: count.nullable(),
          whole: count,
        }),
      ),
      reasons: z.array(z.object({ name: text, requests: count })),
      types: z.array(z.object({ name: text, requests: count, declined: count })),
      departments: z.array(z.object({ name: text, requests: count, declined: count })),
    }),
  }),
  figureRows: route({
    method: 'GET',
    path: '/intake/figures/{id}/rows',
    access: read,
    summary: 'List the requests behind a figure',
    input: Span.extend({ id: z.enum(figureIds), ...paged(50) }),
    output: z.object({
      total: count,
      items: z.array(
        z.object({
          ...{ id: text, number: count, title: text, type: text, department: text, state: text },
          ...{ receivedAt: text, counts: text },
        }),
      ),
    }),
  }),
}

export const typeRoutes = {
  types: route({
    method: 'GET',
    path: '/intake/types',
    access: read,
    summary: 'List the request types',
    input: z.object({ isRetired: z.boolean().default(false) }),
    output: z.object({ items: z.array(RequestType), can: z.object({ manage: z.boolean() }) }),
  }),
  addType: route({
    method: 'POST',
    path: '/intake/types',
    access: manage,
    summary: 'Add a request type',
    input: TypeInput,
    output: RequestType,
  }),
  changeType: route({
    method: 'PATCH',
    path: '/intake/types/{id}',
    access: manage,
    summary: 'Change a request type; requests filed before keep the questions they answered',
    input: TypeSaid.partial().extend({ id: text, version: count, reason }),
    output: RequestType,
  }),
  retireType: route({
    method: 'PUT',
    path: '/intake/types/{id}/retirement',
    access: manage,
    summary: 'Retire a request type, or offer it again',
    input: One.extend({ isRetired: z.boolean() }),
    output: RequestType,
  }),
  typeVersions: route({
    method: 'GET',
    path: '/intake/types/{id}/versions',
    access: read,
    summary: 'Read the earlier versions of a request type',
    input: One,
    output: z.object({
      items: z.array(z.object({ version: count, definition: TypeInput, reason: text, by: text, at: text })),
    }),
  }),
}
