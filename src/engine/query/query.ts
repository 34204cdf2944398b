import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is not a name')

/** One condition on a dimension; a blank dimension is null. */
export const Filter = z.object({
  dimension: name,
  /** `exactly` heeds capitals: the condition of one group of an answer. */
  is: z.enum(['in', 'not_in', 'contains', 'exactly']).default('in'),
  values: z.array(z.string().nullable()).min(1).max(500),
})
export type Filter = z.infer<typeof Filter>

/** Conditions travel as objects or as text: `channel=email`, `origin=a|b`, `origin!=`, `campaign~launch`. */
export const Where = z.union([
  Filter,
  z
    .string()
    .max(2000)
    .transform((text, context) => filterFrom(text) ?? refuse(text, context)),
])

/** What is asked of the figures; the same value from a page, the API and the command line. */
export const Query = z.object({
  metrics: z.array(name).min(1).max(20),
  by: z.array(name).max(4).default([]),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  /** First and last day, both included, in the organisation's zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  where: z.array(Where).max(20).default([]),
  compare: z.enum(['previous', 'year_ago']).optional(),
  limit: z.number().int().min(1).max(10_000).default(1000),
})
export type Query = z.output<typeof Query>

const refuse = (text: string, context: z.RefinementCtx): never => {
  context.addIssue({
    code: 'custom',
    message: `“${text}” is not a condition. Write dimension=value, dimension!=value or dimension~part.`,
  })
  return z.NEVER
}

/** Read `dimension=value|value`, `!=` or `~`; nothing after the sign means blank. */
export function filterFrom(text: string): Filter | null {
  const match = /^\s*([a-z][a-z0-9_]*)\s*(!=|=|~)\s*(.*)$/s.exec(text)
  if (!match) return null
  const [, dimension, sign, rest] = match as unknown as [string, string, string, string]
  const values = rest === '' ? [null] : rest.split('|').map((value) => value.trim() || null)
  return { dimension, is: sign === '!=' ? 'not_in' : sign === '~' ? 'contains' : 'in', values }
}

const verbs = { in: 'is', exactly: 'is', not_in: 'is not', contains: 'contains' } as const

/** A condition in words, for Explain. */
export function filterWords({ dimension, is, values }: Filter): string {
  const said = values.map((value) => value ?? 'blank').join(' or ')
  return `${dimension.replaceAll('_', ' ')} ${verbs[is]} ${said}`
}
