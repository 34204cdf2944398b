import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { minorDigits } from '../../../methods/money.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type ComparedLine, type Scenario, scenarios } from '../contract.ts'
import { Signed } from './Signed.tsx'

type Compared = Out<typeof scenarios.compare>
const budgetToday = 'budget'

/** The scenario beside today’s budget or another scenario: by line, by area, by month. */
export function Comparison({ scenario }: { scenario: Scenario }) {
  const [other, setOther] = useUrl('with', budgetToday)
  const asked = useQuery(scenarios.compare, {
    id: scenario.id,
    ...(other === budgetToday ? {} : { with: other }),
  })
  const all = useQuery(scenarios.list, { year: scenario.year.id })
  const options = [
    { value: budgetToday, label: `Budget ${scenario.year.label} today` },
    ...(all.data?.items ?? [])
      .filter((one) => one.id !== scenario.id)
      .map((one) => ({ value: one.id, label: one.name })),
  ]
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 text-ink-2">
        Compared with
        <Select label="Compared with" options={options} value={other} onChange={setOther} />
      </div>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          asked.data && (
            <>
              <ByMonth data={asked.data} name={scenario.name} />
              <ByArea data={asked.data} />
              <ByLine data={asked.data} />
              <Notes notes={asked.data.notes} />
            </>
          )
        }
      </FaceOf>
    </>
  )
}

function ByMonth({ data, name }: { data: Compared; name: string }) {
  const unit = 10 ** minorDigits(data.currency)
  return (
    <Chart
      kind="bar"
      title={`${name} less ${data.against.name}, by month`}
      hint="Above zero the scenario spends more, below zero less."
      unit="money"
      currency={data.currency}
      categories={data.months.map((one) => one.month.slice(0, 7))}
      series={[
        { name: 'Difference', values: data.months.map((one) => one.difference / unit), isAccent: true },
      ]}
      height={200}
      isHorizontal={false}
      categoryTitle="Month"
    />
  )
}

const sidesOf = <Row extends { before: number; after: number; difference: number }>(
  currency: string,
): Column<Row>[] =>
  (['before', 'after', 'difference'] as const).map((id) => ({
    id,
    title: { before: 'Before', after: 'Scenario', difference: 'Difference' }[id],
    align: 'end',
    value: (one) => one[id],
    cell: (one) =>
      id === 'difference' ? (
        <Signed minor={one.difference} currency={currency} />
      ) : (
        <Money minor={one[id]} currency={currency} />
      ),
  }))

function ByArea({ data }: { data: Compared }) {
  const { total, currency } = data
  return (
    <Card title="By area">
      <DataTable
        caption="By area"
        rows={data.areas}
        rowId={(one) => one.area}
        columns={[
          { id: 'area', title: 'Area', value: (one) => one.area || 'No area' },
          ...sidesOf<(typeof data.areas)[number]>(currency),
        ]}
        footer={{
          area: 'Total',
          before: <Money minor={total.before} currency={currency} />,
          after: <Money minor={total.after} currency={currency} />,
          difference: <Signed minor={total.difference} currency={currency} />,
        }}
      />
    </Card>
  )
}

const sum = (months: readonly number[]) => months.reduce((all, one) => all + one, 0)

function ByLine({ data }: { data: Compared }) {
  const [showsAll, setAll] = useState(false)
  const rows = data.lines.filter((one) => showsAll || one.how !== 'same')
  const bad = new Map(data.conflicts.map((one) => [one.id, one.says]))
  const columns: Column<ComparedLine>[] = [
    {
      id: 'name',
      title: 'Line',
      value: (one) => one.name,
      cell: (one) => <LineName line={one} conflict={bad.get(one.id)} />,
    },
    {
      id: 'how',
      title: 'What',
      value: (one) => one.how,
      cell: (one) => one.how !== 'same' && <Badge>{one.how}</Badge>,
    },
    {
      id: 'before',
      title: 'Before',
      align: 'end',
      value: (one) => sum(one.before),
      cell: (one) => <Money minor={sum(one.before)} currency={one.currency} />,
    },
    {
      id: 'after',
      title: 'Scenario',
      align: 'end',
      value: (one) => sum(one.after),
      cell: (one) => <Money minor={sum(one.after)} currency={one.currency} />,
    },
    {
      id: 'difference',
      title: 'Difference',
      align: 'end',
      value: (one) => one.difference,
      cell: (one) => <Signed minor={one.difference} currency={one.currency} />,
    },
  ]
  return (
    <Card
      title="By line"
      hint="Each in its own currency."
      actions={
        <Button small look="quiet" onClick={() => setAll(!showsAll)}>
          {showsAll ? 'Hide lines that stay' : 'Show lines that stay'}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="text-ink-2">No line differs.</p>
      ) : (
        <DataTable caption="By line" rows={rows} rowId={(one) => one.id} columns={columns} />
      )}
    </Card>
  )
}

const LineName = ({ line, conflict }: { line: ComparedLine; conflict: string | undefined }) => (
  <span className="block min-w-40">
    {line.lineId ? (
      <Link to={`/budget/lines/${line.lineId}`} className="font-medium text-accent-ink hover:underline">
        {line.name}
      </Link>
    ) : (
      <span className="font-medium">{line.name}</span>
    )}
    {conflict && <span className="block text-sm whitespace-normal text-bad">{conflict}</span>}
  </span>
)
