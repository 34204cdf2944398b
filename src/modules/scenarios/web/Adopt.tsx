import { useState } from 'react'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { scenarios } from '../contract.ts'
import type { Shown } from './ScenarioPage.tsx'

/** Adopts the version that was shown when the dialog opened: what others change meanwhile is not adopted unseen. */
export function Adopt({ shown: { scenario }, onClose }: { shown: Shown; onClose: () => void }) {
  const [version] = useState(scenario.version)
  const [problem, setProblem] = useState<string | null>(null)
  const adopt = useCommand(scenarios.adopt, { isQuiet: true, alsoRefresh: ['budget'] })
  const back = useCommand(scenarios.takeBack, { alsoRefresh: ['budget'] })
  const { id, name, year } = scenario
  const save = async (reason: string) => {
    try {
      await adopt.attempt({ id, version, reason })
      toast(`${name} is adopted`, {
        detail: 'Every line that changed is on the decision log.',
        undo: () => void back.run({ id }),
      })
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <ReasonDialog
      title={`Adopt “${name}”`}
      description={
        year.state === 'approved'
          ? `The forecasts of ${year.label} become those of the scenario, and what lines give is moved to those that gain, in one step. What nobody takes is reserved on a placeholder; the approved plan stays as it is.`
          : `The plan of ${year.label} becomes that of the scenario, all lines in one step.`
      }
      label="Why"
      hint="The decision log keeps it with each line."
      verb="Adopt"
      most={400}
      problem={problem}
      isBusy={adopt.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
