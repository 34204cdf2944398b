import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { keyOf, useCommand, useQuery } from '../../../ui/query.ts'
import { type Board, dashboards, type TileInput } from '../contract.ts'

export type Change = { name?: string; description?: string; tiles?: TileInput[] }

/** One dashboard and the way to change it, which offers to undo what it did. */
export function useBoard(id: string) {
  const asked = useQuery(dashboards.show, { id }, { keepsOld: false })
  const { attempt } = useCommand(dashboards.change, { isQuiet: true })
  const { run } = useCommand(dashboards.change)
  const client = useQueryClient()
  const newest = useRef<Board | undefined>(undefined)
  const board = asked.data
  if (board && board.version >= (newest.current?.version ?? 0)) newest.current = board

  const undo = async ({ name, description, tiles }: Board, { version }: Board) => {
    if (!(await run({ id, version, name, description, tiles }))) void asked.refetch()
  }
  /** Throws the sentence, for forms; after it the dashboard is read anew. A form says what it was `opened` with. */
  const change = async (words: string, said: Change, opened?: Board): Promise<Board> => {
    const before = opened ?? newest.current
    if (!before) throw new Error('The dashboard has not been read yet.')
    const after = await attempt({ id, version: before.version, ...said }).catch((error: unknown) => {
      void asked.refetch()
      throw error
    })
    newest.current = after
    // The next form opens with it, however long the page takes to ask again.
    client.setQueryData(keyOf(dashboards.show, { id }), after)
    toast(words, { undo: () => void undo(before, after) })
    return after
  }
  return { asked, board, change }
}
export type UseBoard = ReturnType<typeof useBoard>
