import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { forecast, grains, type MetricForecast } from '../contract.ts'
import { usualHorizon } from '../rules.ts'
import { Expected } from './Expected.tsx'
import { FanChart } from './FanChart.tsx'
import { LookBack } from './LookBack.tsx'
import { useMetric, useValues } from './useMetric.ts'

const every = grains.map((value) => ({ value, label: `by ${value}` }))
const reaches = { week: [6, 13, 26, 52], month: [3, 6, 12, 18], quarter: [2, 4, 8] }

const treatments = [
  { value: 'kept', label: 'History as it came' },
  { value: 'pulled_in', label: 'Extremes pulled in' },
]

/** One metric of the catalogue: its history, where it is heading, and how wrong that would have been. */
export function OneMetric() {
  const { asked: catalogue, metric, setId, options, dimensions } = useMetric()
  const { grain, setGrain, horizon, setHorizon } = useReach()
  const { where } = useWhere()
  const [wanted, setOutliers] = useUrl('outliers', 'kept')
  const outliers = wanted === 'pulled_in' ? wanted : 'kept'
  const asked = useQuery(
    forecast.show,
    { metric: metric?.id ?? '', grain, horizon, where, outliers },
    { isOn: metric !== undefined },
  )
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Combobox
          label="Metric"
          className="w-60"
          value={metric?.id ?? null}
          options={options}
          onChange={(id) => id && setId(id)}
        />
        <Segmented label="Periods" value={grain} options={every} onChange={setGrain} />
        <Select
          label="How far ahead"
          value={String(horizon)}
          options={reaches[grain].map((n) => ({ value: String(n), label: `${n} ${grain}s ahead` }))}
          onChange={setHorizon}
        />
        <Select label="Extremes" value={outliers} options={treatments} onChange={setOutliers} />
        <WhereBar dimensions={dimensions} useValues={useValues} />
      </div>
      <FaceOf
        isLoading={catalogue.isPending || asked.isPending}
        error={catalogue.error ?? asked.error}
        onRetry={() => void (catalogue.error ? catalogue.refetch() : asked.refetch())}
      >
        {() => asked.data && <Full data={asked.data} />}
      </FaceOf>
    </>
  )
}

function useReach() {
  const [wanted, setGrain] = useUrl('grain', 'month')
  const grain = grains.find((one) => one === wanted) ?? 'month'
  const [ahead, setHorizon] = useUrl('horizon', '')
  const n = Number(ahead)
  const horizon = reaches[grain].includes(n) ? n : usualHorizon[grain]
  return { grain, setGrain, horizon, setHorizon }
}

function Full({ data }: { data: MetricForecast }) {
  const { where, clear } = useWhere()
  if (data.refused !== null)
    return (
      <Card>
        <EmptyState
          action={
            where.length > 0 ? (
              <Button onClick={clear}>Lift the filters</Button>
            ) : (
              <Button look="primary" to="/imports">
                Import files
              </Button>
            )
          }
        >
          {data.refused}
        </EmptyState>
        <Notes notes={data.notices} />
      </Card>
    )
  return (
    <>
      <Expected data={data} />
      <FanChart data={data} where={where} />
      <Notes notes={data.notices} />
      <LookBack data={data} />
    </>
  )
}
