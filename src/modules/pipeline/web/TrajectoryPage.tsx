import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { todayIn, usePeriod } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { pipeline } from '../contract.ts'
import { Cohorts } from './Cohorts.tsx'
import { putInWords } from './counted.ts'
import { enteredIn } from './counted-weeks.ts'
import { useBehind } from './ExplainBehind.tsx'
import { useNothing } from './NothingYet.tsx'
import { ReadOuts } from './ReadOuts.tsx'
import { Where } from './Where.tsx'

type Trajectory = Out<typeof pipeline.trajectory>
const spans = ['13', '26', '52', '104'].map((value) => ({ value, label: `${value} weeks` }))

export default function TrajectoryPage() {
  const [weeks, setWeeks] = useUrl('weeks', '26')
  const period = usePeriod()
  const { timeZone } = useOrganisation()
  const { where } = useWhere()
  const isPast = period.id !== 'all' && period.endsOn < todayIn(timeZone)
  const asked = useQuery(pipeline.trajectory, {
    weeks: Math.min(260, Math.max(4, Number(weeks) || 26)),
    where,
    ...(isPast ? { to: period.endsOn } : {}),
  })
  const nothing = useNothing('leads')
  const { data } = asked
  const isBare = data?.weeks.every((week) => Object.values(week.entered).every((n) => n === 0))
  return (
    <Page
      hasPeriod
      title="Trajectory"
      description="Where the pipeline is heading: each stage’s level, direction and speed, week by week up to the newest data or the end of a past period."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Segmented label="Weeks" value={weeks} options={spans} onChange={setWeeks} />
              <Where />
            </div>
            {isBare ? (
              <Card>
                <EmptyState {...nothing} />
              </Card>
            ) : (
              <Full data={data} />
            )}
          </>
        )
      }
    </Page>
  )
}

function Full({ data }: { data: Trajectory }) {
  const { where } = useWhere()
  const { explain, drawer } = useBehind()
  return (
    <>
      {data.finding && <p className="text-lg font-semibold">{data.finding}</p>}
      <ReadOuts data={data} />
      <div className="grid grid-cols-3 gap-(--gap) max-[1100px]:grid-cols-2 narrow:grid-cols-1">
        {data.stages.map((stage) => (
          <Weekly
            key={stage.id}
            data={data}
            stage={stage}
            onSelect={(week) => week && explain(enteredIn(week, stage, where))}
          />
        ))}
      </div>
      <Cohorts data={data} />
      <Notes notes={data.notes} />
      {drawer}
    </>
  )
}

type WeeklyProps = {
  data: Trajectory
  stage: Trajectory['stages'][number]
  onSelect: (week: Trajectory['weeks'][number] | undefined) => void
}

/** One small chart for each stage, all over the same weeks. */
function Weekly({ data, stage, onSelect }: WeeklyProps) {
  const readOut = data.readOuts.find((one) => one.stage === stage.id)
  return (
    <Chart
      title={readOut?.says.replace(/\.$/, '') ?? stage.name}
      hint={stage.imputed ? putInWords : undefined}
      kind="area"
      unit="count"
      height={150}
      isSoFar={data.isLastSoFar}
      categoryTitle="Week"
      categories={data.weeks.map((week) => week.week)}
      series={[
        { name: stage.name, isAccent: true, values: data.weeks.map((week) => week.entered[stage.id] ?? 0) },
      ]}
      onSelect={({ index }) => onSelect(data.weeks[index])}
    />
  )
}
