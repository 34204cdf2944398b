import { z } from 'zod'
import { Named, words } from './words.ts'

const text = z.string()
const int = z.number().int()

export const CommitmentState = z.enum(['open', 'kept', 'broken', 'renegotiated'])
export type CommitmentState = z.infer<typeof CommitmentState>

export const Commitment = z.object({
  id: text,
  team: Named,
  what: text,
  by: Named,
  dueOn: text,
  state: CommitmentState,
  why: text.nullable(),
  settledOn: text.nullable(),
  madeOn: text,
  isLate: z.boolean(),
  /** In words: “kept two days late”. */
  says: text,
  version: int,
  can: z.object({ settle: z.boolean(), reopen: z.boolean() }),
})
export type Commitment = z.infer<typeof Commitment>

/** How many of what fell due within the last quarter was kept by its day. */
export const Kept = z.object({
  share: z.number().nullable(),
  kept: int,
  of: int,
  from: text,
  to: text,
  says: text,
})
export type Kept = z.infer<typeof Kept>

export const Rules = z.array(words(400)).min(1, 'are at least one').max(30, 'are 30 at most')

export const AgreementLine = z.object({
  team: Named,
  purpose: text,
  lead: Named.nullable(),
  members: z.array(Named),
  version: int,
  saidYes: int,
  /** Of the version in force; null for somebody who is not of the team. */
  hasSaidYes: z.boolean().nullable(),
  open: int,
  late: int,
  kept: Kept,
})
export type AgreementLine = z.infer<typeof AgreementLine>

export const Agreement = AgreementLine.extend({
  rules: z.array(text),
  versions: z.array(z.object({ version: int, rules: z.array(text), reason: text, by: text, at: text })),
  yeses: z.array(Named.extend({ at: text })),
  waitedFor: z.array(Named),
  commitments: z.array(Commitment),
  can: z.object({ write: z.boolean(), sayYes: z.boolean(), promise: z.boolean() }),
})
export type Agreement = z.infer<typeof Agreement>
