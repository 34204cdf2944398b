import { useState } from 'react'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Flow, flow } from '../contract.ts'
import { Behind, type Shown } from './Behind.tsx'
import type { Parts, TabProps } from './CycleTab.tsx'

export function StandingTab({ span, period }: TabProps) {
  const asked = useQuery(flow.show, span)
  const [shown, show] = useState<Shown | null>(null)
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
      {() =>
        asked.data && (
          <>
            <Figures data={asked.data} period={period} show={show} />
            <Bands data={asked.data} />
            <Ages data={asked.data} />
            <Given data={asked.data} />
            {shown && <Behind of={shown} period={period} onClose={() => show(null)} />}
          </>
        )
      }
    </FaceOf>
  )
}

function Figures({ data, period, show }: Parts) {
  const { ages, little } = data
  const old = ages.filter((one) => one.isOld)
  const rounded = (value: number) => Math.round(value * 100) / 100
  const balance = `${rounded(little.averageWip)} in work on average; ${rounded(little.throughput)} done a day × ${
    little.averageCycleTime === null ? 'no' : rounded(little.averageCycleTime)
  } days each; the gap is ${rounded(little.gap)}`
  const figure = (label: string, value: number, lines: Flow['ages'], definition: string, formula: string) => (
    <Figure
      label={label}
      value={value}
      unit="number"
      period={period}
      onExplain={() => show({ label, value, unit: 'number', lines, definition, formula })}
    />
  )
  return (
    <FigureRow>
      {figure('In work', ages.length, ages, 'Items that were begun and are not done.', 'begun − done')}
      {figure(
        'Older than usual',
        old.length,
        old,
        'In work for longer than 85 of 100 finished items took.',
        'age > P85',
      )}
      {figure(
        little.isStable ? 'In balance' : 'Out of balance by',
        rounded(little.gap),
        ages,
        'Little’s law: what is in work on average equals what is done a day times the days it takes. A gap says that more was begun than finished, or that old work was finished.',
        balance,
      )}
    </FigureRow>
  )
}

const Bands = ({ data }: { data: Flow }) => (
  <Chart
    title="Cumulative flow"
    hint="Items by where they stood at the beginning of each day; a band that widens is where work piles up"
    kind="area"
    unit="count"
    isFromZero
    categories={data.days.map((one) => day(one))}
    series={data.bands.map((one) => ({ name: one.stage, values: one.counts }))}
  />
)

type Age = Flow['ages'][number]
const ageColumns: Column<Age>[] = [
  { id: 'item', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
  { id: 'stage', title: 'Stands in', value: (one) => one.note, width: 150 },
  {
    ...{
      id: 'days',
      title: 'Days in work',
      value: (one) => Math.round(one.days * 10) / 10,
      align: 'end',
      width: 130,
    },
  },
  {
    ...{ id: 'old', title: '', value: (one) => (one.isOld ? 'older than usual' : ''), width: 140 },
    cell: (one) => (one.isOld ? <Badge tone="warn">Older than usual</Badge> : null),
  },
]

const Ages = ({ data: { ages, percentiles } }: { data: Flow }) => (
  <Card
    title="What is in work, the oldest first"
    {...(percentiles.p85 === null
      ? {}
      : { hint: `85 of 100 items took ${percentiles.p85.toFixed(1)} days or less.` })}
  >
    {ages.length === 0 ? (
      <p className="text-ink-2">Nothing is in work.</p>
    ) : (
      <DataTable caption="Ages" columns={ageColumns} rows={ages.slice(0, 50)} rowId={(one) => one.id} />
    )}
  </Card>
)

type Given = Flow['given'][number]
const givenColumns: Column<Given>[] = [
  { id: 'item', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
  { id: 'asked', title: 'Asked on', value: (one) => one.day, cell: (one) => day(one.day), width: 120 },
  { id: 'days', title: 'Working days given', value: (one) => one.days, align: 'end', width: 150 },
  { id: 'needed', title: 'Such work needs', value: (one) => one.needed, align: 'end', width: 140 },
]

function Given({ data: { given } }: { data: Flow }) {
  const short = given.filter((one) => one.isShort)
  return (
    <Card
      title="Time given"
      hint="Working days from asking to the due day, beside what 85 of 100 items of the type needed from asking to done."
    >
      <p className="pb-2 text-ink-2">
        {given.length === 0
          ? 'No item with a due day was asked for in this period.'
          : `${short.length} of ${given.length} were given less time than such work needs.`}
      </p>
      {short.length > 0 && (
        <DataTable
          caption="Given too little time"
          columns={givenColumns}
          rows={short.slice(0, 50)}
          rowId={(one) => one.id}
        />
      )}
    </Card>
  )
}
