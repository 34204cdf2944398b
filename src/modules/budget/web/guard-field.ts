import { z } from 'zod'

/** Asked beside a change that may go under the guard-rail. */
export const guardDraft = { guardReason: z.string().trim().max(200).optional() }
export const guardField = {
  name: 'guardReason' as const,
  label: 'Reason to go under the guard-rail',
  isOptional: true,
  hint: 'Only where the change goes under a least share; it is kept and shown.',
}
