import type { z } from 'zod'
import type { Value } from '../contract.ts'

type Known = z.infer<typeof Value>

/** The bare number of a value; money without its currency, null where it is undefined. */
export const amountOf = (value: Known | string | undefined): number | null =>
  typeof value === 'number' ? value : value && typeof value === 'object' ? value.amount : null

export const currencyOf = (value: Known | string | undefined): string | undefined =>
  value && typeof value === 'object' ? value.currency : undefined
