import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'

/** Sales operations says why a lead should not have been handed over; marketing operations answers. */
export function DisputeLead({ id, onClose }: { id: string; onClose: () => void }) {
  const dispute = useCommand(pipeline.dispute)
  const save = async (reason: string) => {
    const done = await dispute.run({ id, reason })
    if (!done) return
    toast('Disputed', { detail: 'Whoever looks after the data answers it.' })
    onClose()
  }
  return (
    <ReasonDialog
      title="Dispute this lead"
      label="What is wrong with it"
      hint="Wrong person, duplicate, not qualified, wrong source …"
      verb="Dispute"
      most={1000}
      isBusy={dispute.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
