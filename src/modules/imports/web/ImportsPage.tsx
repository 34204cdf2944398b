import { useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { invalidate, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Import, imports } from '../contract.ts'
import { choose } from './choose.ts'
import { DropZone } from './DropZone.tsx'
import { History } from './History.tsx'
import { Landing } from './Landing.tsx'
import { isMoving } from './status.tsx'
import { Tray } from './Tray.tsx'
import { Uploads } from './Uploads.tsx'
import { onRead } from './uploads.ts'

/** Ids of the files that were landed last, so that their receipt is still there after a look elsewhere. */
let lastLanding: string[] = []
const openedAt = Date.now()

export default function ImportsPage() {
  const [tab] = useUrl('tab', 'now')
  const can = useCan()
  const latest = useLatest()
  return (
    <Page
      title="Imports"
      isFlush={tab === 'history'}
      description="Hand in exports, see what was understood, then let them count. Every import can be undone."
      tabs={[
        { value: 'now', label: 'Hand in' },
        { value: 'history', label: 'History', count: latest.data?.total },
      ]}
      actions={
        <>
          {can('work:manage') && <Button to="/work/takeovers">Take work over</Button>}
          {tab === 'history' && can('imports:write') && (
            <Button icon={<FileUp size={14} />} onClick={choose}>
              Choose files
            </Button>
          )}
        </>
      }
      isLoading={tab === 'now' && latest.isPending}
      error={tab === 'now' ? latest.error : null}
      onRetry={latest.refetch}
    >
      {() => (tab === 'history' ? <History /> : <HandIn items={latest.data?.items ?? []} />)}
    </Page>
  )
}

/** The latest imports; asked again every second while something moves, so that progress shows and can be left. */
function useLatest() {
  const client = useQueryClient()
  useEffect(() => onRead(() => void invalidate(client, 'imports')), [client])
  const [isBusy, setBusy] = useState(false)
  const latest = useQuery(imports.list, { limit: 200 }, { every: isBusy && 1000 })
  const moves = latest.data?.items.some(isMoving) ?? false
  useEffect(() => {
    setBusy(moves)
    if (!moves) for (const module of ['metrics', 'pipeline', 'quality']) void invalidate(client, module)
  }, [moves, client])
  return latest
}

function HandIn({ items }: { items: Import[] }) {
  const can = useCan()
  const [landing, setLanding] = useState(lastLanding)
  const start = (ids: string[]) => {
    lastLanding = ids
    setLanding(ids)
  }
  const followed = items.filter((one) => landing.includes(one.id) || isMoving(one))
  const waiting = items.filter((one) => !followed.includes(one) && isWaiting(one))
  return (
    <>
      {can('imports:write') && <DropZone isLarge={items.length === 0} />}
      <Uploads />
      <Landing items={followed} />
      <Tray items={waiting} onLanding={start} />
    </>
  )
}

const dayMs = 86_400_000

/** Decisions wait; what needs none is shown only to those who have just handed it in. The history has them all. */
function isWaiting({ status, uploadedAt }: Import): boolean {
  if (status === 'ready' || status === 'unsettled') return true
  const at = Date.parse(uploadedAt)
  if (status === 'unknown' || status === 'failed') return at > Date.now() - dayMs
  return at > openedAt - 60_000 && (status === 'not_used' || status === 'already')
}
