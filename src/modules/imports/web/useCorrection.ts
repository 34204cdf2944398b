import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { imports } from '../contract.ts'
import type { Mapping } from './mapping-edit.ts'

/** Corrects the mapping of an import; under a name, the next file with the same headings is read the same way. */
export function useCorrection(id: string) {
  const correct = useCommand(imports.correct)
  const save = async (mapping: Mapping, saveAs?: string): Promise<boolean> => {
    const answer = await correct.run({ id, mapping, ...(saveAs ? { saveAs } : {}) })
    if (answer && saveAs)
      toast(`Kept as “${saveAs}”`, { detail: 'Files with the same headings are read like this from now on.' })
    return answer !== undefined
  }
  return { save, isRunning: correct.isRunning }
}
