import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import { Note, NoteText, OnDay, parts, text } from '../things.ts'

const token = text.max(700)

export const reviewRoutes = {
  note: route({
    method: 'POST',
    path: '/sprints/{id}/notes',
    access: 'work:read',
    summary: 'Say something in the review: of the product, of how the work went, or what to change',
    input: One.extend({ part: z.enum(parts), text: NoteText }),
    output: Note,
  }),
  removeNote: route({
    method: 'DELETE',
    path: '/sprints/notes/{id}',
    access: 'work:read',
    summary: 'Take back what you said in a review',
    input: One,
    output: z.object({ removed: z.boolean() }),
  }),
  improve: route({
    method: 'POST',
    path: '/sprints/notes/{id}/improvement',
    access: 'work:write',
    summary: 'Make an improvement of what was said, with an owner, a day and a measure',
    input: One.extend({
      ownerId: text.max(80),
      dueOn: OnDay,
      /** What tells that it got better, counted before and after. */
      measure: Line(120).min(1, 'needs words'),
      unit: Line(20).min(1, 'needs a unit'),
    }),
    output: Note,
  }),
  makeLink: route({
    method: 'POST',
    path: '/sprints/{id}/feedback-links',
    access: 'work:write',
    summary: 'Make a link by which somebody without an account gives feedback, for 30 days',
    input: One,
    output: z.object({ path: text, expiresAt: text }),
    secret: true,
  }),
  takeLinksBack: route({
    method: 'DELETE',
    path: '/sprints/{id}/feedback-links',
    access: 'work:write',
    summary: 'Take all links for feedback on a sprint back',
    input: One,
    output: z.object({ takenBack: z.boolean() }),
  }),
  visit: route({
    method: 'GET',
    path: '/sprint-feedback/{token}',
    access: 'public',
    summary: 'Show what a link for feedback opens: the goal of a sprint and how much of it is done',
    input: z.object({ token }),
    output: z.object({
      team: text,
      name: text,
      goal: text,
      endsOn: text,
      items: z.number(),
      done: z.number(),
    }),
  }),
  giveFeedback: route({
    method: 'POST',
    path: '/sprint-feedback/{token}',
    access: 'public',
    summary: 'Give feedback by a link: on the product, or on how the work went',
    input: z.object({
      token,
      by: Line(80).min(2, 'needs your name'),
      part: z.enum(['product', 'process']),
      text: NoteText,
    }),
    output: z.object({ kept: z.boolean() }),
  }),
}
