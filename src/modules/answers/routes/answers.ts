import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Words } from '../../threads/contract.ts'
import { Assumption, Load, Similar } from '../things.ts'

const read = 'answers:read' as const
const write = 'answers:write' as const
const text = z.string()
const version = z.number().int().min(0)

export const answerRoutes = {
  find: route({
    method: 'GET',
    path: '/answers',
    access: read,
    summary: 'Search the published answers',
    input: z.object({ q: text.max(300).default('') }),
    output: z.object({ items: z.array(Similar) }),
  }),
  faq: route({
    method: 'GET',
    path: '/answers/public',
    access: 'public',
    summary: 'Search the answers that are published to everybody',
    input: z.object({ q: text.max(300).default('') }),
    output: z.object({
      organisation: text,
      items: z.array(Similar.omit({ audience: true })),
    }),
  }),
  verdict: route({
    method: 'POST',
    path: '/answers/{id}/verdicts',
    access: read,
    summary: 'Say whether a published answer answered it',
    input: One.extend({ version, isHelped: z.boolean() }),
    output: z.object({}),
  }),
  faqVerdict: route({
    method: 'POST',
    path: '/answers/public/{id}/verdicts',
    access: 'public',
    summary: 'Say without an account whether an answer published to everybody answered it',
    input: One.extend({ version, isHelped: z.boolean() }),
    output: z.object({}),
  }),
  markRead: route({
    method: 'POST',
    path: '/answers/{id}/reading',
    access: read,
    summary: 'Say that you have read a published answer',
    input: One.extend({ version }),
    output: z.object({}),
  }),
}

export const loadRoutes = {
  load: route({
    method: 'GET',
    path: '/question-load',
    access: read,
    summary: 'Read how many questions came in by week, how many were asked before, and what made people ask',
    input: z.object({ weeks: z.number().int().min(1).max(104).default(12) }),
    output: Load,
  }),
  assumptions: route({
    method: 'GET',
    path: '/question-load/assumptions',
    access: read,
    summary: 'Read how long answering by hand is taken to last, in every version',
    input: z.object({}),
    output: z.object({
      versions: z.array(
        z.object({
          version,
          assumption: Assumption,
          reason: text,
          by: text.nullable(),
          changedAt: text.nullable(),
        }),
      ),
    }),
  }),
  assume: route({
    method: 'PUT',
    path: '/question-load/assumptions',
    access: write,
    summary: 'Say anew how long answering a question by hand is taken to last',
    input: Assumption.extend({ version, reason: Words.max(300, 'holds 300 letters at most') }),
    output: z.object({}),
  }),
}
