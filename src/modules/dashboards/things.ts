import { z } from 'zod'
import { Where } from '../../engine/query/query.ts'
import { longestName } from './rules/sharing.ts'
import { views, whoms } from './rules/tiles.ts'

export const text = z.string()
export const Name = text.trim().min(1, 'must not be empty').max(longestName)
export const Summary = text.trim().max(500).default('')

/** One metric in one view; `by` is a dimension, `grain` the steps of a trend (null: as the period asks). */
export const TileInput = z.object({
  id: text.min(1).max(40).optional(),
  metric: text.min(1).max(80),
  /** Null: the title of the metric. */
  title: text.trim().max(120).nullable().default(null),
  view: z.enum(views),
  by: text.max(80).nullable().default(null),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).nullable().default(null),
  where: z.array(Where).max(10).default([]),
  /** Columns it takes. */
  size: z.union([z.literal(1), z.literal(2)]).default(1),
})
export type TileInput = z.input<typeof TileInput>
export const Tile = TileInput.required({ id: true })
export type Tile = z.output<typeof Tile>

export const Sharing = z.object({
  /** nobody, everybody who reads dashboards, or the holders of some roles. */
  with: z.enum(whoms),
  roles: z.array(text).max(50).default([]),
})
export type Sharing = z.output<typeof Sharing>

export const BoardLine = z.object({
  id: text,
  name: text,
  description: text,
  tiles: z.number().int(),
  owner: z.object({ id: text, name: text }),
  sharing: Sharing,
  /** Who sees it, in words. */
  sharedWith: text,
  version: z.number().int(),
  changedBy: text,
  changedAt: text,
  /** Why the asker may not; null where they may. */
  whyNot: z.object({ change: text.nullable(), share: text.nullable(), remove: text.nullable() }),
})
export type BoardLine = z.output<typeof BoardLine>

export const Board = BoardLine.extend({ tiles: z.array(Tile) })
export type Board = z.output<typeof Board>
