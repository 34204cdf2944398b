import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'

const text = z.string()
const Which = { kind: text.max(40), id: text.max(80) }
const Named = z.object({ id: text, name: text })
const version = z.number().int().min(1)

const longest = 10_000
const turning = /[\u202a-\u202e\u2066-\u2069]/
/** Plain words; nothing that hides or turns around what people read. */
export const Words = text
  .trim()
  .min(1, 'needs words')
  .max(longest, `holds ${longest} letters at most`)
  .refine((words) => !turning.test(words), 'must not hold characters that turn text around')
const mentions = z.array(text.max(80)).max(50, 'mentions 50 people at most').default([])

export const Reply = z.object({
  id: text,
  by: text,
  at: text,
  /** Empty where it was removed. */
  text,
  mentions: z.array(Named),
  version: z.number().int(),
  editedAt: text.nullable(),
  isNew: z.boolean(),
  isRemoved: z.boolean(),
  can: z.object({ edit: z.boolean(), putBack: z.boolean() }),
})
export type Reply = z.infer<typeof Reply>

export const Comment = Reply.extend({
  resolved: z.object({ by: text, at: text }).nullable(),
  replies: z.array(Reply),
})
export type Comment = z.infer<typeof Comment>

export const Shown = z.object({
  /** The newest last; of those resolved, too. */
  items: z.array(Comment),
  /** How many began a thread in all, and how many of those are open. */
  total: z.number().int(),
  open: z.number().int(),
  unread: z.number().int(),
  isWatching: z.boolean(),
  watchers: z.array(Named),
})
export type Shown = z.infer<typeof Shown>

const What = z.object({ what: text })

export const threads = contract(
  'threads',
  {
    show: route({
      method: 'GET',
      path: '/threads/{kind}/{id}',
      access: 'member',
      summary: 'Read the comments on a record that you may read',
      input: z.object({ ...Which, limit: z.number().int().min(1).max(500).default(50) }),
      output: Shown,
    }),
    people: route({
      method: 'GET',
      path: '/threads/{kind}/{id}/people',
      access: 'member',
      summary: 'List who may read a record, and so may be mentioned',
      input: z.object(Which),
      output: z.object({ items: z.array(Named.extend({ title: text })) }),
    }),
    history: route({
      method: 'GET',
      path: '/comments/{id}/versions',
      access: 'member',
      summary: 'Read every wording that a comment has had',
      input: One,
      output: z.object({ items: z.array(z.object({ version: z.number(), text, at: text })) }),
    }),
    comment: route({
      method: 'POST',
      path: '/threads/{kind}/{id}/comments',
      access: 'member',
      summary: 'Comment on a record that you may read, or reply',
      input: z.object({ ...Which, text: Words, mentions, replyTo: text.max(80).nullable().default(null) }),
      output: z.object({ id: text }),
    }),
    edit: route({
      method: 'PATCH',
      path: '/comments/{id}',
      access: 'member',
      summary: 'Put your own comment in other words; the earlier ones stay to be read',
      input: One.extend({ version, text: Words, mentions }),
      output: z.object({ version: z.number() }),
    }),
    remove: route({
      method: 'DELETE',
      path: '/comments/{id}',
      access: 'member',
      summary: 'Remove your own comment; it can be put back',
      input: One,
      output: z.object({}),
    }),
    putBack: route({
      method: 'POST',
      path: '/comments/{id}/restoration',
      access: 'member',
      summary: 'Put your own removed comment back',
      input: One,
      output: z.object({}),
    }),
    resolve: route({
      method: 'PUT',
      path: '/comments/{id}/resolution',
      access: 'member',
      summary: 'Say that what a comment began is settled, or open it again',
      input: One.extend({ isResolved: z.boolean() }),
      output: z.object({}),
    }),
    watch: route({
      method: 'PUT',
      path: '/threads/{kind}/{id}/watch',
      access: 'member',
      summary: 'Be told of comments on a record, or no more',
      input: z.object({ ...Which, isWatching: z.boolean() }),
      output: z.object({}),
    }),
    read: route({
      method: 'POST',
      path: '/threads/{kind}/{id}/reading',
      access: 'member',
      summary: 'Say that you have read the comments on a record',
      input: z.object(Which),
      output: z.object({}),
    }),
  },
  {
    commented: event('commented on a {what}', What),
    edited: event('reworded a comment on a {what}', What),
    removed: event('removed a comment on a {what}', What),
    putBack: event('put a comment on a {what} back', What),
    resolved: event('settled what a comment on a {what} began', What),
    reopened: event('opened again what a comment on a {what} began', What),
    watched: event('watches a {what}', What),
    unwatched: event('watches a {what} no more', What),
    read: event('read the comments on a {what}', What),
  },
)
