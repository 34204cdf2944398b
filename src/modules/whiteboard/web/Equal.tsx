import type { Comparison, Option } from '../../../methods/whiteboard.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { written } from '../rules.ts'
import { useWorkedOut } from './useWorkedOut.tsx'
import { neededOf, outcomeOf } from './worked-out.ts'

type EqualProps = {
  comparison: Comparison
  names: [first: string, second: string]
  options: [first: Option, second: Option]
  currency: string
}

/** The two drawn, and what rate or volume would make them equal. */
export function Equal({ comparison, names, options, currency }: EqualProps) {
  const { explain, drawer } = useWorkedOut()
  const { equal, measure, outcomes } = comparison
  const lines = equal?.map((needed, at) => ({ name: names[at] as string, ...needed })) ?? []
  if (!measure) return null
  const explainOutcome = (at: number) => {
    const [name, option, outcome] = [names[at], options[at], outcomes[at]]
    if (name && option && outcome) explain(outcomeOf(name, option, measure, outcome[measure], currency))
  }
  const explainNeeded = (at: 0 | 1, what: 'percent' | 'volume') =>
    explain(neededOf(names[at], options[at], what, lines[at]?.[what] ?? null, comparison, at, currency))
  return (
    <div className="grid grid-cols-2 items-start gap-(--gap) max-[960px]:grid-cols-1">
      <Chart
        onSelect={({ index }) => explainOutcome(index)}
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
          columns={columnsOf(lines, explainNeeded)}
        />
      </Card>
      {drawer}
    </div>
  )
}

type Line = { name: string; percent: number | null; volume: number | null }
type ExplainNeeded = (at: 0 | 1, what: 'percent' | 'volume') => void

function columnsOf(lines: Line[], explain: ExplainNeeded): Column<Line>[] {
  const needed = (what: 'percent' | 'volume', title: string, sign: string, reason: string): Column<Line> => ({
    id: what,
    title,
    align: 'end',
    value: (line) => line[what],
    cell: (line) => (
      <InlineFigure
        label={`${title}, ${line.name}`}
        value={line[what]}
        unit="number"
        printed={`${written(line[what] ?? 0)}${sign}`}
        reason={reason}
        onExplain={() => explain(lines.indexOf(line) as 0 | 1, what)}
      />
    ),
  })
  return [
    { id: 'name', title: 'Option', value: (line) => line.name },
    needed('percent', 'At a rate of', ' %', 'Not even 100 % would do.'),
    needed('volume', 'Or a volume of', '', 'At this rate and value no volume would do.'),
  ]
}
