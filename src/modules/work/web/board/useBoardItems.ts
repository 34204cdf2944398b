import { useMemo, useState } from 'react'
import type { Board, Item } from '../../contract.ts'
import { useLiveItems } from '../live-items.ts'

const page = 50
const most = 2000

/** What stands on a board: all that is open, and of what is done the newest. */
export function useBoardItems(board: Board) {
  const [shownDone, setShownDone] = useState(page)
  const parts = useMemo(
    () => [
      { boardId: board.id, stageKinds: ['waiting' as const, 'active' as const], limit: most },
      {
        ...{ boardId: board.id, stageKinds: ['done' as const], limit: shownDone },
        ...{ sort: 'entered' as const, isDown: true },
      },
    ],
    [board.id, shownDone],
  )
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
