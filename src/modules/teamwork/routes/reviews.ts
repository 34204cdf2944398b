import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { PlanDay } from '../../../kernel/plan-day.ts'
import {
  Improvement,
  ImprovementState,
  ImprovementTerms,
  Review,
  ReviewLine,
  ReviewTerms,
} from '../things/review.ts'
import { version } from '../things/words.ts'

const reason = z.string().trim().max(500).default('')

export const reviewRoutes = {
  reviews: route({
    method: 'GET',
    path: '/reviews',
    access: 'teamwork:read',
    summary: 'List blameless reviews, the open ones first',
    input: z.object({}),
    output: z.object({ items: z.array(ReviewLine) }),
  }),
  review: route({
    method: 'GET',
    path: '/reviews/{id}',
    access: 'teamwork:read',
    summary: 'One blameless review with the changes of the process that it ended in',
    input: One,
    output: Review,
  }),
  openReview: route({
    method: 'POST',
    path: '/reviews',
    access: 'teamwork:write',
    summary: 'Open a blameless review: what happened, what was expected, what in the process allowed it',
    input: ReviewTerms.extend({
      timeline: ReviewTerms.shape.timeline.default([]),
      isOwn: z.boolean().default(false),
    }),
    output: Review,
  }),
  changeReview: route({
    method: 'PATCH',
    path: '/reviews/{id}',
    access: 'teamwork:write',
    summary: 'Change a review you opened; what is left out stays. Refused when it changed since `version`',
    input: One.extend({ version, ...changesOf(ReviewTerms).shape }),
    output: Review,
  }),
  closeReview: route({
    method: 'PUT',
    path: '/reviews/{id}/state',
    access: 'teamwork:write',
    summary: 'Close a review that ended in a change of the process, or say why none; or open it again',
    input: One.extend({ version, isClosed: z.boolean(), whyNone: reason }),
    output: Review,
  }),
  improvements: route({
    method: 'GET',
    path: '/improvements',
    access: 'teamwork:read',
    summary: 'List the changes of the process with their measures before and after',
    input: z.object({ state: ImprovementState.optional() }),
    output: z.object({ items: z.array(Improvement) }),
  }),
  addImprovement: route({
    method: 'POST',
    path: '/improvements',
    access: 'teamwork:write',
    summary: 'Add a change of the process: what, who owns it, by when, measured by what',
    input: ImprovementTerms.extend({
      reviewId: z.string().max(80).nullable().default(null),
      why: ImprovementTerms.shape.why.default(''),
      metric: ImprovementTerms.shape.metric.default(null),
      measure: ImprovementTerms.shape.measure.default(''),
      unit: ImprovementTerms.shape.unit.default(''),
    }),
    output: Improvement,
  }),
  changeImprovement: route({
    method: 'PATCH',
    path: '/improvements/{id}',
    access: 'teamwork:write',
    summary: 'Change an improvement you own; its measure stays once something was measured by it',
    input: One.extend({ version, ...changesOf(ImprovementTerms).shape }),
    output: Improvement,
  }),
  measure: route({
    method: 'POST',
    path: '/improvements/{id}/measurements',
    access: 'teamwork:write',
    summary:
      'Measure an improvement before or after: a metric is counted over the 28 days up to `on`, other numbers are given; or say why there is no measure',
    input: One.extend({
      version,
      when: z.enum(['before', 'after']),
      on: PlanDay.nullable().default(null),
      value: z.number().min(-1e15).max(1e15).nullable().default(null),
      whyNone: reason,
    }),
    output: Improvement,
  }),
  moveImprovement: route({
    method: 'PUT',
    path: '/improvements/{id}/state',
    access: 'teamwork:write',
    summary: 'Begin, adopt or drop an improvement, or take it up again',
    input: One.extend({ version, state: ImprovementState, reason }),
    output: Improvement,
  }),
}
