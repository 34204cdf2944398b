import { useState } from 'react'
import { dayNumber } from '../../../methods/days.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Flow, flow } from '../contract.ts'
import { Behind, type Shown } from './Behind.tsx'
import type { Span } from './FlowPage.tsx'
import { Weeks } from './Weeks.tsx'

export type TabProps = { span: Span; period: string }
const nothing = 'Nothing was finished in this period. Choose a longer one, or finish an item on a board.'

export function CycleTab({ span, period }: TabProps) {
  const asked = useQuery(flow.show, span)
  const [shown, show] = useState<Shown | null>(null)
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={
        asked.data?.items === 0 && {
          children: 'There are no items yet. Add some on a board: flow is measured by where they stand.',
        }
      }
    >
      {() =>
        asked.data && (
          <>
            <Percentiles data={asked.data} period={period} show={show} />
            <Scatter data={asked.data} />
            <Weeks data={asked.data} period={period} show={show} />
            {shown && <Behind of={shown} period={period} onClose={() => show(null)} />}
          </>
        )
      }
    </FaceOf>
  )
}

export type Parts = { data: Flow; period: string; show: (shown: Shown) => void }

function Percentiles({ data, period, show }: Parts) {
  const one = (label: string, value: number | null, share: number) => {
    const about = {
      definition: `${share} of 100 items that were finished took no longer, from the first stage of work to done.`,
      formula: `nearest rank: the ${share} % smallest of ${data.cycle.length} cycle times`,
    }
    const lines = [...data.cycle].sort((a, b) => b.days - a.days)
    return (
      <Figure
        label={label}
        value={value}
        unit="days"
        period={period}
        reason={nothing}
        onExplain={() => show({ label, value, unit: 'days', ...about, lines })}
      />
    )
  }
  return (
    <FigureRow>
      {one('Half take up to', data.percentiles.p50, 50)}
      {one('85 of 100 take up to', data.percentiles.p85, 85)}
      {one('95 of 100 take up to', data.percentiles.p95, 95)}
    </FigureRow>
  )
}

function Scatter({ data }: { data: Flow }) {
  const first = data.cycle[0]
  const rounded = (value: number) => Math.round(value * 10) / 10
  return (
    <>
      <Chart
        title={first ? `${data.cycle.length} items were finished` : 'Cycle time'}
        hint="Each point is an item: the day of the period it was done, and the days it took"
        kind="scatter"
        unit="days"
        categories={data.cycle.map((one) => `W-${one.number}`)}
        across={{
          ...{ name: 'Day of the period', unit: 'number' },
          values: data.cycle.map((one) => dayNumber(one.day) - dayNumber(data.from) + 1),
        }}
        series={[{ name: 'Days', values: data.cycle.map((one) => rounded(one.days)) }]}
        remarks={data.cycle.map((one) => `${one.title}, done on ${day(one.day)}, ${one.note}`)}
        empty={{ children: nothing }}
      />
      <Notes notes={['Items that went from waiting to done without a stage of work have no cycle time.']} />
    </>
  )
}
