import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { ModelId } from '../attribution/contract.ts'

const text = z.string()
const day = z.iso.date()
const Note = z.string().trim().max(500).default('')
const Person = z.object({ id: text.nullable(), name: text })

export const Role = z.enum(['sales-operations', 'finance'])
export type Role = z.infer<typeof Role>
/** Which costs count: what was paid for media alone, or everything marketing cost. */
export const CostBasis = z.enum(['media', 'full'])
export type CostBasis = z.infer<typeof CostBasis>

const Signature = z.object({ role: Role, roleTitle: text, by: Person, at: text, note: text })

export const Agreement = z.object({
  id: text,
  period: z.object({ from: day, to: day, label: text }),
  model: ModelId,
  modelTitle: text,
  costs: CostBasis,
  /** Model and cost basis in words: `W, fully loaded`. */
  terms: text,
  /** Of how sales were attributed when it was proposed. */
  settingsVersion: z.number().int(),
  state: z.enum(['open', 'signed', 'withdrawn', 'superseded']),
  note: text,
  proposedBy: Person,
  proposedAt: text,
  signatures: z.array(Signature),
  waitsFor: z.array(z.object({ role: Role, title: text })),
  supersedes: text.nullable(),
  withdrawn: z.object({ by: text, at: text, reason: text }).nullable(),
  /** Who signed what, in a sentence. */
  says: text,
  /** What has changed since: other settings, other figures. */
  doubts: z.array(text),
  can: z.object({ sign: Role.nullable(), whyNotSign: text.nullable(), withdraw: z.boolean() }),
})
export type Agreement = z.infer<typeof Agreement>

/** A signed agreement as a figure of some days shows it. */
export const InForce = z.object({
  id: text,
  label: text,
  /** Whether the figure uses what was signed, or something else in its place. */
  uses: z.enum(['same', 'other']),
  isWhole: z.boolean(),
  says: text,
  doubts: z.array(text),
})
export type InForce = z.infer<typeof InForce>

export const Proposal = z.object({
  /** First and last day; the last fiscal quarter that is over where neither is said. */
  from: day.optional(),
  to: day.optional(),
  model: ModelId.optional(),
  costs: CostBasis.default('full'),
  note: Note,
})

const Terms = z.object({ what: text })

export const signing = contract(
  'signing',
  {
    list: route({
      method: 'GET',
      path: '/signatures',
      access: 'metrics:read',
      summary: 'List agreements on model and cost basis, the newest first, with who signed',
      input: z.object({ state: Agreement.shape.state.optional() }),
      output: z.object({ items: z.array(Agreement) }),
    }),
    inForce: route({
      method: 'GET',
      path: '/signatures/in-force',
      access: 'metrics:read',
      summary: 'What is signed for a metric in a period, and whether it still holds',
      input: z.object({ metric: text, from: day.optional(), to: day.optional() }),
      output: z.object({ items: z.array(InForce) }),
    }),
    propose: route({
      method: 'POST',
      path: '/signatures',
      access: 'signing:propose',
      summary: 'Propose a model and a cost basis for a period, to be signed by sales operations and finance',
      input: Proposal,
      output: Agreement,
    }),
    sign: route({
      method: 'POST',
      path: '/signatures/{id}/signature',
      access: 'signing:sign',
      summary: 'Sign an agreement for sales operations or finance',
      input: One.extend({ role: Role.optional(), note: Note }),
      output: Agreement,
    }),
    withdraw: route({
      method: 'POST',
      path: '/signatures/{id}/withdrawal',
      access: 'signing:propose',
      summary: 'Withdraw an agreement that is not signed by both yet',
      input: One.extend({ reason: z.string().trim().min(3, 'takes at least 3 letters').max(500) }),
      output: Agreement,
    }),
  },
  {
    proposed: event('proposed to be signed: {what}', Terms),
    signed: event('signed for {role}: {what}', Terms.extend({ role: text })),
    completed: event('completed the signatures of {what}', Terms),
    superseded: event('superseded {what}', Terms),
    withdrawn: event('withdrew {what}: {reason}', Terms.extend({ reason: text })),
  },
)
