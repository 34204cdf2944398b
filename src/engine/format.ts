import { z } from 'zod'

/** What a table can be downloaded as; for contracts, so that pages need not load what writes it. */
export const Format = z.enum(['csv', 'xlsx']).default('csv')
export type Format = z.output<typeof Format>
