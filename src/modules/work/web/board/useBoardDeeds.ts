import { useState } from 'react'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useSession } from '../../../../ui/port/Ports.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Board, type Item, type Stage, work } from '../../contract.ts'
import { isOver, skippedBetween, toldOf } from '../../rules.ts'
import { deed } from '../deeds.ts'
import { placed } from './lay.ts'

/** A move that is asked about before it goes on: what has to hold, or why a rule is passed over. */
export type Asking = {
  moving: Item[]
  stage: Stage
  afterId: string | null | undefined
  /** What whoever moves says to be so. */
  criteria: string[]
  /** The server’s refusal, where a reason lifts it. */
  refusal: string | null
}

const quiet = { isQuiet: true }
const bad = (error: unknown) => void toast(sentence(error), { tone: 'bad' })
const sameItems = (items: readonly Item[]) => toldOf(items.map((one) => one.number))

/** What can be done with cards: each is shown at once, sent, and offered to be undone. */
export function useBoardDeeds(board: Board, items: readonly Item[]) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const move = useCommand(work.move, quiet)
  const { undoAll, lastUndo, setUndo } = useUndo()
  const changes = useChanges(setUndo)

  const send = async (asked: Asking, reason = '') => {
    const { moving, stage, afterId } = asked
    const ids = moving.map((one) => one.id)
    try {
      const { changeId, skipped } = await deed(placed(items, moving, stage, afterId), () =>
        move.attempt({ ids, stageId: stage.id, ...(afterId === undefined ? {} : { afterId }), reason }),
      )
      const isArrival = moving.some((one) => one.stageId !== stage.id)
      const past = skipped.length > 0 ? `Past ${skipped.join(' and ')}, with your reason.` : undefined
      if (isArrival) setUndo(`${sameItems(moving)} moved to ${stage.name}`, [changeId], past)
    } catch (error) {
      if (mayReason(board, items, asked, reason)) setAsking({ ...asked, refusal: sentence(error) })
      else bad(error)
    }
  }
  /** Asks first where the stages have something to be confirmed. */
  const moveTo = (moving: Item[], stage: Stage, afterId?: string | null) => {
    if (moving.length === 0) return
    const criteria = criteriaOf(board, moving, stage)
    const asked: Asking = { moving, stage, afterId, criteria, refusal: null }
    if (criteria.length > 0) setAsking(asked)
    else void send(asked)
  }
  return { asking, setAsking, send, moveTo, undoAll, lastUndo, ...changes }
}

export type BoardDeeds = ReturnType<typeof useBoardDeeds>

/** What the stages left and the one entered want confirmed; nothing where items stay in their stage. */
function criteriaOf(board: Board, moving: readonly Item[], stage: Stage): string[] {
  const arriving = moving.filter((one) => one.stageId !== stage.id)
  if (arriving.length === 0) return []
  const left = board.stages.filter(
    (one) => one.place < stage.place && arriving.some((item) => item.stageId === one.id),
  )
  return [...new Set([...left.flatMap((one) => one.exit), ...stage.entry])]
}

/** A reason lifts a required stage for everybody, a limit for who manages the board; nothing else. */
function mayReason(board: Board, items: readonly Item[], { moving, stage }: Asking, given: string): boolean {
  if (given) return false
  const arriving = moving.filter((one) => one.stageId !== stage.id)
  const skips = arriving.some((item) => {
    const from = board.stages.find((one) => one.id === item.stageId)
    return from !== undefined && skippedBetween(board.stages, from, stage).length > 0
  })
  const there = items.filter((one) => one.stageId === stage.id).length
  return skips || (board.can.manage && isOver(stage.limit, there, arriving.length))
}

function useUndo() {
  const undo = useCommand(work.undo, quiet)
  const [last, setLast] = useState<string[]>([])
  const undoAll = async (ids: readonly string[]) => {
    setLast([])
    try {
      let kept = 0
      for (const id of ids.toReversed()) kept += (await undo.attempt({ id })).kept
      toast(kept === 0 ? 'Undone' : `Undone, but for ${kept} that somebody changed since`)
    } catch (error) {
      bad(error)
    }
  }
  const setUndo = (words: string, changeIds: readonly (string | null)[], detail?: string) => {
    const ids = changeIds.filter((id) => id !== null)
    setLast(ids)
    toast(words, {
      ...(detail ? { detail } : {}),
      ...(ids.length > 0 ? { undo: () => void undoAll(ids) } : {}),
    })
  }
  const lastUndo = () =>
    last.length > 0 ? void undoAll(last) : void toast('There is nothing to undo here', { tone: 'info' })
  return { undoAll, lastUndo, setUndo }
}

type SetUndo = ReturnType<typeof useUndo>['setUndo']

function useChanges(setUndo: SetUndo) {
  const me = useSession()?.person
  const edit = useCommand(work.edit, quiet)
  const removal = useCommand(work.remove, quiet)

  const change = async (
    those: readonly Item[],
    patch: Partial<Pick<Item, 'title' | 'priority'>>,
    words: string,
  ) => {
    if (those.length === 0) return
    const only = those.length === 1 ? those[0] : undefined
    const was = only && Object.fromEntries(Object.keys(patch).map((name) => [name, only[name as 'title']]))
    const after = new Map(those.map((one) => [one.id, { ...one, ...patch }]))
    try {
      const { changeId } = await deed(after, () =>
        edit.attempt({ ids: [...after.keys()], patch, ...(was ? { was } : {}) }),
      )
      setUndo(`${sameItems(those)}: ${words}`, [changeId])
    } catch (error) {
      bad(error)
    }
  }
  const remove = async (those: readonly Item[]) => {
    if (those.length === 0) return
    const after = new Map(those.map((one) => [one.id, null]))
    try {
      const { changeId } = await deed(after, () => removal.attempt({ ids: [...after.keys()] }))
      setUndo(`${sameItems(those)} taken away`, [changeId])
    } catch (error) {
      bad(error)
    }
  }
  /** Gives them to the asker, or takes the asker from all that have them. */
  const assignMe = async (those: readonly Item[]) => {
    if (!me || those.length === 0) return
    const isMine = those.every((one) => one.assignees.some(({ id }) => id === me.id))
    const own = { id: me.id, name: me.name }
    const told = isMine ? 'you are not assigned any more' : 'assigned to you'
    const changeIds: (string | null)[] = []
    try {
      for (const group of groupsOf(those)) {
        const others = group[0]!.assignees.filter(({ id }) => id !== me.id)
        const assignees = isMine ? others : [...others, own]
        const after = new Map(group.map((one) => [one.id, { ...one, assignees }]))
        const patch = { assigneeIds: assignees.map(({ id }) => id) }
        changeIds.push((await deed(after, () => edit.attempt({ ids: [...after.keys()], patch }))).changeId)
      }
      setUndo(`${sameItems(those)}: ${told}`, changeIds)
    } catch (error) {
      bad(error)
    }
  }
  return { change, remove, assignMe }
}

/** Items with the same assignees are changed together. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = item.assignees.map(({ id }) => id).join()
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}
