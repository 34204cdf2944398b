import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { percent } from '../../../ui/format/number.ts'
import { days } from '../../../ui/format/when.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { pipeline } from '../contract.ts'
import { leftBy, type Stay, stays, stillThere, ways } from './counted-time.ts'
import { evenDays, tellingDays, valueAt } from './curve.ts'
import { type Counted, useBehind } from './ExplainBehind.tsx'
import { useCohort } from './useCohort.ts'

type Times = Out<typeof pipeline.timeInStage>

/** How long people stay in a stage and how they leave it; open while `?stage=` names one. */
export function TimeInStage({ names }: { names: { stage: string; name: string }[] }) {
  const [stage, setStage] = useUrl('stage')
  const { cohort, period } = useCohort()
  const name = names.find((one) => one.stage === stage)?.name ?? stage
  const asked = useQuery(pipeline.timeInStage, { ...cohort, stage }, { isOn: stage !== '', keepsOld: false })
  return (
    <Drawer
      isWide
      isOpen={stage !== ''}
      onClose={() => setStage('')}
      title={`Time in ${name} · ${period.label}`}
    >
      <div className="flex flex-col gap-4 p-5">
        <FaceOf
          isLoading={asked.isPending}
          error={asked.error}
          onRetry={asked.refetch}
          empty={asked.data?.entries === 0 && { children: 'Nobody entered this stage in the period.' }}
        >
          {() => asked.data && <Full times={asked.data} of={{ stage, name, period: period.label, cohort }} />}
        </FaceOf>
      </div>
    </Drawer>
  )
}

function Full({ times, of }: { times: Times; of: Stay }) {
  const { explain, drawer } = useBehind()
  const axis = evenDays(tellingDays(times.curve))
  return (
    <>
      <FigureRow>
        {stays(of, times).map(({ counted, ...look }) => (
          <Figure key={counted.label} {...counted} {...look} onExplain={() => explain(counted)} />
        ))}
      </FigureRow>
      <Chart
        title={times.median === null ? 'Most are still there' : `Half have left after ${days(times.median)}`}
        hint="Share still in the stage (Kaplan–Meier) with its 95 % band; those still open count as long as they are known."
        kind="line"
        isFromZero
        unit="ratio"
        categoryTitle="Day"
        categories={axis.map(String)}
        series={[
          {
            name: 'Still there',
            isAccent: true,
            values: axis.map((day) => valueAt(times.curve, day)?.stays ?? 1),
            band: axis.map((day) => {
              const point = valueAt(times.curve, day)
              return point && [point.lower, point.upper]
            }),
          },
        ]}
        onSelect={({ index }) => {
          const day = axis[index] ?? 0
          explain(stillThere(of, times, day, valueAt(times.curve, day)?.stays ?? 1))
        }}
      />
      {times.exits.length > 0 && <Exits {...{ times, axis, of, explain }} />}
      <Notes notes={times.notes} />
      {drawer}
    </>
  )
}

type ExitsProps = { times: Times; axis: number[]; of: Stay; explain: (counted: Counted) => void }

function Exits({ times, axis, of, explain }: ExitsProps) {
  const [first] = [...times.exits].sort((a, b) => b.share - a.share)
  return (
    <Chart
      title={first ? `${percent(first.share, 0)} ${ways[first.cause] ?? first.cause}` : 'How they leave'}
      hint="Share that has left by each way (Aalen–Johansen)"
      kind="line"
      unit="ratio"
      categoryTitle="Day"
      categories={axis.map(String)}
      series={times.exits.map((exit) => ({
        name: ways[exit.cause] ?? exit.cause,
        isAccent: exit === first,
        values: axis.map((day) => valueAt(exit.curve, day)?.share ?? 0),
      }))}
      onSelect={({ index, series }) => {
        const exit = times.exits.find((one) => (ways[one.cause] ?? one.cause) === series)
        const day = axis[index] ?? 0
        if (exit) explain(leftBy(of, times, exit.cause, day, valueAt(exit.curve, day)?.share ?? 0))
      }}
    />
  )
}
