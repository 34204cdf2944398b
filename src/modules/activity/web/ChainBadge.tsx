import { Badge } from '../../../ui/parts/Badge.tsx'
import { Tooltip } from '../../../ui/parts/Tooltip.tsx'
import { useQuery } from '../../../ui/query.ts'
import { activity } from '../contract.ts'

/** Whether the audit trail is as it was written. */
export function ChainBadge() {
  const { data, error } = useQuery(activity.chain, {})
  if (error) return <Badge tone="warn">Chain not checked</Badge>
  if (!data) return <Badge>Checking the chain …</Badge>
  if (data.broken)
    return (
      <Tooltip text={data.broken.reason}>
        <span>
          <Badge tone="bad">Broken at {data.broken.position}</Badge>
        </span>
      </Tooltip>
    )
  const waiting = data.unsealed > 0 ? `, ${data.unsealed} about to be sealed` : ''
  return (
    <Tooltip
      text={`Each of the ${data.sealed} events carries the hash of the one before it. All were checked just now${waiting}.`}
    >
      <button type="button" className="rounded-sm">
        <Badge tone="good">Verified: {data.sealed} sealed</Badge>
      </button>
    </Tooltip>
  )
}
