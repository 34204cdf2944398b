import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { strategy, type Vision } from '../contract.ts'
import { Compared } from './Compared.tsx'

/** Every version stays; any two are compared, and an earlier one is put back as a new one. */
export function VisionVersions({ vision }: { vision: Vision }) {
  const [shown, show] = useState<number | null>(null)
  return (
    <Card title="Versions" hint="Nothing is ever lost.">
      <ul className="flex flex-col gap-2">
        {vision.versions.map((one) => (
          <li key={one.version} className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{`Version ${one.version}`}</span>
            <span className="text-ink-2">{one.by}</span>
            <When at={one.at} />
            {one.buyIns.length > 0 && <Badge tone="good">{`Bought in: ${one.buyIns.join(', ')}`}</Badge>}
            {one.version === vision.version ? (
              <Badge>In force</Badge>
            ) : (
              <Button
                small
                look="quiet"
                aria-label={`Compare version ${one.version}`}
                onClick={() => show(one.version)}
              >
                Compare
              </Button>
            )}
            {one.reason && <span className="w-full text-sm text-ink-3">{one.reason}</span>}
          </li>
        ))}
      </ul>
      {shown !== null && <Between vision={vision} version={shown} onClose={() => show(null)} />}
    </Card>
  )
}

function Between({ vision, version, onClose }: { vision: Vision; version: number; onClose: () => void }) {
  const asked = useQuery(strategy.compareVision, { before: version, after: vision.version })
  const back = useCommand(strategy.putVisionBack)
  const put = () => void back.run({ version, base: vision.version }).then((done) => done && onClose())
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={`Version ${version} and version ${vision.version}`}
      description="What was taken out is struck through, what was put in is marked."
      actions={
        vision.can.manage && (
          <Button isBusy={back.isRunning} onClick={put}>
            {`Put version ${version} back`}
          </Button>
        )
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => <Compared lines={asked.data?.lines ?? []} />}
      </FaceOf>
    </Dialog>
  )
}
