import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { AnswerText, Audience, Channel, Line, Question, QuestionText, Similar } from '../things.ts'

const read = 'answers:read' as const
const write = 'answers:write' as const
const text = z.string()
const version = z.number().int().min(0)
const reason = text.trim().max(300, 'holds 300 letters at most').default('')

export const questionRoutes = {
  questions: route({
    method: 'GET',
    path: '/questions',
    access: read,
    summary: 'List what people ask, how often, and what is answered',
    input: z.object({ only: z.enum(['all', 'open', 'draft', 'published', 'due', 'mine']).default('all') }),
    output: z.object({ items: z.array(Line) }),
  }),
  like: route({
    method: 'GET',
    path: '/questions/like',
    access: read,
    summary: 'List the answers and questions that resemble what somebody types',
    input: z.object({ q: text.min(1).max(300) }),
    output: z.object({
      answers: z.array(Similar),
      questions: z.array(Line.pick({ id: true, text: true, asked: true, state: true })),
    }),
  }),
  show: route({
    method: 'GET',
    path: '/questions/{id}',
    access: read,
    summary: 'Read a question: its answer in every version, each time it was asked, who read it',
    input: One,
    output: Question,
  }),
  resembling: route({
    method: 'GET',
    path: '/questions/{id}/similar',
    access: read,
    summary: 'List other questions that may be the same in other words',
    input: One,
    output: z.object({ items: z.array(Line.pick({ id: true, text: true, asked: true, state: true })) }),
  }),
  ask: route({
    method: 'POST',
    path: '/questions',
    access: read,
    summary: 'Ask a question, or note that somebody asked it, once more or for the first time',
    input: z.object({
      text: QuestionText,
      channel: Channel.default('product'),
      /** Who asked, where it was somebody else than whoever notes it. */
      askedBy: text.trim().max(120, 'holds 120 letters at most').default(''),
      askedOn: z.iso.date().nullable().default(null),
      cause: text.trim().max(160, 'holds 160 letters at most').default(''),
      about: z
        .object({ kind: text.max(40), id: text.max(80) })
        .nullable()
        .default(null),
      /** The question that it is the same as. */
      sameAs: text.max(80).nullable().default(null),
      /** The published answer of that question was shown and was enough. */
      isHelped: z.boolean().default(false),
    }),
    output: z.object({ id: text, occasionId: text }),
  }),
  takeBack: route({
    method: 'DELETE',
    path: '/questions/occasions/{id}',
    access: read,
    summary: 'Take back that a question was asked; it can be put back',
    input: One,
    output: z.object({}),
  }),
  putBack: route({
    method: 'POST',
    path: '/questions/occasions/{id}/restoration',
    access: read,
    summary: 'Say again that a question was asked, after it was taken back',
    input: One,
    output: z.object({}),
  }),
  merge: route({
    method: 'PUT',
    path: '/questions/{id}/same',
    access: write,
    summary: 'Say that a question is the same as another; both are counted and answered as one',
    input: One.extend({ intoId: text.max(80) }),
    output: z.object({}),
  }),
  part: route({
    method: 'DELETE',
    path: '/questions/{id}/same',
    access: write,
    summary: 'Take a question apart again from the one it was said to be the same as',
    input: One,
    output: z.object({}),
  }),
  save: route({
    method: 'PUT',
    path: '/questions/{id}/answer',
    access: write,
    summary: 'Write the next version of an answer; earlier ones stay to be read',
    input: One.extend({
      version,
      question: QuestionText,
      body: AnswerText,
      /** What is left out of these stays as it is; null takes it away. */
      audience: Audience.optional(),
      ownerId: text.nullable().optional(),
      reviewOn: z.iso.date().nullable().optional(),
      reason,
    }),
    output: Question,
  }),
  publish: route({
    method: 'PUT',
    path: '/questions/{id}/publication',
    access: write,
    summary: 'Publish the newest version of an answer, or take it from the page of answers',
    input: One.extend({ version, isPublished: z.boolean() }),
    output: Question,
  }),
  review: route({
    method: 'POST',
    path: '/questions/{id}/review',
    access: write,
    summary: 'Say that an answer is still right, and when to look at it again',
    input: One.extend({ version, reviewOn: z.iso.date() }),
    output: Question,
  }),
}
