import { useState } from 'react'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import type { Stage } from './stage-edit.ts'

type SaveStagesProps = { stages: Stage[]; version: number; onClose: () => void }

/** Definitions change in the open: with a reason, as a version, and not over somebody else's change. */
export function SaveStages({ stages, version, onClose }: SaveStagesProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const change = useCommand(pipeline.changeStages, { isQuiet: true, alsoRefresh: ['metrics', 'quality'] })
  const save = async (reason: string) => {
    try {
      await change.attempt({ stages, reason, version })
      toast('Stages saved', { detail: 'Figures are being rebuilt; that takes a moment.' })
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <ReasonDialog
      title="Why do the stages change?"
      description="The reason stays with this version; the old one stays on record."
      label="Reason"
      verb="Save the stages"
      most={500}
      problem={problem}
      isBusy={change.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
