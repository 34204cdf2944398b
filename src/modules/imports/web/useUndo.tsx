import { useState } from 'react'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Import, imports } from '../contract.ts'

/** Asks once, then takes landed imports back. */
export function useUndo() {
  const [asked, setAsked] = useState<Import[]>([])
  const undo = useCommand(imports.undo, { alsoRefresh: ['metrics', 'pipeline', 'quality'] })
  const names = asked.map((one) => one.file).join(', ')
  const confirm = async () => {
    const answers = await Promise.all(asked.map(({ id }) => undo.run({ id })))
    const done = answers.filter(Boolean).length
    if (done > 0)
      toast(`Undoing ${done === 1 ? names : `${done} files`}`, { detail: 'The files themselves are kept.' })
    setAsked([])
  }
  const dialog = (
    <Confirm
      isOpen={asked.length > 0}
      onClose={() => setAsked([])}
      title={asked.length === 1 ? 'Undo this import?' : `Undo ${asked.length} imports?`}
      description={`Figures will be as if ${names} had never come. To bring ${asked.length === 1 ? 'it' : 'them'} back, hand ${asked.length === 1 ? 'it' : 'them'} in again.`}
      verb="Undo"
      isBusy={undo.isRunning}
      onConfirm={() => void confirm()}
    />
  )
  return { ask: setAsked, dialog }
}
