import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { proofing, type Whole } from '../contract.ts'
import { StagesForm } from './StagesForm.tsx'

/** The next round is about the newest version; open pins come along. */
export function RoundDialog({ proof, onClose }: { proof: Whole; onClose: () => void }) {
  const choices = useQuery(proofing.choices, { id: proof.fileId })
  const next = useCommand(proofing.nextRound, { isQuiet: true, alsoRefresh: ['identity'] })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Round ${proof.round + 1}, of version ${proof.newer}`}
      description="Pins that are open are carried over."
    >
      <FaceOf isLoading={choices.isPending} error={choices.error} onRetry={choices.refetch}>
        {() => (
          <StagesForm
            id={`round-${proof.id}-${proof.round}`}
            people={choices.data?.people ?? []}
            saveLabel="Open the round"
            onSave={(stages) =>
              next.attempt({ id: proof.id, round: proof.round, number: proof.newer ?? proof.number, stages })
            }
            onSaved={onClose}
            onCancel={onClose}
          />
        )}
      </FaceOf>
    </Dialog>
  )
}
