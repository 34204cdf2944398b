import { z } from 'zod'
import { Filter } from '../../../engine/query/query.ts'
import { Unit } from '../../metrics/contract.ts'

const text = z.string()
const int = z.number().int()
export const Named = z.object({ id: text, name: text })

/** A goal or a KPI agreement that the page is tied to. */
export const Tie = z.object({ kind: z.enum(['goal', 'kpi']), id: text.max(80) })
export type Tie = z.infer<typeof Tie>

export const PageInput = z.object({
  /** The whole of it in a sentence. */
  summary: text.trim().max(400).default(''),
  /** Paragraphs, headings, lists and quotes as ProseMirror writes them. */
  doing: z.unknown(),
  meaning: z.unknown(),
  needs: z.unknown(),
  ties: z.array(Tie).max(12, 'are 12 at most').default([]),
  reason: text.trim().max(300).default(''),
})

/** What a page is tied to, as it stands now; `name` is null where the asker may not read it. */
export const Tied = z.object({
  ...Tie.shape,
  name: text.nullable(),
  path: text.nullable(),
  /** How far it is, 0…1. */
  share: z.number().nullable(),
  course: z.enum(['ahead', 'on', 'behind', 'unknown']).nullable(),
  /** Of a KPI agreement: what there is, what it is to become, both in its unit. */
  figure: z
    .object({
      value: z.number().nullable(),
      target: z.number(),
      unit: Unit,
      currency: text.nullable(),
      isOutcome: z.boolean(),
      explain: z.object({ metric: text, from: text, to: text, where: z.array(Filter) }).nullable(),
    })
    .nullable(),
  says: text,
})
export type Tied = z.infer<typeof Tied>

export const Reader = z.object({ ...Named.shape, at: text, version: int })
export const Link = z.object({
  id: text,
  label: text,
  hasFigures: z.boolean(),
  by: text,
  at: text,
  expiresAt: text,
  state: z.enum(['open', 'ended', 'taken back']),
  visits: int,
  visitedAt: text.nullable(),
})
export type Link = z.infer<typeof Link>

export const Line = z.object({
  id: text,
  name: text,
  summary: text,
  version: int,
  owner: Named.nullable(),
  people: z.array(Named),
  savedAt: text,
  /** Of the version in force. */
  readers: int,
  asks: z.object({ open: int, overdue: int }),
  isTied: z.boolean(),
  hasRead: z.boolean(),
})
export type Line = z.infer<typeof Line>

export const Version = z.object({
  version: int,
  summary: text,
  doing: z.unknown(),
  meaning: z.unknown(),
  needs: z.unknown(),
  ties: z.array(Tie),
  reason: text,
  savedBy: text,
  savedAt: text,
})
export type Version = z.infer<typeof Version>

export const DepartmentPage = Line.extend({
  ...Version.shape,
  tied: z.array(Tied),
  /** What its ties lack: a page that leads to no outcome says so. */
  lacks: text.nullable(),
  versions: z.array(z.object({ version: int, reason: text, by: text, at: text })),
  readBy: z.array(Reader),
  closedAt: text.nullable(),
  can: z.object({ write: z.boolean(), manage: z.boolean(), ask: z.boolean(), read: z.boolean() }),
})
export type DepartmentPage = z.infer<typeof DepartmentPage>

/** What a visitor with a link sees, and nothing else. */
export const SharedPage = z.object({
  organisation: text,
  name: text,
  ...Version.pick({ summary: true, doing: true, meaning: true, needs: true, savedAt: true }).shape,
  tied: z.array(Tied.omit({ id: true, path: true })).nullable(),
  expiresAt: text,
})
export type SharedPage = z.infer<typeof SharedPage>
