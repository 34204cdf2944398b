import { Chart } from '../../../ui/chart/Chart.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { pipeline } from '../contract.ts'
import type { Step } from './FunnelSteps.tsx'
import { useCohort } from './useCohort.ts'

const grains = ['week', 'month', 'quarter', 'year'] as const
type Grain = (typeof grains)[number]

/** The interval of fewer people than this says nothing and would only stretch the axis. */
const fewest = 20

/** Conversion between two stages by cohort; cohorts too young to be judged are dashed. */
export function Conversion({ stages }: { stages: Step[] }) {
  const { cohort } = useCohort()
  const [from, setFrom] = useUrl('from', stages[0]?.stage ?? '')
  const [to, setTo] = useUrl('to', stages.at(-1)?.stage ?? '')
  const [grain, setGrain] = useUrl('grain', 'month')
  const [horizon] = useUrl('horizon', 'none')
  const days = Number(horizon) > 0 ? Number(horizon) : 90
  const start = stages.findIndex((one) => one.stage === from)
  const later = stages.slice(start + 1)
  const toStage = later.some((one) => one.stage === to) ? to : (later.at(-1)?.stage ?? '')
  const asked = useQuery(
    pipeline.conversion,
    { ...cohort, fromStage: from, toStage, horizon: days, grain: grain as Grain },
    { isOn: toStage !== '' },
  )
  const cohorts = asked.data?.cohorts ?? []
  const nameOf = (id: string) => stages.find((one) => one.stage === id)?.name ?? id
  const firstYoung = cohorts.findIndex((one) => !one.mature)
  const options = (some: Step[]) => some.map((one) => ({ value: one.stage, label: one.name }))
  return (
    <Chart
      title={`${nameOf(from)} to ${nameOf(toStage)} by cohort, within ${days} days`}
      hint={asked.data?.notes.join(' ') || 'With the 95 % interval.'}
      kind="line"
      isFromZero
      unit="ratio"
      categoryTitle="Cohort"
      categories={cohorts.map((one) => one.period)}
      series={[
        {
          name: 'Conversion',
          isAccent: true,
          values: cohorts.map((one) => (one.mature ? one.rate : null)),
          band: cohorts.map((one) => (one.mature && one.entered >= fewest ? one.interval : null)),
        },
        ...(firstYoung >= 0
          ? [
              {
                name: 'Not finished',
                isForecast: true,
                values: cohorts.map((one, at) => (at >= firstYoung - 1 ? one.rate : null)),
              },
            ]
          : []),
      ]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        <div className="flex flex-wrap gap-1">
          <Select
            small
            label="From stage"
            value={from}
            options={options(stages.slice(0, -1))}
            onChange={setFrom}
          />
          <Select small label="To stage" value={toStage} options={options(later)} onChange={setTo} />
          <Select
            small
            label="Cohorts"
            value={grain}
            options={grains.map((value) => ({ value, label: `by ${value}` }))}
            onChange={setGrain}
          />
        </div>
      }
    />
  )
}
