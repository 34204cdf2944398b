import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Item, type Patch, work } from '../../contract.ts'
import { useUndo } from '../undo.ts'

const saidOf = (item: Item): Patch => ({
  ...{ assigneeIds: item.assignees.map((one) => one.id), dueOn: item.dueOn, priority: item.priority },
  estimateMinutes: item.estimateMinutes,
})

/** Changes a field of an item where it stands in a list; what somebody else changed meanwhile is asked about. */
export function useCellEdit() {
  const edit = useCommand(work.edit, { isQuiet: true })
  const undo = useUndo()
  return async (item: Item, patch: Patch): Promise<boolean> => {
    const held = saidOf(item)
    const was = Object.fromEntries(Object.keys(patch).map((name) => [name, held[name as keyof Patch]]))
    try {
      undo.keep((await edit.attempt({ ids: [item.id], patch, was })).changeId)
      return true
    } catch (error) {
      toast(sentence(error), { tone: 'bad' })
      return false
    }
  }
}
