import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Finding, quality } from '../contract.ts'

/** A finding may be right as it is; then it says who decided so, and why. */
export function Accept({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const accept = useCommand(quality.accept)
  const save = async (reason: string) => {
    const done = await accept.run({ id: finding.id, reason })
    if (!done) return
    toast('Accepted', { detail: finding.title })
    onClose()
  }
  return (
    <ReasonDialog
      title="Accept this finding"
      description={finding.says}
      label="Why it is fine as it is"
      hint="It stays listed under Accepted, with your name."
      verb="Accept"
      most={500}
      isBusy={accept.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
