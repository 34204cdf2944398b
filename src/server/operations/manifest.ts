import { z } from 'zod'

export const manifestName = 'manifest.json'
export const format = 1

/** What an archive says about itself: the last entry, so that a truncated archive has none. */
export const Manifest = z.object({
  product: z.literal('fullscore'),
  format: z.literal(format),
  version: z.string(),
  at: z.string(),
  /** The newest migration the records had seen. */
  migration: z.string(),
  records: z.record(
    z.string(),
    z.object({ rows: z.number(), sha256: z.string(), columns: z.array(z.string()) }),
  ),
  sequences: z.record(z.string(), z.number().nullable()),
  warehouse: z.record(z.string(), z.number()),
  entries: z.record(z.string(), z.object({ size: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>
