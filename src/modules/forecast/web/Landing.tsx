import type { Filter } from '../../../engine/query/query.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { FigureRow } from '../../../ui/figure/Figure.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { Velocity } from '../../pipeline/web/index.ts'
import { forecast, type Landing as Landed } from '../contract.ts'
import { printed } from '../rules.ts'
import CoverageFigure from './Coverage.tsx'
import { Assumptions, LandingLookBack } from './LandingBasis.tsx'
import { already, partRequest, toCome } from './landing-parts.ts'
import { OpenList } from './OpenList.tsx'
import { Quarter } from './Quarter.tsx'
import { useDimensionsOf, useValues } from './useMetric.ts'

/** Where bookings of this quarter and the next will land, from what is open and what is yet to open. */
export function Landing() {
  const { where, clear } = useWhere()
  const asked = useQuery(forecast.landing, { where })
  const dimensions = useDimensionsOf('won_value')
  return (
    <>
      <WhereBar dimensions={dimensions} useValues={useValues} />
      {asked.data && <Figures data={asked.data} where={where} />}
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          asked.data &&
          (asked.data.refused === null ? (
            <Full data={asked.data} />
          ) : (
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
                {asked.data.refused}
              </EmptyState>
            </Card>
          ))
        }
      </FaceOf>
    </>
  )
}

/** Whether there is enough to work with, and how fast it turns into bookings. */
function Figures({ data, where }: { data: Landed; where: Filter[] }) {
  const [now, next] = data.quarters
  return (
    <FigureRow>
      <CoverageFigure {...(now ? { from: now.from, to: now.to } : {})} where={where} />
      {next && <CoverageFigure from={next.from} to={next.to} where={where} />}
      <Velocity cohort={{ where }} period="all time" />
    </FigureRow>
  )
}

function Full({ data }: { data: Landed }) {
  const [now, next] = data.quarters
  if (!now || !next) return null
  return (
    <>
      <p className="text-lg font-semibold">
        {`${now.label} lands at about ${printed(now.p50, 'money', data.currency)}, with 80 % between ${printed(now.p10, 'money', data.currency)} and ${printed(now.p90, 'money', data.currency)}.`}
      </p>
      <div className="grid grid-cols-2 gap-(--gap) max-[900px]:grid-cols-1">
        <Quarter quarter={now} data={data} />
        <Quarter quarter={next} data={data} />
      </div>
      <Made data={data} />
      <OpenList data={data} />
      <div className="grid grid-cols-2 gap-(--gap) max-[900px]:grid-cols-1">
        <Assumptions data={data} />
        <LandingLookBack data={data} />
      </div>
      <Notes notes={data.notices} />
    </>
  )
}

/** What each quarter is made of: won already, from what is open, from what is yet to open. */
function Made({ data }: { data: Landed }) {
  const { where } = useWhere()
  const { explain, drawer } = useExplaining()
  const { quarters, currency } = data
  const [now] = quarters
  const expected = now ? now.fromOpen + now.fromNew : 0
  const pick = ({ index, series }: Picked) => {
    const quarter = quarters[index]
    if (quarter) explain(partRequest(data, quarter, series, where))
  }
  return (
    <>
      <Chart
        onSelect={pick}
        title={
          now
            ? `${now.label}: ${printed(now.already, 'money', currency)} are won, ${printed(expected, 'money', currency)} are expected to come`
            : 'What it is made of'
        }
        hint="The expected sums, which differ a little from the middle of the range"
        kind="stacked"
        unit="money"
        currency={currency}
        height={220}
        categoryTitle="Quarter"
        categories={quarters.map((one) => one.period)}
        series={[
          { name: already, values: quarters.map((one) => one.already) },
          { name: toCome.open.label, values: quarters.map((one) => one.fromOpen) },
          { name: toCome.new.label, values: quarters.map((one) => one.fromNew) },
        ]}
      />
      {drawer}
    </>
  )
}
