import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Feedback, FeedbackTerms, Timeliness } from '../things/feedback.ts'
import { Lesson, LessonTerms } from '../things/lesson.ts'
import { version, words } from '../things/words.ts'

export const learningRoutes = {
  feedback: route({
    method: 'GET',
    path: '/feedback',
    access: 'teamwork:write',
    summary: 'Read the feedback you gave and received, and how soon it came; nobody else can',
    input: z.object({}),
    output: z.object({ items: z.array(Feedback), given: Timeliness, received: Timeliness }),
  }),
  timeliness: route({
    method: 'GET',
    path: '/feedback/timeliness',
    access: 'teamwork:manage',
    summary: 'How soon feedback comes over everybody, once at least five people give and receive it',
    input: z.object({}),
    output: Timeliness,
  }),
  giveFeedback: route({
    method: 'POST',
    path: '/feedback',
    access: 'teamwork:write',
    summary: 'Give feedback about a behaviour or an outcome; only its receiver reads it',
    input: FeedbackTerms,
    output: z.object({ id: z.string() }),
  }),
  answerFeedback: route({
    method: 'POST',
    path: '/feedback/{id}/answer',
    access: 'teamwork:write',
    summary: 'Answer feedback that you received, once; only its giver reads it',
    input: One.extend({ answer: words(1500) }),
    output: z.object({}),
  }),
  takeFeedbackBack: route({
    method: 'DELETE',
    path: '/feedback/{id}',
    access: 'teamwork:write',
    summary: 'Take back feedback you gave, until it is answered',
    input: One,
    output: z.object({}),
  }),
  lessons: route({
    method: 'GET',
    path: '/lessons',
    access: 'teamwork:read',
    summary: 'List lessons of teams and your own; with `like`, those that resemble a text, the nearest first',
    input: z.object({ like: z.string().max(4000).optional() }),
    output: z.object({ items: z.array(Lesson) }),
  }),
  addLesson: route({
    method: 'POST',
    path: '/lessons',
    access: 'teamwork:write',
    summary: 'Keep a lesson, for yourself or for a team: what, and when it is worth remembering',
    input: LessonTerms.extend({
      tags: LessonTerms.shape.tags.default([]),
      teamId: LessonTerms.shape.teamId.default(null),
    }),
    output: Lesson,
  }),
  changeLesson: route({
    method: 'PATCH',
    path: '/lessons/{id}',
    access: 'teamwork:write',
    summary: 'Put a lesson in other words; what is left out stays',
    input: One.extend({ version, ...changesOf(LessonTerms.omit({ teamId: true })).shape }),
    output: Lesson,
  }),
  removeLesson: route({
    method: 'PUT',
    path: '/lessons/{id}/removal',
    access: 'teamwork:write',
    summary: 'Take a lesson out of the log, or put it back',
    input: One.extend({ isRemoved: z.boolean() }),
    output: z.object({}),
  }),
}
