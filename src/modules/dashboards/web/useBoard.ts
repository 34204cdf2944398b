import { useState } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Board, dashboards, type Tile, type TileInput } from '../contract.ts'
import { moved } from '../rules.ts'

type Change = { name?: string; description?: string; tiles?: TileInput[] }

/** One dashboard and what can be done to it; each deed offers to be undone. */
export function useBoard(id: string) {
  const asked = useQuery(dashboards.show, { id }, { keepsOld: false })
  const { attempt } = useCommand(dashboards.change, { isQuiet: true })
  const loud = useCommand(dashboards.change)
  const [ahead, setAhead] = useState<Tile[] | null>(null)
  const board = asked.data

  const undoing = (before: Board, after: Board) => async () => {
    const { name, description, tiles } = before
    if (!(await loud.run({ id, version: after.version, name, description, tiles }))) void asked.refetch()
  }
  /** Throws the sentence, for forms. */
  const change = async (words: string, said: Change): Promise<Board> => {
    if (!board) throw new Error('The dashboard has not been read yet.')
    try {
      const after = await attempt({ id, version: board.version, ...said })
      toast(words, { undo: () => void undoing(board, after)() })
      return after
    } catch (error) {
      void asked.refetch()
      throw error
    }
  }
  /** Shows the new tiles at once; says the sentence when they could not be kept. */
  const setTiles = async (words: string, tiles: Tile[]) => {
    setAhead(tiles)
    await change(words, { tiles }).catch((error: Error) => toast(error.message, { tone: 'bad' }))
    setAhead(null)
  }
  const tiles = ahead ?? board?.tiles ?? []
  return {
    asked,
    board,
    tiles,
    change,
    move: (tile: Tile, by: number) => {
      const after = moved(tiles, tile.id, by)
      if (after.some((one, at) => one.id !== tiles[at]?.id)) void setTiles('Tile moved', after)
    },
    remove: (tile: Tile) =>
      void setTiles(
        'Tile removed',
        tiles.filter((one) => one.id !== tile.id),
      ),
    resize: (tile: Tile) =>
      void setTiles(
        tile.size === 1 ? 'Tile widened' : 'Tile narrowed',
        tiles.map((one) => (one.id === tile.id ? { ...one, size: one.size === 1 ? 2 : 1 } : one)),
      ),
  }
}
export type UseBoard = ReturnType<typeof useBoard>
