import { Suspense } from 'react'
import { Card } from '../../../ui/parts/Card.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { type MetricShown, metrics } from '../../metrics/contract.ts'
import { Trust } from '../../metrics/web/index.ts'
import { plainTile } from './plain-tile.ts'
import { TileView } from './TileView.tsx'

/** The figure of the period beside how far it can be trusted, and what would raise that. */
export function MetricNow({ metric }: { metric: MetricShown }) {
  const { range } = usePeriod()
  const { data } = useQuery(metrics.grades, { metrics: [metric.id], ...range })
  const found = data?.items[0]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-(--gap) max-[960px]:grid-cols-1">
      <TileView tile={plainTile(metric.id, 'figure')} metric={metric} deeds={null} />
      <Card>
        {found?.grade ? (
          <Suspense>
            <Trust confidence={{ grade: found.grade, signals: found.signals }} />
          </Suspense>
        ) : (
          <p className="text-ink-2">{data ? 'Of nothing there is no confidence.' : '…'}</p>
        )}
      </Card>
    </div>
  )
}
