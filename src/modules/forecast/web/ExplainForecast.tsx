import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { conditionWords, useWhere } from '../../../ui/where/useWhere.ts'
import { metrics } from '../../metrics/contract.ts'
import { sourcesOf } from '../../metrics/web/index.ts'
import type { FuturePoint, MetricForecast } from '../contract.ts'
import { rounded, usePrint } from './FanChart.tsx'

type ExplainForecastProps = {
  data: MetricForecast
  point: FuturePoint
  isOpen: boolean
  onClose: () => void
}

/** Where an expected value comes from: the method, the history it was learnt from, and what was done to it. */
export function ExplainForecast({ data, point, isOpen, onClose }: ExplainForecastProps) {
  const { where } = useWhere()
  const print = usePrint(data)
  const [first, last] = [data.history[0], data.history.at(-1)]
  const history = { metric: data.metric, from: first?.from, to: data.running?.seenTo ?? last?.to, where }
  const fed = useQuery(metrics.explain, history, { isOn: isOpen })
  const season = data.season === 'none' ? 'no season' : `${data.season} season`
  return (
    <ExplainDrawer
      isOpen={isOpen}
      onClose={onClose}
      isLoading={fed.isPending}
      error={fed.error}
      onRetry={fed.refetch}
      figure={{
        label: `${data.title} expected in ${point.period}`,
        value: rounded(point.point, data.unit),
        unit: data.unit,
        currency: data.currency ?? undefined,
      }}
      definition={`What ${data.title} is expected to come to, learnt from ${data.history.length} whole ${data.grain}s, ${first?.period} to ${last?.period}.`}
      formula={`${data.method}, ${season}, ${data.outliers === 'pulled_in' ? 'extremes and a lasting shift taken out' : 'history as it came'}; limits: what held in its own past`}
      period={`${point.from} to ${point.to}`}
      filters={conditionWords(where)}
      sources={fed.data && sourcesOf(fed.data)}
    >
      <MadeOf
        parts={[
          { name: '80 % limits', value: `${print(point.lo80)} to ${print(point.hi80)}` },
          { name: '95 % limits', value: `${print(point.lo95)} to ${print(point.hi95)}` },
          { name: `${data.grain}s ahead`, value: String(point.h) },
        ]}
      />
      <Notes notes={data.notices} />
    </ExplainDrawer>
  )
}
