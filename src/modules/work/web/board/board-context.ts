import { createContext, useContext } from 'react'
import type { Board, Item, Stage } from '../../contract.ts'

/** What cards and cells may do; the same object while a board is open, so that cards are not drawn anew. */
export type BoardTools = {
  board: () => Board
  /** The item, or all that are ticked where it is one of them. */
  idsOf: (id: string) => string[]
  drop: (ids: readonly string[], stage: Stage, afterId: string | null) => void
  tick: (id: string) => void
  openDeeds: (id: string) => void
  setTitle: (item: Item, title: string | null) => void
  add: (title: string, stage: Stage) => Promise<boolean>
  beginAdding: (cell: string | null) => void
  typeName: (id: string) => string
  seen: (id: string) => void
}

export const BoardContext = createContext<BoardTools | null>(null)
export const useBoardTools = () => useContext(BoardContext)!
