import { useMemo, useRef } from 'react'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Board, type Item, work } from '../../contract.ts'
import type { BoardTools } from './board-context.ts'
import type { BoardDeeds } from './useBoardDeeds.ts'
import type { BoardState } from './useBoardState.ts'

type Known = {
  board: Board
  items: readonly Item[]
  deeds: BoardDeeds
  state: BoardState
  names: ReadonlyMap<string, string>
}

/** One object for the life of the board that always knows the latest: cards given it are not drawn anew. */
export function useTools(known: Known): BoardTools {
  const add = useCommand(work.add, { isQuiet: true })
  const latest = useRef({ ...known, add })
  latest.current = { ...known, add }
  return useMemo(() => toolsOf(latest), [])
}

function toolsOf(latest: {
  current: Known & { add: ReturnType<typeof useCommand<typeof work.add>> }
}): BoardTools {
  const now = () => latest.current
  return {
    board: () => now().board,
    idsOf: (id) => {
      const { ticked, tickedItems } = now().state
      return ticked.has(id) ? tickedItems.map((one) => one.id) : [id]
    },
    drop: (ids, stage, afterId) => {
      const moving = now().items.filter((one) => ids.includes(one.id))
      now().deeds.moveTo(moving, stage, afterId)
    },
    tick: (id) => now().state.tick(id),
    openDeeds: (id) => now().state.setDeedsFor(id),
    setTitle: (item, title) => {
      now().state.setEditedId(null)
      if (title) void now().deeds.change([item], { title }, 'another title')
    },
    add: async (title, stage) => {
      try {
        await now().add.attempt({ title, boardId: now().board.id, stageId: stage.id })
        return true
      } catch (error) {
        toast(sentence(error), { tone: 'bad' })
        return false
      }
    },
    beginAdding: (cell) => now().state.setAddingIn(cell),
    typeName: (id) => now().names.get(id) ?? '',
    seen: (id) => {
      now().state.active.current = id
    },
  }
}
