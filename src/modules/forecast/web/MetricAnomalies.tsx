import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { forecast } from '../contract.ts'

/** The weeks in which a metric moved unusually; of a metric nobody watches, just that. */
export default function MetricAnomalies({ metric }: { metric: string }) {
  const asked = useQuery(forecast.anomalies, {})
  const found = asked.data?.items.filter((one) => one.metric === metric) ?? []
  const isWatched = asked.data?.watched.some((one) => one.metric === metric) ?? false
  return (
    <Card
      title="Anomalies"
      actions={
        <Button small look="quiet" to="/changes?tab=anomalies">
          All anomalies
        </Button>
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <ul className="flex flex-col gap-2">
            {found.map(({ id, says, from, to }) => (
              <li key={id}>
                <span className="font-medium">{`${from} to ${to}: `}</span>
                {says}
              </li>
            ))}
            {found.length === 0 && (
              <li className="text-ink-2">
                {isWatched
                  ? 'Watched week by week; nothing has moved unusually.'
                  : 'This metric is not among those watched week by week.'}
              </li>
            )}
          </ul>
        )}
      </FaceOf>
    </Card>
  )
}
