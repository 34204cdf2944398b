import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { MetricAnomalies } from '../../forecast/web/index.ts'
import { type MetricShown, metrics } from '../../metrics/contract.ts'
import { metricCardSlot, metricSlot } from '../../metrics/web/index.ts'
import { MetricBreakdown } from './MetricBreakdown.tsx'
import { MetricHistory } from './MetricHistory.tsx'
import { MetricNow } from './MetricNow.tsx'

/** Everything about one metric, of every module that knows something of it. */
export default function MetricPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(metrics.catalogue, {})
  const metric = asked.data?.items.find((one) => one.id === id)
  return (
    <DetailPage
      hasPeriod
      title={metric?.title ?? id}
      crumbs={[{ title: 'Metrics', path: '/metrics' }]}
      description={metric?.words}
      actions={
        metric && (
          <Button to={`/metrics/explore?metrics=${id}`} look="secondary">
            Explore
          </Button>
        )
      }
      {...(metric ? { properties: propertiesOf(metric) } : {})}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        !metric && {
          children: `There is no metric “${id}”.`,
          action: (
            <Button look="primary" to="/metrics">
              All metrics
            </Button>
          ),
        }
      }
    >
      {() => metric && <Known key={id} metric={metric} dimensions={asked.data?.dimensions ?? []} />}
    </DetailPage>
  )
}

type KnownProps = { metric: MetricShown; dimensions: { name: string; words: string }[] }

const Known = ({ metric, dimensions }: KnownProps) => (
  <>
    <MetricNow metric={metric} />
    <MetricHistory metric={metric} />
    <MetricBreakdown metric={metric} dimensions={dimensions} />
    <Suspense>
      <MetricAnomalies metric={metric.id} />
      <Card title="Who uses it">
        <div className="flex flex-col gap-3">
          {[...metricSlot.all, ...metricCardSlot.all].map((Part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
            <Part key={index} metric={metric.id} />
          ))}
        </div>
      </Card>
    </Suspense>
  </>
)

const kinds = {
  activity: 'Activity: what we did',
  output: 'Output: what it produced',
  outcome: 'Outcome: what it changed',
}
const better = { up: 'More is better', down: 'Less is better', none: 'Neither way' }

const propertiesOf = (metric: MetricShown) => [
  { label: 'Formula', value: <code className="font-mono text-sm">{metric.formula}</code> },
  { label: 'Kind', value: <Badge>{kinds[metric.kind]}</Badge> },
  { label: 'Unit', value: metric.unit },
  { label: 'Direction', value: better[metric.direction] },
  { label: 'Over groups', value: metric.additive ? 'Summed' : 'Not summed' },
  { label: 'Name in the API', value: <code className="font-mono text-sm">{metric.id}</code> },
]
