import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import type { Ranking } from '../contract.ts'

/** Everything that was put elsewhere than its score does: by whom, why, and until when. */
export function OverridesTab({ data }: { data: Ranking }) {
  if (data.overrides.length === 0)
    return (
      <EmptyState>
        Nothing was put elsewhere: the order is the one of the scores. Who puts an item elsewhere gives a
        reason, which stands here.
      </EmptyState>
    )
  return (
    <ol className="flex flex-col divide-y divide-line">
      {data.overrides.map((one) => (
        <li key={one.id} className="flex flex-col gap-0.5 py-2">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {one.item}
            <Badge tone={one.endedAt ? 'neutral' : 'warn'}>
              {one.ranked === null
                ? `Put at ${one.place}, without a score`
                : `From rank ${one.ranked} to ${one.place}`}
            </Badge>
            {one.endedAt && (
              <span className="text-sm font-normal text-ink-3">{`ended by ${one.endedBy}`}</span>
            )}
          </p>
          <p className="text-ink-2">{one.reason}</p>
          <p className="text-sm text-ink-3">
            {`${one.by}, `}
            <When at={one.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
