import { z } from 'zod'

/** The input of a route that answers a page at a time: how many rows, after how many. */
export const paged = (usual: number, most = 500) => ({
  limit: z.number().int().min(1).max(most).default(usual),
  offset: z.number().int().min(0).default(0),
})

/** A page of items, and how many there are in all. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int() })

/** A page of rows under their columns, and how many there are in all. */
export const pageOfRows = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.unknown())),
  total: z.number().int(),
})

/** The input of a route about one thing. */
export const One = z.object({ id: z.string() })
