import { z } from 'zod'
import { Named, Standing } from './kpi.ts'

const text = z.string()
const day = z.iso.date()
const share = z.number().min(0).max(1)

export const Level = z.enum(['objective', 'goal', 'initiative'])
export type Level = z.infer<typeof Level>
export const GoalState = z.enum(['open', 'done', 'dropped'])
export type GoalState = z.infer<typeof GoalState>

/** What moves a goal: a KPI agreement in force, or a goal below it. */
const Part = z.object({
  kind: z.enum(['kpi', 'goal']),
  id: text,
  name: text,
  weight: z.number(),
  share: share.nullable(),
  course: Standing.shape.course.nullable(),
  says: text,
})
export type Part = z.infer<typeof Part>

export const Progress = z.object({
  share: share.nullable(),
  /** How it came about: by its parts, typed by somebody, said to be done, or not known. */
  by: z.enum(['parts', 'typed', 'done', 'nothing']),
  /** How much of its period has passed. */
  passed: share,
  says: text,
  parts: z.array(Part),
})
export type Progress = z.infer<typeof Progress>

export const Goal = z.object({
  id: text,
  name: text,
  level: Level,
  levelTitle: text,
  description: text,
  period: z.object({ from: day, to: day, label: text }),
  owner: Named.nullable(),
  weight: z.number(),
  state: GoalState,
  parent: z.object({ kind: text, id: text }).nullable(),
  typed: z.object({ share, note: text, by: text, at: text }).nullable(),
  progress: Progress,
  version: z.number().int(),
  changedBy: text,
  changedAt: text,
  can: z.object({ manage: z.boolean(), whyNotType: text.nullable() }),
})
export type Goal = z.infer<typeof Goal>

export const GoalInput = z.object({
  name: z.string().trim().min(3, 'takes at least 3 letters').max(140),
  level: Level,
  description: z.string().trim().max(2000).default(''),
  /** First and last day: whole fiscal months. */
  from: day,
  to: day,
  ownerId: text.nullable().default(null),
  weight: z.number().gt(0, 'is more than 0').max(1000).default(1),
})
