import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One, paged, pageOf } from '../../kernel/paging.ts'
import { Said, Takeover, text, Understood } from './things.ts'

export * from './things.ts'

const Named = z.object({ name: text })

export const takeovers = contract(
  'takeovers',
  {
    list: route({
      method: 'GET',
      path: '/work/takeovers',
      access: 'work:manage',
      summary: 'List what was taken over from other work tools',
      input: z.object(paged(50)),
      output: pageOf(Takeover),
    }),
    show: route({
      method: 'GET',
      path: '/work/takeovers/{id}',
      access: 'work:manage',
      summary: 'Show how an export of another work tool is understood, or what came of it',
      input: One,
      output: Understood,
    }),
    inspect: route({
      method: 'POST',
      path: '/work/takeovers',
      access: 'work:manage',
      summary: 'Hand in an export of Trello, Asana, Jira, Monday, Workfront or any table; nothing lands yet',
      upload: true,
      input: z.object({ name: text.min(1).max(255), file: z.unknown().optional() }),
      output: Understood,
    }),
    understand: route({
      method: 'PATCH',
      path: '/work/takeovers/{id}',
      access: 'work:manage',
      summary: 'Say how an export is to be read: its columns, stages, people, and the board it goes to',
      input: Said.extend({ id: text, version: z.number().int().min(1) }),
      output: Understood,
    }),
    land: route({
      method: 'POST',
      path: '/work/takeovers/{id}/landing',
      access: 'work:manage',
      summary:
        'Land an export: its items with their people, checklists, comments and past, wholly or not at all',
      input: One.extend({ version: z.number().int().min(1) }),
      output: Understood,
    }),
    discard: route({
      method: 'DELETE',
      path: '/work/takeovers/{id}',
      access: 'work:manage',
      summary: 'Throw away an export that was handed in and has not landed',
      input: One,
      output: z.object({}),
    }),
    undo: route({
      method: 'POST',
      path: '/work/takeovers/{id}/reversal',
      access: 'work:manage',
      summary: 'Undo a takeover: everything it brought is gone',
      input: One.extend({ evenIfChanged: z.boolean().default(false) }),
      output: Understood,
    }),
    rejects: route({
      method: 'GET',
      path: '/work/takeovers/{id}/rejects',
      access: 'work:manage',
      summary: 'Download the rows that could not be read, each with its reason',
      download: true,
      input: One,
      output: z.object({ name: text, type: text, body: z.unknown() }),
    }),
    origin: route({
      method: 'GET',
      path: '/work/items/{id}/origin',
      access: 'work:read',
      summary: 'Read where an item that was taken over came from and what happened to it there',
      input: One,
      output: z.object({
        origin: z
          .object({
            ...{ source: text, path: text.nullable(), people: z.array(text), at: text },
            happened: z.array(z.object({ by: text, at: text, words: text })),
          })
          .nullable(),
      }),
    }),
  },
  {
    handedIn: event('handed in {name} of another work tool', Named, 'work:manage'),
    understood: event('said how {name} of another work tool is read', Named, 'work:manage'),
    landed: event(
      'took {added} items over from {name}',
      Named.extend({ added: z.number().int() }),
      'work:manage',
    ),
    discarded: event('threw away {name} of another work tool', Named, 'work:manage'),
    undone: event('undid the takeover of {name}', Named, 'work:manage'),
  },
)
