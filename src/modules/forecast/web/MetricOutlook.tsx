import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { forecast, type Grain } from '../contract.ts'
import { FanChart } from './FanChart.tsx'

type MetricOutlookProps = { metric: string; grain: Grain }

/** Where a metric is heading, or why nobody can say. */
export default function MetricOutlook({ metric, grain }: MetricOutlookProps) {
  const asked = useQuery(forecast.show, { metric, grain })
  const { data } = asked
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() =>
        data &&
        (data.refused === null ? (
          <>
            <FanChart data={data} />
            <Notes notes={data.notices} />
          </>
        ) : (
          <Card
            title="Forecast"
            actions={
              <Button small look="quiet" to={`/forecast?metric=${metric}`}>
                Open the forecast
              </Button>
            }
          >
            <p className="text-ink-2">{data.refused}</p>
          </Card>
        ))
      }
    </FaceOf>
  )
}
