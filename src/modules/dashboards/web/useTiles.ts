import { useRef, useState } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence } from '../../../ui/query.ts'
import type { Tile } from '../contract.ts'
import { moved } from '../rules.ts'
import type { UseBoard } from './useBoard.ts'
import { useInTurn } from './useInTurn.ts'

/** The tiles as they were last put, ahead of the server's answer; they fall back where it refuses. */
export function useTiles({ asked, board, change }: UseBoard) {
  const [ahead, setAhead] = useState<Tile[] | null>(null)
  const inTurn = useInTurn()
  const presses = useRef(0)
  const tiles = ahead ?? board?.tiles ?? []

  const keep = async (words: string, next: Tile[]): Promise<boolean> => {
    const error = await change(words, { tiles: next }).then(() => null, sentence)
    if (error !== null) toast(error, { tone: 'bad' })
    return error === null
  }
  const set = async (words: string, next: Tile[]) => {
    setAhead(next)
    presses.current += 1
    const mine = presses.current
    if (!(await inTurn(() => keep(words, next)))) return
    await asked.refetch()
    // Somebody may have pressed on while it was read: what they see is theirs.
    if (presses.current === mine) setAhead(null)
  }
  return { tiles, ...deedsOn(tiles, set) }
}
export type UseTiles = ReturnType<typeof useTiles>

const deedsOn = (tiles: Tile[], set: (words: string, next: Tile[]) => Promise<void>) => ({
  move: (tile: Tile, by: number) => {
    const after = moved(tiles, tile.id, by)
    if (after.some((one, at) => one.id !== tiles[at]?.id)) void set('Tile moved', after)
  },
  remove: (tile: Tile) => {
    const others = tiles.filter((one) => one.id !== tile.id)
    void set('Tile removed', others)
  },
  resize: (tile: Tile) => {
    const size = tile.size === 1 ? 2 : 1
    const after = tiles.map((one): Tile => (one.id === tile.id ? { ...one, size } : one))
    void set(size === 2 ? 'Tile widened' : 'Tile narrowed', after)
  },
})
