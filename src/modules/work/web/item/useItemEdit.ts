import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../../kernel/client.ts'
import { Problem } from '../../../../kernel/errors.ts'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Detail, type Patch, work } from '../../contract.ts'
import { useUndo } from '../undo.ts'

type Name = keyof Patch
export type Meanwhile = {
  name: Name
  mine: unknown
  theirs: unknown
  /** Whoever asked hears how it ended. */
  answer: (isKept: boolean) => void
}

/** What an item holds, field by field, as it is said. */
export const saidOf = ({ item, words }: Pick<Detail, 'item' | 'words'>): Required<Patch> => ({
  ...{ title: item.title, words, typeId: item.typeId, parentId: item.parentId, labels: item.labels },
  ...{ assigneeIds: item.assignees.map((one) => one.id), startsOn: item.startsOn, dueOn: item.dueOn },
  ...{ estimateMinutes: item.estimateMinutes, points: item.points, relevance: item.relevance },
  ...{ priority: item.priority, arrival: item.arrival, notVision: item.notVision, values: item.values },
})

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const picked = (all: Patch, names: Name[]): Patch =>
  Object.fromEntries(names.map((name) => [name, all[name]]))

/** Changes fields of one item: shown at once; a field that somebody else changed meanwhile is asked about. */
export function useItemEdit(detail: Detail) {
  const client = useQueryClient()
  const edit = useCommand(work.edit, { isQuiet: true, alsoRefresh: ['trace'] })
  const undo = useUndo()
  const [pending, setPending] = useState<Patch>({})
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { id } = detail.item

  /** Asks whose value shall stand where somebody changed a field meanwhile; nothing where nobody did. */
  const look = async (patch: Patch, was: Patch): Promise<Promise<boolean>[]> => {
    const now = saidOf(await call(work.item, { id }))
    const names = Object.keys(patch) as Name[]
    const name = names.find((one) => one in was && !isSame(now[one], was[one]))
    if (!name) return []
    const answered = new Promise<boolean>((answer) =>
      setMeanwhile({ name, mine: patch[name], theirs: now[name], answer }),
    )
    return [answered]
  }
  /** Answers whether it was kept. `was` is what the fields held when the editing began. */
  const save = async (patch: Patch, since?: Patch): Promise<boolean> => {
    const was = since ?? picked(saidOf(detail), Object.keys(patch) as Name[])
    setPending((old) => ({ ...old, ...patch }))
    setProblem(null)
    try {
      const { changeId } = await edit.attempt({ ids: [id], patch, was })
      undo.keep(changeId)
      await client.refetchQueries({ queryKey: [work.item.module, work.item.id] })
      return true
    } catch (error) {
      const isConflict = error instanceof Problem && error.code === 'conflict'
      const [answered] = isConflict ? await look(patch, was).catch(() => []) : []
      if (answered) return await answered
      setProblem(sentence(error))
      return false
    } finally {
      setPending((old) => Object.fromEntries(Object.entries(old).filter(([name]) => !(name in patch))))
    }
  }
  const settle = async (isMine: boolean) => {
    if (!meanwhile) return
    const { name, mine, theirs, answer } = meanwhile
    setMeanwhile(null)
    const isKept = !isMine || (await save({ [name]: mine } as Patch, { [name]: theirs } as Patch))
    await client.refetchQueries({ queryKey: [work.item.module, work.item.id] })
    answer(isKept)
  }
  const shown = { ...saidOf(detail), ...pending }
  return { shown, save, meanwhile, settle, problem, dismiss: () => setProblem(null) }
}

export type ItemEdit = ReturnType<typeof useItemEdit>
