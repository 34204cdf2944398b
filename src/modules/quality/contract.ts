import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'

const text = z.string()
const count = z.number().int()

export const Finding = z.object({
  id: text,
  kind: text,
  severity: z.enum(['info', 'warning', 'problem']),
  title: text,
  /** What is wrong, in one sentence, with numbers. */
  says: text,
  source: text.nullable(),
  object: text.nullable(),
  rows: count,
  sample: z.array(z.record(text, z.unknown())),
  /** A word of the vocabulary that would mend it. */
  fix: z
    .object({
      kind: z.enum(['channel', 'campaign', 'product', 'owner', 'account', 'stage']),
      raw: text,
      value: text,
    })
    .nullable(),
  accepted: z.object({ by: text, at: text, reason: text }).nullable(),
})
export type Finding = z.infer<typeof Finding>

export const quality = contract(
  'quality',
  {
    findings: route({
      method: 'GET',
      path: '/quality/findings',
      access: 'quality:read',
      summary: 'What is odd in the data, worst first, each with the rows behind it',
      input: z.object({ accepted: z.boolean().default(false) }),
      output: z.object({ items: z.array(Finding) }),
    }),
    accept: route({
      method: 'POST',
      path: '/quality/findings/{id}/acceptance',
      access: 'quality:manage',
      summary: 'Accept a finding as it is, with the reason',
      input: z.object({ id: text, reason: text.min(3).max(500) }),
      output: Finding,
    }),
    fix: route({
      method: 'POST',
      path: '/quality/findings/{id}/fix',
      access: 'sources:manage',
      summary: 'Mend a finding by adding its word to the vocabulary',
      input: z.object({ id: text }),
      output: z.object({ kind: text, raw: text, value: text }),
    }),
    unmapped: route({
      method: 'GET',
      path: '/quality/unmapped',
      access: 'quality:read',
      summary: 'Source values the vocabulary does not read yet, with how often they occur',
      input: z.object({ kind: z.enum(['channel', 'stage']).default('channel') }),
      output: z.object({
        items: z.array(z.object({ kind: text, raw: text, rows: count, suggestion: text.nullable() })),
      }),
    }),
  },
  {
    findingAccepted: event('accepted a finding: {title}', z.object({ title: text, reason: text })),
  },
)
