import { Money } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { positions } from '../contract.ts'
import { ByMonth } from './ByMonth.tsx'

/** What it would take of a line. */
export function Weight({ id, lineId }: { id: string; lineId: string }) {
  const asked = useQuery(positions.weigh, { id, lineId })
  const { data } = asked
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      skeleton={<Skeleton className="h-24" />}
    >
      {() =>
        data && (
          <div className="flex flex-col gap-2">
            <p>
              {'It takes '}
              <Money minor={data.minor} currency={data.currency} />
              {' of '}
              <Money minor={data.available} currency={data.currency} />
              {' available.'}
            </p>
            <ByMonth minor={data.months} monthsOn={data.monthsOn} currency={data.currency} />
            {data.whyNot && <Notice tone="warn">{data.whyNot}</Notice>}
          </div>
        )
      }
    </FaceOf>
  )
}
