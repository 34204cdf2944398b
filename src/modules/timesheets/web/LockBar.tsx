import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { timesheets, type Week } from '../contract.ts'

/** A week is handed in, and opened again by whoever leads its person. */
export function LockBar({ data }: { data: Week }) {
  const locking = useCommand(timesheets.lock)
  const reopening = useCommand(timesheets.reopen)
  const [isAsking, setAsking] = useState(false)
  const of = { personId: data.person.id, on: data.days[0]?.day ?? '' }
  const lock = async () => {
    if (await locking.run(of))
      toast('The week is locked', { detail: 'Whoever leads its person can reopen it.' })
  }
  return (
    <>
      {data.can.lock && (
        <Button small look="quiet" isBusy={locking.isRunning} onClick={() => void lock()}>
          Lock the week
        </Button>
      )}
      {data.can.reopen && (
        <Button small onClick={() => setAsking(true)}>
          Reopen the week
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={`Reopen the week of ${data.person.name}`}
          label="Why"
          verb="Reopen"
          most={300}
          onSave={async (reason) => {
            if (await reopening.run({ ...of, reason })) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
