import { z } from 'zod'
import { PlanDay } from '../../../kernel/plan-day.ts'
import { Line } from '../../identity/contract.ts'

export const text = z.string()
export const count = z.number().int()
const maybe = text.nullable()
const turning = /[\u202a-\u202e\u2066-\u2069]/

/** Plain words over several lines; nothing that hides or turns around what people read. */
export const Words = (longest: number) =>
  text
    .trim()
    .max(longest, `holds ${longest.toLocaleString('en')} letters at most`)
    .refine((words) => !turning.test(words), 'must not hold characters that turn text around')

export const Named = z.object({ id: text, name: text })
export const Title = Line(300).min(1, 'needs words')
export const Label = Line(40).min(1, 'needs words')
export const OnDay = z.iso.date('is not a date: write it like 2026-02-28')

export const stageKinds = ['waiting', 'active', 'done'] as const
export const relevances = ['now', 'ahead', 'background'] as const
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export const arrivals = ['planned', 'reactive'] as const
export const phases = ['planning', 'execution', 'reflection'] as const
/** What an item must have to enter a stage; the program looks. */
export const demands = ['assignee', 'estimate', 'due', 'checks', 'vision', 'approval', 'unblocked'] as const
export type Demand = (typeof demands)[number]

export const StageInput = z.object({
  /** Of a stage that is there; a new one without. */
  id: text.optional(),
  name: Line(60).min(1, 'needs a name'),
  kind: z.enum(stageKinds),
  phase: z.enum(phases).nullable().default(null),
  /** Items at once; null for as many as come. */
  limit: z.number().int().min(1).max(1000).nullable().default(null),
  /** An item may not jump over it without a reason. */
  isRequired: z.boolean().default(false),
  /** Days an item may stay before it is late. */
  mostDays: z.number().int().min(1).max(1000).nullable().default(null),
  /** Looked at by the program when an item enters. */
  demands: z.array(z.enum(demands)).max(demands.length).default([]),
  /** Said to be so by whoever moves an item in. */
  entry: z.array(Line(200).min(1)).max(12).default([]),
  /** Said to be so by whoever moves an item on. */
  exit: z.array(Line(200).min(1)).max(12).default([]),
  /** Who approves what stands here: holders of this role. */
  approverRoleId: maybe.default(null),
})
export type StageInput = z.infer<typeof StageInput>

export const Stage = StageInput.required().extend({ id: text, place: count, items: count })
export type Stage = z.infer<typeof Stage>

export const BoardInput = z.object({
  name: Line(80).min(1, 'needs a name'),
  purpose: Line(300).default(''),
  teamId: maybe.default(null),
  /** Only its team, its owner and who manages boards see it, and pages say so. */
  isConfidential: z.boolean().default(false),
  /** Within a department, or across the enterprise. */
  scale: z.enum(['department', 'enterprise']).default('department'),
  ownerId: text,
})
export const Board = BoardInput.required().extend({
  id: text,
  owner: Named,
  team: Named.nullable(),
  stages: z.array(Stage),
  items: count,
  isArchived: z.boolean(),
  isFavourite: z.boolean(),
  version: count,
  can: z.object({ manage: z.boolean(), write: z.boolean() }),
})
export type Board = z.infer<typeof Board>

/** What another module says of an item, on its card and in lists. */
export const Badge = z.object({
  name: text,
  words: text,
  tone: z.enum(['neutral', 'good', 'bad', 'warn', 'info', 'accent']),
  path: maybe.default(null),
})
export type Badge = z.infer<typeof Badge>

export const Serves = z.object({ kind: text, id: text, name: text })

export const Item = z.object({
  id: text,
  /** As people say it: 214 is “W-214”. */
  number: count,
  title: text,
  boardId: text,
  stageId: text,
  rank: text,
  typeId: text,
  parentId: maybe,
  assignees: z.array(Named),
  labels: z.array(text),
  startsOn: maybe,
  dueOn: maybe,
  estimateMinutes: count.nullable(),
  points: z.number().nullable(),
  relevance: z.enum(relevances),
  priority: z.enum(priorities),
  arrival: z.enum(arrivals),
  /** The goal, campaign, launch or item it is linked up to, as far as the asker may read it. */
  serves: Serves.nullable(),
  /** Its chain leads up to the vision. */
  isVision: z.boolean(),
  /** Said out loud why it does not. */
  notVision: maybe,
  checks: z.object({ done: count, all: count }),
  /** Waits for an item that is not done. */
  waitsFor: count,
  isApproved: z.boolean(),
  enteredAt: text,
  startedAt: maybe,
  doneAt: maybe,
  madeAt: text,
  changedAt: text,
  values: z.record(text, z.unknown()),
  badges: z.array(Badge),
})
export type Item = z.infer<typeof Item>

export const ItemType = z.object({
  id: text,
  name: text,
  summary: text,
  /** Where an item of it goes when nobody says. */
  boardId: maybe,
  estimateMinutes: count.nullable(),
  checklist: z.array(text),
  isRetired: z.boolean(),
  version: count,
  items: count,
})
export type ItemType = z.infer<typeof ItemType>

export const minutes = z.number().int().min(0).max(600_000)

/** What can be said of an item; every field by itself. */
export const Said = z.object({
  title: Title,
  words: Words(50_000),
  typeId: text,
  parentId: maybe,
  assigneeIds: z.array(text).max(30, 'has 30 assignees at most'),
  labels: z.array(Label).max(30, 'has 30 labels at most'),
  startsOn: PlanDay.nullable(),
  dueOn: PlanDay.nullable(),
  estimateMinutes: minutes.nullable(),
  points: z.number().min(0).max(10_000).nullable(),
  relevance: z.enum(relevances),
  priority: z.enum(priorities),
  arrival: z.enum(arrivals),
  notVision: Line(300).min(1, 'needs a reason').nullable(),
  values: z.record(text, z.unknown()),
})
export type Said = z.infer<typeof Said>
export const Patch = Said.partial()
/** What was taken over from elsewhere may hold days that nobody could write today. */
export const Held = Patch.extend({
  startsOn: OnDay.nullable().optional(),
  dueOn: OnDay.nullable().optional(),
})
export type Patch = z.infer<typeof Patch>
