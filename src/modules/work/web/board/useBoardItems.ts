import { useMemo, useState } from 'react'
import type { Board, Item } from '../../contract.ts'
import { type Part, useLiveItems } from '../live-items.ts'

const page = 50
const most = 2000

/** What stands on a board: all that is open, and of what is done the newest. */
export const boardParts = (boardId: string, shownDone = page): Part[] => [
  { boardId, stageKinds: ['waiting', 'active'], limit: most },
  { boardId, stageKinds: ['done'], limit: shownDone, sort: 'entered', isDown: true },
]

export function useBoardItems(board: Board) {
  const [shownDone, setShownDone] = useState(page)
  const parts = useMemo(() => boardParts(board.id, shownDone), [board.id, shownDone])
  const { items, totals, ...asked } = useLiveItems(parts)
  const here = useMemo(() => items?.filter((one: Item) => one.boardId === board.id), [items, board.id])
  const [open = 0, done = 0] = totals ?? []
  return {
    ...asked,
    items: here,
    /** How many open items are not shown. */
    unseen: Math.max(0, open - most),
    more:
      done > shownDone && shownDone < most
        ? () => setShownDone((many) => Math.min(most, many + 200))
        : undefined,
  }
}
