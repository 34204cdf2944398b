import { closeToast, toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { work } from '../contract.ts'

/** The last change made in this tab, for `z`. */
let last: string | null = null
/** What was said of each change that can be undone; once it is undone by a key, the offer is stale. */
const offers = new Map<string, string>()

/** Says what was done and offers the way back. */
export function useUndo() {
  const undo = useCommand(work.undo, { alsoRefresh: ['trace'] })
  const takeBack = async (id: string) => {
    if (last === id) last = null
    closeToast(offers.get(id) ?? '')
    offers.delete(id)
    const done = await undo.run({ id })
    if (done) toast(done.kept === 0 ? 'Undone' : `Undone, but for ${done.kept} that somebody changed since`)
  }
  return {
    /** Without words the change is kept for `z` alone: of a field that shows what it holds. */
    keep(changeId: string | null, words?: string, detail?: string) {
      last = changeId ?? last
      if (!words) return
      const said = toast(words, {
        ...(detail ? { detail } : {}),
        ...(changeId ? { undo: () => void takeBack(changeId) } : {}),
      })
      if (changeId) offers.set(changeId, said)
    },
    takeLast() {
      if (last) void takeBack(last)
      else toast('There is nothing of yours to undo here', { tone: 'info' })
    },
  }
}
