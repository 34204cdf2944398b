import { When } from '../../../../ui/format/Values.tsx'
import { FaceOf } from '../../../../ui/kit/Page.tsx'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { work } from '../../contract.ts'

/** The stages an item went through: how long, who moved it, what was jumped over and why. */
export function Past({ id, madeBy }: { id: string; madeBy: string }) {
  const asked = useQuery(work.past, { id })
  return (
    <Card title="Past" hint={`Added by ${madeBy}`}>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <ol className="flex flex-col gap-2">
            {asked.data?.items.map((one) => (
              <li key={`${one.stage} ${one.enteredAt}`} className="flex flex-col">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{one.stage}</span>
                  <span className="tabular text-sm text-ink-2">{stayed(one.enteredAt, one.leftAt)}</span>
                  {one.isLate && <Badge tone="bad">Longer than it should</Badge>}
                  {one.skipped.length > 0 && (
                    <Badge tone="warn">{`Jumped over ${one.skipped.join(', ')}`}</Badge>
                  )}
                </span>
                <span className="text-sm text-ink-3">
                  {`${one.by}, `}
                  <When at={one.enteredAt} />
                  {one.reason && `: ${one.reason}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </FaceOf>
    </Card>
  )
}

function stayed(from: string, to: string | null): string {
  const hours = Math.max(
    0,
    ((to ? new Date(to) : new Date()).getTime() - new Date(from).getTime()) / 3_600_000,
  )
  const words = hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`
  return to ? words : `${words} so far`
}
