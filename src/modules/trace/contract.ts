import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'

const text = z.string()
const Which = { kind: text.max(40), id: text.max(80) }
const Parent = z.object(Which)

/** A record on the way up or down; `name` is null where the asker may not read its kind. */
export const Traced = z.object({
  ...Which,
  title: text,
  name: text.nullable(),
  note: text.nullable(),
  path: text.nullable(),
})
export type Traced = z.infer<typeof Traced>

export const trace = contract(
  'trace',
  {
    show: route({
      method: 'GET',
      path: '/trace/{kind}/{id}',
      access: 'member',
      summary: 'Show what a record serves, up to the vision, and what serves it',
      input: z.object(Which),
      output: z.object({
        /** The nearest first. */
        up: z.array(Traced),
        down: z.array(Traced),
        /** How many records serve it in all, those further down included. */
        below: z.number().int(),
        reachesTop: z.boolean(),
        says: text,
        /** Why what it serves cannot be changed any more. */
        whyNotElsewhere: text.nullable(),
        can: z.object({ link: z.boolean() }),
      }),
    }),
    candidates: route({
      method: 'GET',
      path: '/trace/{kind}/{id}/candidates',
      access: 'member',
      summary: 'Find records that a record may be linked up to',
      input: z.object({ ...Which, words: text.max(200).default('') }),
      output: z.object({ items: z.array(Traced) }),
    }),
    link: route({
      method: 'PUT',
      path: '/trace/{kind}/{id}/parent',
      access: 'member',
      summary: 'Link a record up to what it serves, or take the link away',
      input: z.object({ ...Which, parent: Parent.nullable() }),
      output: z.object({}),
    }),
  },
  {
    linked: event('linked {child} up to {parent}', z.object({ child: text, parent: text })),
    unlinked: event('took the link of {child} away', z.object({ child: text })),
  },
)
