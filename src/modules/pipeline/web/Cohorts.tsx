import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { count } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { pipeline } from '../contract.ts'
import { enteredIn, expectedOf, maturityOf, wonOf } from './counted-weeks.ts'
import { type Counted, useBehind } from './ExplainBehind.tsx'
import { Told } from './StepRow.tsx'

type Trajectory = Out<typeof pipeline.trajectory>
type Week = Trajectory['weeks'][number]

/** From this share of expected wins on, a cohort is as good as finished. */
const matureFrom = 0.9
const isMature = (week: Week) => week.maturity !== null && week.maturity >= matureFrom

/** What each week's leads have won and, where they are young, what their age lets us expect. */
export function Cohorts({ data }: { data: Trajectory }) {
  const { weeks, stages } = data
  const firstYoung = weeks.findIndex((week) => week.maturity !== null && !isMature(week))
  const open = weeks.filter((week) => week.maturity !== null && !isMature(week))
  const expected = open.reduce((sum, week) => sum + (week.expectedWon ?? 0), 0)
  const won = open.reduce((sum, week) => sum + week.won, 0)
  const title =
    open.length > 0
      ? `${open.length} young cohorts have won ${count(won)} and can be expected to win ${count(Math.round(expected))}`
      : 'All cohorts are as good as finished'
  const { where } = useWhere()
  const { explain, drawer } = useBehind()
  return (
    <>
      <Chart
        title={title}
        hint={`Wins by the week people became a ${stages[0]?.name ?? 'lead'}; dashed: what cohorts of this age went on to win`}
        kind="line"
        unit="number"
        categoryTitle="Week of entry"
        categories={weeks.map((week) => week.week)}
        series={[
          { name: 'Won so far', isAccent: true, values: weeks.map((week) => week.won) },
          {
            name: 'Expected',
            isForecast: true,
            values: weeks.map((week, at) =>
              firstYoung >= 0 && at >= firstYoung - 1 && week.expectedWon !== null
                ? Math.round(week.expectedWon * 10) / 10
                : null,
            ),
          },
        ]}
        onSelect={({ index, series }) => {
          const week = weeks[index]
          if (week) explain(series === 'Expected' ? expectedOf(data, week, where) : wonOf(data, week, where))
        }}
      />
      <Card title="Week by week" hint="Weeks in grey are too young to be judged by what they have won.">
        <WeekTable data={data} explain={explain} />
      </Card>
      {drawer}
    </>
  )
}

type WeekTableProps = { data: Trajectory; explain: (counted: Counted) => void }

function WeekTable({ data, explain }: WeekTableProps) {
  const { weeks, stages } = data
  const { where } = useWhere()
  const grey = (week: Week) => (isMature(week) ? 'text-ink' : 'text-ink-3')
  return (
    <DataTable<Week>
      caption="Entries, maturity and wins of each week"
      rows={[...weeks].reverse()}
      rowId={(week) => week.from}
      columns={[
        { id: 'week', title: 'Week', value: (week) => week.week },
        ...stages.map((stage) => ({
          id: stage.id,
          title: stage.name,
          align: 'end' as const,
          value: (week: Week) => week.entered[stage.id] ?? 0,
          cell: (week: Week) => <Told counted={enteredIn(week, stage, where)} explain={explain} />,
        })),
        {
          id: 'maturity',
          title: 'Maturity',
          align: 'end',
          value: (week) => week.maturity,
          cell: (week) => <Maturity week={week} counted={maturityOf(data, week, where)} explain={explain} />,
        },
        {
          id: 'cohortWon',
          title: 'Won so far',
          align: 'end',
          value: (week) => week.won,
          cell: (week) => (
            <span className={grey(week)}>
              <Told counted={wonOf(data, week, where)} explain={explain} />
            </span>
          ),
        },
        {
          id: 'expected',
          title: 'Expected',
          align: 'end',
          value: (week) => week.expectedWon,
          cell: (week) =>
            week.expectedWon !== null && <Told counted={expectedOf(data, week, where)} explain={explain} />,
        },
      ]}
    />
  )
}

type MaturityProps = { week: Week; counted: Counted; explain: (counted: Counted) => void }

function Maturity({ week, counted, explain }: MaturityProps) {
  const told = <Told counted={counted} explain={explain} />
  if (week.maturity === null || isMature(week)) return told
  return (
    <Badge>
      {'young · '}
      {told}
    </Badge>
  )
}
