import { z } from 'zod'
import { Filter } from '../../../engine/query/query.ts'
import { type Tile, Tile as TileShape } from '../contract.ts'

const shape = TileShape.shape
const What = z
  .object({
    metric: z.string().min(1, 'Choose a metric'),
    view: shape.view,
    by: z.string().nullable(),
    grain: z.string().nullable(),
    where: z.array(Filter),
  })
  .refine(({ view, by }) => by !== null || view === 'figure' || view === 'trend', {
    message: 'Choose what to break it down by.',
  })
export type What = z.infer<typeof What>

export const TileDraft = z.object({ what: What, title: z.string().optional(), size: z.enum(['1', '2']) })
export type TileDraft = z.infer<typeof TileDraft>

export const draftOf = (tile: Tile | null): z.input<typeof TileDraft> => ({
  what: tile
    ? { metric: tile.metric, view: tile.view, by: tile.by, grain: tile.grain, where: tile.where }
    : { metric: '', view: 'figure', by: null, grain: null, where: [] },
  title: tile?.title ?? '',
  size: tile?.size === 2 ? '2' : '1',
})

/** The tile that was asked for; a figure keeps no dimension, and only a trend has steps. */
export const toTile = ({ what, title, size }: TileDraft, tile: Tile | null) => ({
  ...what,
  ...(tile ? { id: tile.id } : {}),
  by: what.view === 'figure' ? null : what.by,
  grain: what.view === 'trend' ? (what.grain as Tile['grain']) : null,
  title: title || null,
  size: size === '2' ? (2 as const) : (1 as const),
})
