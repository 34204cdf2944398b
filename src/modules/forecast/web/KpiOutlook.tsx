import type { ReactNode } from 'react'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Kpi } from '../../strategy/contract.ts'
import { forecast, type MetricForecast } from '../contract.ts'
import { type Against, againstTarget, chanceWords, monthsTo } from '../rules.ts'
import { AgainstChart } from './AgainstChart.tsx'
import { endRequest } from './derived.ts'
import { rounded, usePrint } from './FanChart.tsx'

const title = 'Forecast against target'

/** Where the metric of a KPI agreement is heading by the end of its period, beside what was agreed; or why nobody can say. */
export default function KpiOutlook({ kpi }: { kpi: Kpi }) {
  const can = useCan()
  const why = can('metrics:read')
    ? whyNotForecast(kpi)
    : 'Figures are not shown to your role. Whoever manages roles can give it the right metrics:read.'
  const months = monthsTo(kpi.period.to, kpi.standing.on ?? new Date().toISOString().slice(0, 10))
  if (why !== null) return <Silent>{why}</Silent>
  if (typeof months === 'string') return <Silent>{months}</Silent>
  return <Outlook kpi={kpi} horizon={months} />
}

function whyNotForecast({ definition, state }: Kpi): string | null {
  if (state === 'withdrawn') return 'It was withdrawn: there is no target to hold a forecast against.'
  if (state === 'superseded')
    return 'It was superseded: the forecast stands against the target that is in force, on the page of its successor.'
  return definition.metric === null
    ? 'Its values are kept by hand: there is no history in the catalogue to forecast from.'
    : null
}

function Outlook({ kpi, horizon }: { kpi: Kpi; horizon: number }) {
  const { metric, where } = kpi.definition
  const asked = useQuery(forecast.show, { metric: metric ?? '', grain: 'month', horizon, where })
  const { data } = asked
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => data && <Held kpi={kpi} data={data} />}
    </FaceOf>
  )
}

function Held({ kpi, data }: { kpi: Kpi; data: MetricForecast }) {
  const found = heldAgainst(kpi, data)
  if (typeof found === 'string')
    return (
      <Silent metric={data.metric}>
        {found}
        <Notes notes={data.notices} />
      </Silent>
    )
  return (
    <section aria-label={title} className="flex flex-col gap-(--gap)">
      <Ends kpi={kpi} data={data} found={found} />
      <AgainstChart kpi={kpi} data={data} found={found} />
      <Notes notes={data.notices} />
    </section>
  )
}

function heldAgainst({ definition, period, target }: Kpi, data: MetricForecast): Against | string {
  if (data.refused !== null) return data.refused
  if (data.currency !== null && data.currency !== definition.currency)
    return `It was agreed in ${definition.currency} and what came is in ${data.currency}: the two are not held against each other.`
  const { better, isCumulative } = definition
  return againstTarget(data, { from: period.from, to: period.to, target, better, isCumulative })
}

type EndsProps = { kpi: Kpi; data: MetricForecast; found: Against }

function Ends({ kpi, data, found }: EndsProps) {
  const print = usePrint(data)
  const { end, chance } = found
  const { where, better } = kpi.definition
  return (
    <Figure
      label={`${title}, ${day(kpi.period.to)}`}
      unit={data.unit}
      currency={data.currency ?? undefined}
      value={rounded(end.point, data.unit)}
      better={better}
      target={{ value: kpi.target }}
      period={chance === 'over' ? undefined : `80 %: ${print(end.lo80)} to ${print(end.hi80)}`}
      explain={endRequest(data, found, { where, target: kpi.target })}
    >
      <p className="text-sm text-ink-2">{chanceWords[chance]}</p>
    </Figure>
  )
}

type SilentProps = { children: ReactNode; metric?: string }

const Silent = ({ children, metric }: SilentProps) => (
  <Card
    title={title}
    actions={
      metric && (
        <Button small look="quiet" to={`/forecast?metric=${metric}`}>
          Open the forecast
        </Button>
      )
    }
  >
    <div className="text-ink-2">{children}</div>
  </Card>
)
