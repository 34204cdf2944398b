import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Cost, costs } from '../contract.ts'

/** What shows costs besides their own page. */
export const refresh = { alsoRefresh: ['metrics', 'returns'] }

/** Remove costs at once and offer to put them back. */
export function useRemoving() {
  const remove = useCommand(costs.remove, refresh)
  const restore = useCommand(costs.restore, refresh)
  return async (rows: Cost[]) => {
    const gone: string[] = []
    for (const { id } of rows) if (await remove.run({ id })) gone.push(id)
    if (gone.length === 0) return
    const back = async () => {
      for (const id of gone) await restore.run({ id })
    }
    toast(gone.length === 1 ? 'Cost removed' : `${gone.length} costs removed`, { undo: () => void back() })
  }
}
