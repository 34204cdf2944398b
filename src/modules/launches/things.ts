import { z } from 'zod'
import { State as CampaignState, Level, line, Name } from '../campaigns/contract.ts'
import { states } from './rules.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()
const Person = z.object({ id: text, name: text })

export const State = z.enum(states)

export const said = {
  name: Name,
  /** 1 is what the whole firm works for, 3 what customers read in the notes. */
  tier: count.min(1, 'is 1, 2 or 3').max(3, 'is 1, 2 or 3'),
  products: z.array(line(100).min(1, 'needs a name')).min(1, 'names one product at least').max(20),
  ownerId: text.max(60),
  note: z.string().trim().max(4000).default(''),
}

export const Readiness = z.object({
  isReady: z.boolean(),
  says: text,
  campaigns: count,
  approved: count,
  steps: count,
  done: count,
  late: count,
  covered: count,
  rehearsed: count,
})
export type Readiness = z.infer<typeof Readiness>

/** A campaign that serves a launch. */
export const Serving = z.object({
  id: text,
  name: text,
  level: Level,
  owner: Person,
  state: CampaignState,
  standing: text,
  startsOn: day,
  endsOn: day,
  channels: z.array(text),
  steps: count,
  done: count,
  late: count,
  backUps: count,
  rehearsed: count,
  /** The launch day its own days were last fitted to. */
  fitsOn: day,
  /** What its days are for the launch, or why they do not fit it. */
  says: text,
  fits: z.boolean(),
})
export type Serving = z.infer<typeof Serving>

const Move = z.object({
  id: text,
  from: day,
  to: day,
  reason: text,
  by: text,
  at: text,
  undoneBy: text.nullable(),
})

export const Listed = z.object({
  id: text,
  name: text,
  tier: count,
  products: z.array(text),
  owner: Person,
  launchOn: day,
  announceOn: day.nullable(),
  state: State,
  calledOff: text.nullable(),
  /** Days until it, negative once it is past. */
  inDays: count,
  goal: Person.nullable(),
  readiness: Readiness,
  campaigns: z.array(Serving),
  version: count,
})
export type Listed = z.infer<typeof Listed>

export const Overlap = z.object({
  one: Person,
  other: Person,
  days: count,
  teams: z.array(text),
  channels: z.array(text),
  says: text,
})
export type Overlap = z.infer<typeof Overlap>

export const Launch = Listed.extend({
  note: text,
  moves: z.array(Move),
  overlaps: z.array(Overlap),
  can: z.object({ change: z.boolean() }),
})
export type Launch = z.infer<typeof Launch>

/** What a move does to one campaign. */
export const Hit = z.object({
  id: text,
  name: text,
  owner: text,
  startsOn: day,
  /** Its first day if it kept its distance to the launch. */
  wouldStart: day,
  isApproved: z.boolean(),
  says: text,
  /** Steps that could not be in time any more. */
  tooLate: z.array(z.object({ name: text, owner: text.nullable(), due: day, says: text })),
})
export type Hit = z.infer<typeof Hit>

export const Trial = z.object({
  from: day,
  to: day,
  days: count,
  says: text,
  hits: z.array(Hit),
  overlaps: z.array(Overlap),
  /** Why it cannot be moved there, or null. */
  whyNot: text.nullable(),
})
export type Trial = z.infer<typeof Trial>

export const Given = z.object({
  name: text,
  tier: count,
  products: z.array(text),
  launchOn: day,
  announceOn: day.nullable(),
  state: State,
  campaigns: z.array(Person),
})
export type Given = z.infer<typeof Given>
