import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Series } from '../../../ui/chart/shape.ts'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { being } from '../../../ui/where/where.ts'
import { pipeline } from '../contract.ts'
import { converted, type Step } from './counted.ts'
import { useBehind } from './ExplainBehind.tsx'
import { useCohort } from './useCohort.ts'

const grains = ['week', 'month', 'quarter', 'year'] as const
type Grain = (typeof grains)[number]
type Group = Out<typeof pipeline.conversion>['cohorts'][number]

/** The interval of fewer people than this says nothing and would only stretch the axis. */
const fewest = 20

/** Conversion between two stages by cohort; cohorts too young to be judged are dashed. */
export function Conversion({ stages }: { stages: Step[] }) {
  const [grain] = useUrl('grain', 'month')
  const { from, to, days, chooser } = useStages(stages)
  const { cohort, period } = useCohort()
  const { explain, drawer } = useBehind()
  const asked = useQuery(
    pipeline.conversion,
    {
      ...cohort,
      fromStage: from?.stage ?? '',
      toStage: to?.stage ?? '',
      horizon: days,
      grain: grain as Grain,
    },
    { isOn: from !== undefined && to !== undefined },
  )
  const cohorts = asked.data?.cohorts ?? []
  const told = (at: number) => {
    const one = cohorts[at]
    if (!one || !from || !to) return
    const where = [...cohort.where, being(grain, one.period)]
    explain(converted(one, from, to, days, period.label, { ...cohort, where }))
  }
  return (
    <>
      <Chart
        title={`${from?.name} to ${to?.name} by cohort, within ${days} days`}
        hint={asked.data?.notes.join(' ') || 'With the 95 % interval.'}
        kind="line"
        isFromZero
        unit="ratio"
        categoryTitle="Cohort"
        categories={cohorts.map((one) => one.period)}
        series={seriesOf(cohorts)}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        actions={chooser}
        onSelect={({ index }) => told(index)}
      />
      {drawer}
    </>
  )
}

/** The two stages in the URL, the days between them, and the fields that choose them. */
function useStages(stages: Step[]) {
  const [fromId, setFrom] = useUrl('from', stages[0]?.stage ?? '')
  const [toId, setTo] = useUrl('to', stages.at(-1)?.stage ?? '')
  const [grain, setGrain] = useUrl('grain', 'month')
  const [horizon] = useUrl('horizon', 'none')
  const from = stages.find((one) => one.stage === fromId) ?? stages[0]
  const later = from ? stages.slice(stages.indexOf(from) + 1) : []
  const to = later.find((one) => one.stage === toId) ?? later.at(-1)
  const options = (some: Step[]) => some.map((one) => ({ value: one.stage, label: one.name }))
  const every = grains.map((value) => ({ value, label: `by ${value}` }))
  return {
    from,
    to,
    days: Number(horizon) > 0 ? Number(horizon) : 90,
    chooser: (
      <div className="flex flex-wrap gap-1">
        <Select
          small
          label="From stage"
          value={from?.stage ?? ''}
          options={options(stages.slice(0, -1))}
          onChange={setFrom}
        />
        <Select small label="To stage" value={to?.stage ?? ''} options={options(later)} onChange={setTo} />
        <Select small label="Cohorts" value={grain} options={every} onChange={setGrain} />
      </div>
    ),
  }
}

function seriesOf(cohorts: Group[]): Series[] {
  const firstYoung = cohorts.findIndex((one) => !one.mature)
  const done = {
    name: 'Conversion',
    isAccent: true,
    values: cohorts.map((one) => (one.mature ? one.rate : null)),
    band: cohorts.map((one) => (one.mature && one.entered >= fewest ? one.interval : null)),
  }
  if (firstYoung < 0) return [done]
  const young = cohorts.map((one, at) => (at >= firstYoung - 1 ? one.rate : null))
  return [done, { name: 'Not finished', isForecast: true, values: young }]
}
