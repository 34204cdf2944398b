import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One, paged, pageOf } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import {
  Alike,
  Asked,
  count,
  Price,
  Request,
  RequestLine,
  reasons,
  SaidDay,
  Terms,
  text,
  Words,
} from '../things.ts'

const read = 'intake:read' as const
const triage = 'intake:triage' as const
/** The version that was on the screen: who decides second is told. */
const Seen = One.extend({ version: count })
const told = Words(2000).min(1, 'needs words')
/** None filled in: what is left out stays. */
const Completed = z.object({
  title: Asked.shape.title,
  ...{ purpose: Asked.shape.purpose, hurry: Asked.shape.hurry, impact: Asked.shape.impact },
  department: Line(120),
})
export const Displaced = z.object({ itemId: text.max(80), dueOn: SaidDay, words: Words(1000).default('') })

export const triageRoutes = {
  list: route({
    method: 'GET',
    path: '/intake/requests',
    access: read,
    summary: 'List requests',
    input: z.object({
      only: z
        .enum(['waiting', 'mine', 'asked', 'deferred', 'consent', 'accepted', 'declined', 'all'])
        .default('all'),
      q: text.max(200).default(''),
      typeId: text.max(80).optional(),
      /** Of those that became this item, or were merged into it. */
      itemId: text.max(80).optional(),
      ...paged(100, 500),
    }),
    output: pageOf(RequestLine).extend({ waiting: count }),
  }),
  show: route({
    method: 'GET',
    path: '/intake/requests/{id}',
    access: read,
    summary: 'Show a request with all that was said and decided, by its id or its number',
    input: One,
    output: Request,
  }),
  alike: route({
    method: 'GET',
    path: '/intake/requests/{id}/alike',
    access: read,
    summary: 'List requests and items that resemble a request',
    input: One,
    output: z.object({
      requests: z.array(
        z.object({ id: text, number: count, title: text, state: text, reasons: z.array(text) }),
      ),
      items: z.array(Alike.extend({ id: text })),
    }),
  }),
  displaceable: route({
    method: 'GET',
    path: '/intake/boards/{id}/displaceable',
    access: triage,
    summary: 'List the items of a board that an urgent request could displace, with who has to consent',
    input: One,
    output: z.object({
      items: z.array(
        z.object({
          id: text,
          name: text,
          owner: text,
          isMine: z.boolean(),
          dueOn: text.nullable(),
          isVision: z.boolean(),
        }),
      ),
    }),
  }),
  price: route({
    method: 'GET',
    path: '/intake/requests/{id}/price',
    access: triage,
    summary: 'Price a request in points of the vision share before anybody says yes',
    input: One.extend({
      ...Terms.pick({
        ...{ typeId: true, assigneeIds: true, serves: true, estimateMinutes: true, promisedOn: true },
      }).shape,
      displaces: Displaced.pick({ itemId: true, dueOn: true }).nullable().default(null),
    }),
    output: Price,
  }),
  accept: route({
    method: 'POST',
    path: '/intake/requests/{id}/acceptance',
    access: triage,
    summary: 'Accept a request: it becomes an item, or waits for the consent of whom it displaces',
    input: Seen.extend({ ...Terms.shape, displaces: Displaced.nullable().default(null) }),
    output: Request,
  }),
  decline: route({
    method: 'POST',
    path: '/intake/requests/{id}/refusal',
    access: triage,
    summary: 'Decline a request with a reason and, where there is one, an alternative',
    input: Seen.extend({
      reason: z.enum(reasons),
      words: told,
      alternative: Words(1000).default(''),
      /** The published answer that answers it: counted there as asked again. */
      answerId: text.max(80).nullable().default(null),
    }),
    output: Request,
  }),
  defer: route({
    method: 'POST',
    path: '/intake/requests/{id}/deferral',
    access: triage,
    summary: 'Put a request off until a day; it comes back by itself',
    input: Seen.extend({ until: SaidDay, words: Words(2000).default('') }),
    output: Request,
  }),
  merge: route({
    method: 'POST',
    path: '/intake/requests/{id}/merger',
    access: triage,
    summary: 'Merge a request into another one, or into an item under way',
    input: Seen.extend({
      requestId: text.max(80).nullable().default(null),
      itemId: text.max(80).nullable().default(null),
      words: Words(2000).default(''),
    }),
    output: Request,
  }),
  askBack: route({
    method: 'POST',
    path: '/intake/requests/{id}/questions',
    access: triage,
    summary: 'Ask whoever filed a request something back',
    input: Seen.extend({ words: told }),
    output: Request,
  }),
  undo: route({
    method: 'POST',
    path: '/intake/requests/{id}/reversal',
    access: triage,
    summary: 'Undo the last decision on a request, where nobody built on it',
    input: Seen,
    output: Request,
  }),
  complete: route({
    method: 'PATCH',
    path: '/intake/requests/{id}',
    access: triage,
    summary: 'Complete a request that came by e-mail',
    input: Seen.extend({
      typeId: text.max(80).optional(),
      ...Completed.partial().shape,
      wishedOn: SaidDay.nullable().optional(),
    }),
    output: Request,
  }),
  settleAppeal: route({
    method: 'POST',
    path: '/intake/requests/{id}/appeal',
    access: triage,
    summary: 'Answer an appeal: open the request again, or let the decision stand with a reason',
    input: Seen.extend({ isUpheld: z.boolean(), words: told }),
    output: Request,
  }),
  fromMail: route({
    method: 'POST',
    path: '/intake/mails',
    access: triage,
    summary: 'Make a request of an e-mail that is handed in as a file (.eml)',
    input: z.object({ name: Line(200).default('mail.eml') }),
    output: z.object({ id: text, number: count, notes: z.array(text) }),
    upload: true,
  }),
  handOutLink: route({
    method: 'POST',
    path: '/intake/requests/{id}/link',
    access: triage,
    summary: 'Make a new link to follow a request, or take every link to it back',
    input: One.extend({ isTakenBack: z.boolean().default(false) }),
    output: z.object({ path: text.nullable() }),
    secret: true,
  }),
}
