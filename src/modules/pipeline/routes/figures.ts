import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import {
  cohort,
  count,
  day,
  FunnelGroup,
  FunnelStep,
  Stage,
  StageReadOut,
  StageSet,
  share,
  text,
  Week,
} from '../things.ts'

export const figures = {
  stages: route({
    method: 'GET',
    path: '/stages',
    access: 'member',
    summary: 'The stage definitions in force, and every version before them',
    input: z.object({}),
    output: z.object({ current: StageSet, versions: z.array(StageSet), attributes: z.array(text) }),
  }),
  changeStages: route({
    method: 'PUT',
    path: '/stages',
    access: 'stages:manage',
    summary:
      'Change names, order, entry rules or SLA of the stages; figures are rebuilt, the old version stays on record',
    input: z.object({
      stages: z.array(Stage).min(2).max(12),
      reason: text.min(3).max(500),
      version: count,
    }),
    output: StageSet,
  }),
  funnel: route({
    method: 'GET',
    path: '/pipeline/funnel',
    access: 'metrics:read',
    summary: 'The funnel of a cohort: stages, conversion within a horizon, time in stage, where it leaks',
    input: z.object({ ...cohort, horizon: count.min(1).max(3650).optional(), by: text.optional() }),
    output: z.object({
      cohort: z.object({
        from: text.nullable(),
        to: text.nullable(),
        size: count,
        kind: z.enum(['contact', 'opportunity']),
      }),
      horizon: count.nullable(),
      total: z.array(FunnelStep),
      groups: z.array(FunnelGroup),
      rejections: z.array(z.object({ reason: text.nullable(), leads: count })),
      /** The biggest leak in words. */
      finding: text.nullable(),
      notes: z.array(text),
    }),
  }),
  conversion: route({
    method: 'GET',
    path: '/pipeline/conversion',
    access: 'metrics:read',
    summary: 'Conversion between any two stages by cohort month within a horizon',
    input: z.object({
      ...cohort,
      fromStage: text,
      toStage: text,
      horizon: count.min(1).max(3650).default(90),
      grain: z.enum(['week', 'month', 'quarter', 'year']).default('month'),
    }),
    output: z.object({
      cohorts: z.array(
        z.object({
          period: text,
          entered: count,
          converted: count,
          rate: share,
          interval: z.tuple([z.number(), z.number()]).nullable(),
          mature: z.boolean(),
        }),
      ),
      notes: z.array(text),
    }),
  }),
  trajectory: route({
    method: 'GET',
    path: '/pipeline/trajectory',
    access: 'metrics:read',
    summary: 'Weekly leads through the stages: level, direction, speed, maturity and expected conversions',
    input: z.object({ to: day.optional(), weeks: count.min(4).max(260).default(26), where: cohort.where }),
    output: z.object({
      /** `imputed`: not one entry in these weeks has a date of its own. */
      stages: z.array(z.object({ id: text, name: text, imputed: z.boolean() })),
      weeks: z.array(Week),
      readOuts: z.array(StageReadOut),
      finding: text.nullable(),
      notes: z.array(text),
      /** The newest day that counts. */
      asOf: text,
      /** The weeks a level is the mean of. */
      levelOf: z.object({ from: text, to: text, weeks: count }).nullable(),
      /** The last week still runs, or the data ends within it. */
      isLastSoFar: z.boolean(),
    }),
  }),
  timeInStage: route({
    method: 'GET',
    path: '/pipeline/time-in-stage',
    access: 'metrics:read',
    summary: 'Time in a stage: Kaplan–Meier median and P85, competing exits by Aalen–Johansen',
    input: z.object({ ...cohort, stage: text }),
    output: z.object({
      stage: text,
      entries: count,
      open: count,
      median: share,
      medianInterval: z.tuple([share, share]),
      p85: share,
      curve: z.array(z.object({ day: z.number(), stays: z.number(), lower: z.number(), upper: z.number() })),
      exits: z.array(
        z.object({
          cause: text,
          share: z.number(),
          curve: z.array(z.object({ day: z.number(), share: z.number() })),
        }),
      ),
      overdue: count,
      notes: z.array(text),
    }),
  }),
  sla: route({
    method: 'GET',
    path: '/pipeline/sla',
    access: 'metrics:read',
    summary: 'Stages with an SLA: kept, broken, open and overdue; rejections by reason',
    input: z.object(cohort),
    output: z.object({
      stages: z.array(
        z.object({
          stage: text,
          name: text,
          slaDays: count,
          kept: count,
          broken: count,
          open: count,
          overdue: count,
        }),
      ),
      rejections: z.array(z.object({ reason: text.nullable(), leads: count })),
    }),
  }),
}
