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
import { evenDays, tellingDays, valueAt } from './curve.ts'
import { useCohort } from './useCohort.ts'

type Times = Out<typeof pipeline.timeInStage>

/** How long people stay in a stage and how they leave it; open while `?stage=` names one. */
export function TimeInStage({ names }: { names: { stage: string; name: string }[] }) {
  const [stage, setStage] = useUrl('stage')
  const { cohort, period } = useCohort()
  const asked = useQuery(pipeline.timeInStage, { ...cohort, stage }, { isOn: stage !== '', keepsOld: false })
  return (
    <Drawer
      isWide
      isOpen={stage !== ''}
      onClose={() => setStage('')}
      title={`Time in ${names.find((one) => one.stage === stage)?.name ?? stage} · ${period.label}`}
    >
      <div className="flex flex-col gap-4 p-5">
        <FaceOf
          isLoading={asked.isPending}
          error={asked.error}
          onRetry={asked.refetch}
          empty={asked.data?.entries === 0 && { children: 'Nobody entered this stage in the period.' }}
        >
          {() => asked.data && <Full times={asked.data} />}
        </FaceOf>
      </div>
    </Drawer>
  )
}

function Full({ times }: { times: Times }) {
  const [low, high] = times.medianInterval
  const interval = low === null ? '' : `95 %: ${days(low)} to ${high === null ? 'unknown' : days(high)}`
  const axis = evenDays(tellingDays(times.curve))
  return (
    <>
      <FigureRow>
        <Figure
          label="Half have left after"
          value={times.median}
          unit="days"
          better="down"
          period={interval}
          reason="More than half are still there."
        />
        <Figure
          label="85 % have left after"
          value={times.p85}
          unit="days"
          better="down"
          reason="More than 15 % are still there."
        />
        <Figure label="Entered" value={times.entries} unit="count" />
        <Figure label="Still there" value={times.open} unit="count" />
        {times.overdue > 0 && <Figure label="Overdue" value={times.overdue} unit="count" better="down" />}
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
      />
      {times.exits.length > 0 && <Exits times={times} axis={axis} />}
      <Notes notes={times.notes} />
    </>
  )
}

const ways: Record<string, string> = {
  advanced: 'go on to the next stage',
  rejected: 'are rejected',
  lost: 'are lost',
}

function Exits({ times, axis }: { times: Times; axis: number[] }) {
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
    />
  )
}
