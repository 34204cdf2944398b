import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Asked, count, Followed, OfferedType, Outlook, RequestLine, SaidDay, text, Words } from '../things.ts'

const token = text.max(700)
const Held = z.object({ token })
const told = Words(5000).min(1, 'needs words')

/** What whoever asks does, with or without an account. */
export const doorRoutes = {
  door: route({
    method: 'GET',
    path: '/intake/door',
    access: 'public',
    summary: 'Show what can be asked of us, and whom to ask for what',
    input: z.object({}),
    output: z.object({
      organisation: text,
      types: z.array(OfferedType),
      /** How many more are offered to those who sign in. */
      isMember: z.boolean(),
      me: z.object({ name: text, email: text }).nullable(),
      contacts: z.array(z.object({ area: text, who: text, how: text })),
    }),
  }),
  outlook: route({
    method: 'GET',
    path: '/intake/outlook',
    access: 'public',
    summary: 'Say at once what resembles a request, what is answered already, the earliest day and the price',
    input: z.object({
      typeId: text.max(80),
      title: text.max(200).default(''),
      words: text.max(1000).default(''),
      wishedOn: SaidDay.optional(),
    }),
    output: Outlook,
  }),
  openForm: route({
    method: 'GET',
    path: '/intake/form',
    access: 'public',
    summary: 'Open a form for a request: a ticket for sending it once, within a day',
    input: z.object({}),
    output: z.object({ ticket: text }),
  }),
  openFiles: route({
    method: 'POST',
    path: '/intake/files',
    access: 'public',
    summary: 'Begin to hand in files with a request',
    input: z.object({}),
    output: z.object({ key: text, until: text }),
    secret: true,
  }),
  file: route({
    method: 'POST',
    path: '/intake/requests',
    access: 'public',
    summary: 'File a request',
    input: Asked.extend({
      typeId: text.max(80),
      /** Of the type whose questions were answered. */
      typeVersion: count,
      ticket: text.max(300),
      /** Stays empty: people do not see it. */
      website: text.max(300).default(''),
      filesKey: text.max(64).nullable().default(null),
    }),
    output: z.object({ number: count, path: text }),
    secret: true,
  }),
  mine: route({
    method: 'GET',
    path: '/intake/mine',
    access: 'member',
    summary: 'List the requests that you filed',
    input: z.object({}),
    output: z.object({
      items: z.array(
        RequestLine.pick({
          id: true,
          number: true,
          title: true,
          type: true,
          state: true,
          receivedAt: true,
        }).extend({ path: text, words: text }),
      ),
    }),
  }),
  follow: route({
    method: 'GET',
    path: '/intake/asked/{token}',
    access: 'public',
    summary: 'Follow a request with its signed link',
    input: Held,
    output: Followed,
  }),
  reply: route({
    method: 'POST',
    path: '/intake/asked/{token}/replies',
    access: 'public',
    summary: 'Answer what was asked back about a request',
    input: Held.extend({ words: told }),
    output: Followed,
    secret: true,
  }),
  appeal: route({
    method: 'POST',
    path: '/intake/asked/{token}/appeal',
    access: 'public',
    summary: 'Ask once for a declined request to be looked at again',
    input: Held.extend({ words: told }),
    output: Followed,
    secret: true,
  }),
  withdraw: route({
    method: 'POST',
    path: '/intake/asked/{token}/withdrawal',
    access: 'public',
    summary: 'Withdraw a request that is not needed any more',
    input: Held.extend({ words: Words(1000).default('') }),
    output: Followed,
    secret: true,
  }),
  takeAlternative: route({
    method: 'PUT',
    path: '/intake/asked/{token}/alternative',
    access: 'public',
    summary: 'Say that the alternative to a declined request helps, or that it does not',
    input: Held.extend({ isTaken: z.boolean() }),
    output: Followed,
    secret: true,
  }),
  addFiles: route({
    method: 'POST',
    path: '/intake/asked/{token}/files',
    access: 'public',
    summary: 'Hang files that were handed in on a request',
    input: Held.extend({ filesKey: text.max(64) }),
    output: Followed,
    secret: true,
  }),
}
