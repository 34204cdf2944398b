import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { imports } from '../../imports/contract.ts'

type Kind = 'channel' | 'campaign' | 'product' | 'owner' | 'account' | 'stage'

/** Sets how a value is read, with the word before offered back. */
export function useWord() {
  const set = useCommand(imports.setWord, { alsoRefresh: ['quality', 'metrics', 'pipeline'] })
  return async (kind: string, raw: string, value: string, before = '') => {
    const asked = { kind: kind as Kind, raw }
    const done = await set.run({ ...asked, value })
    if (!done) return
    toast(value ? `“${raw}” is read as “${value}”` : `“${raw}” is read as it stands again`, {
      undo: () => void set.run({ ...asked, value: before }),
    })
  }
}
