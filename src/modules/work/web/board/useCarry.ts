import { useMemo, useState } from 'react'
import type { Board, Item, Stage } from '../../contract.ts'
import { layOut, placed } from './lay.ts'
import type { BoardDeeds } from './useBoardDeeds.ts'

type Carried = { ids: string[]; stageId: string; at: number }
type Way = 'up' | 'down' | 'left' | 'right'

const nameless = { type: () => '', priority: () => '' }

/** Cards picked up by key: arrows place them on the screen only, and nothing is sent until they are put down. */
export function useCarry(board: Board, items: readonly Item[], shown: readonly Item[], deeds: BoardDeeds) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const stage = board.stages.find((one) => one.id === carried?.stageId)
  const others = (to: Stage, ids: readonly string[]) =>
    layOut(shown, [to], null, nameless)[0]!
      .cells.get(to.id)!
      .filter((one) => !ids.includes(one.id))
  const moving = carried ? items.filter((one) => carried.ids.includes(one.id)) : []
  const afterId = carried && stage ? (others(stage, carried.ids)[carried.at - 1]?.id ?? null) : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is carried follows from these
  const lying = useMemo(() => {
    if (!carried || !stage || moving.length === 0) return null
    const after = placed(items, moving, stage, afterId)
    return shown.map((one) => after.get(one.id) ?? one)
  }, [items, shown, carried, afterId, stage?.id])

  const pickUp = (those: Item[]) => {
    const first = those[0]
    const from = board.stages.find((one) => one.id === first?.stageId)
    if (!first || !from) return
    const ids = those.map((one) => one.id)
    const column = layOut(shown, [from], null, nameless)[0]!.cells.get(from.id)!
    const before = column.slice(0, column.indexOf(first)).filter((one) => !ids.includes(one.id))
    setCarried({ ids, stageId: from.id, at: before.length })
  }
  const step = (way: Way) => {
    if (!carried || !stage) return
    if (way === 'up' || way === 'down') {
      const most = others(stage, carried.ids).length
      const at = Math.max(0, Math.min(most, carried.at + (way === 'up' ? -1 : 1)))
      return setCarried({ ...carried, at })
    }
    const to = board.stages[board.stages.indexOf(stage) + (way === 'left' ? -1 : 1)]
    if (to)
      setCarried({ ...carried, stageId: to.id, at: Math.min(carried.at, others(to, carried.ids).length) })
  }
  const putDown = () => {
    setCarried(null)
    if (stage) deeds.moveTo(moving, stage, afterId)
  }
  const says =
    carried && stage
      ? `In ${stage.name}, place ${carried.at + 1} of ${others(stage, carried.ids).length + 1}`
      : ''
  return {
    isOn: carried !== null,
    ids: carried?.ids ?? [],
    lying,
    says,
    pickUp,
    step,
    putDown,
    cancel: () => setCarried(null),
  }
}

export type Carrying = ReturnType<typeof useCarry>
