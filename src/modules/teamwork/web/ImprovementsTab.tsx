import { useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { teamwork } from '../contract.ts'
import { ImprovementForm } from './ImprovementForm.tsx'
import { Improvements } from './Improvements.tsx'

/** The backlog of changes of the process, what is open and due first on top. */
export function ImprovementsTab() {
  const asked = useQuery(teamwork.improvements, {})
  const [isNew, setNew] = useState(false)
  const mayWrite = useCan()('teamwork:write')
  useKeys({ c: () => setNew(true) }, { isOn: mayWrite })
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => (
        <Card
          title="Improvements"
          hint="Changes of the process: measured before, measured after, adopted or dropped."
          actions={
            mayWrite && (
              <Button look="primary" onClick={() => setNew(true)}>
                Change the process
              </Button>
            )
          }
        >
          <Improvements
            items={asked.data?.items ?? []}
            empty="No change of the process is planned. Press c, or end a review in one."
          />
          {isNew && <ImprovementForm of={null} reviewId={null} onClose={() => setNew(false)} />}
        </Card>
      )}
    </FaceOf>
  )
}
