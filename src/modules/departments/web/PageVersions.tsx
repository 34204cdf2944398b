import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Compared } from '../../strategy/web/index.ts'
import { type DepartmentPage, departments } from '../contract.ts'

/** Every version stays; an earlier one is compared, and put back as a new one. */
export function PageVersions({ page }: { page: DepartmentPage }) {
  const [shown, show] = useState<number | null>(null)
  return (
    <Card title="Versions" hint="Nothing is ever lost.">
      <ul className="flex flex-col gap-2">
        {page.versions.map((one) => (
          <li key={one.version} className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{`Version ${one.version}`}</span>
            <span className="text-ink-2">{one.by}</span>
            <When at={one.at} />
            {one.version === page.version ? (
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
      {shown !== null && <Between page={page} version={shown} onClose={() => show(null)} />}
    </Card>
  )
}

type BetweenProps = { page: DepartmentPage; version: number; onClose: () => void }

function Between({ page, version, onClose }: BetweenProps) {
  const { id, version: base } = page
  const asked = useQuery(departments.compare, { id, before: version, after: base })
  const back = useCommand(departments.putBack)
  const put = () => void back.run({ id, version, base }).then((done) => done && onClose())
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={`Version ${version} and version ${base}`}
      description="What was taken out is struck through, what was put in is marked."
      actions={
        page.can.write && (
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
