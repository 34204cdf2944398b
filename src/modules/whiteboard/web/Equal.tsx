import type { Comparison } from '../../../methods/whiteboard.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { written } from '../rules.ts'

type EqualProps = { comparison: Comparison; names: [first: string, second: string]; currency: string }

/** The two drawn, and what rate or volume would make them equal. */
export function Equal({ comparison, names, currency }: EqualProps) {
  const { equal, measure, outcomes } = comparison
  const lines = equal?.map((needed, at) => ({ name: names[at] as string, ...needed })) ?? []
  if (!measure) return null
  return (
    <div className="grid grid-cols-2 items-start gap-(--gap) max-[960px]:grid-cols-1">
      <Chart
        title={measure === 'money' ? 'Money of each' : 'Result of each'}
        hint={measure === 'money' ? `In ${currency}: volume × rate × value` : 'Volume × rate'}
        kind="bar"
        unit={measure === 'money' ? 'money' : 'number'}
        isHorizontal
        height={160}
        categoryTitle="Option"
        categories={names.map((name, at) => (names[0] === names[1] ? `${name} (${at + 1})` : name))}
        series={[
          {
            name: measure === 'money' ? 'Money' : 'Result',
            isAccent: true,
            values: outcomes.map((one) => one[measure]),
          },
        ]}
      />
      <Card title="What would make them equal" hint="Each way by itself, with all else as it is.">
        <DataTable
          caption="What would make them equal"
          rows={lines}
          rowId={(_, at) => String(at)}
          columns={columns}
        />
      </Card>
    </div>
  )
}

type Line = { name: string; percent: number | null; volume: number | null }

const columns: Column<Line>[] = [
  { id: 'name', title: 'Option', value: (line) => line.name },
  {
    id: 'percent',
    title: 'At a rate of',
    align: 'end',
    value: (line) => line.percent,
    cell: ({ percent }) =>
      percent === null ? <NotKnown reason="Not even 100 % would do." /> : `${written(percent)} %`,
  },
  {
    id: 'volume',
    title: 'Or a volume of',
    align: 'end',
    value: (line) => line.volume,
    cell: ({ volume }) =>
      volume === null ? <NotKnown reason="At this rate and value no volume would do." /> : written(volume),
  },
]
