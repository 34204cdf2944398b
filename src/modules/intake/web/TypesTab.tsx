import { Link } from '@tanstack/react-router'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { sentence, useQuery } from '../../../ui/query.ts'
import { intake, type RequestType } from '../contract.ts'

/** What can be asked of the team. */
export default function TypesTab() {
  const asked = useQuery(intake.types, {})
  const retired = useQuery(intake.types, { isRetired: true }).data?.items ?? []
  if (asked.error) return <p className="text-bad">{sentence(asked.error)}</p>
  if (!asked.data) return <Skeleton className="h-60" />
  const { items, can } = asked.data
  return (
    <>
      {can.manage && (
        <div>
          <Button look="primary" to="/intake-types/new">
            New request type
          </Button>
        </div>
      )}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
        {[...items, ...retired].map((one) => (
          <Shown key={one.id} one={one} />
        ))}
      </ul>
    </>
  )
}

const Shown = ({ one }: { one: RequestType }) => (
  <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
    <Link to={`/intake-types/${one.id}`} className="font-medium text-accent-ink underline">
      {one.name}
    </Link>
    <span className="text-ink-2">{one.purpose}</span>
    <span className="flex-1" />
    {one.isRetired && <Badge>Retired</Badge>}
    <span className="text-sm text-ink-3">
      {`${one.whoSees} · answer within ${one.promiseDays} working days · ${one.requests} requests`}
    </span>
  </li>
)
