import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { answers, type Load } from '../contract.ts'
import { AssumptionDialog } from './AssumptionDialog.tsx'
import { LoadFigures } from './LoadFigures.tsx'

const spans = [
  { value: '6', label: '6 weeks' },
  { value: '12', label: '12 weeks' },
  { value: '26', label: '26 weeks' },
  { value: '52', label: '52 weeks' },
]

/** How many questions come in, how many came before, and what makes people ask. */
export default function LoadPage() {
  const [span, setSpan] = useUrl('weeks', '12')
  const weeks = spans.some((one) => one.value === span) ? Number(span) : 12
  const asked = useQuery(answers.load, { weeks })
  const [isAssuming, setAssuming] = useState(false)
  const load = asked.data
  return (
    <>
      <Page
        title="Question load"
        crumbs={[{ title: 'Questions', path: '/questions' }]}
        description="An unclear message makes even more questions. Here is which."
        actions={
          <>
            <Select small label="How far back" value={String(weeks)} options={spans} onChange={setSpan} />
            <Button look="quiet" onClick={() => setAssuming(true)}>
              Assumption
            </Button>
          </>
        }
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          load?.asked === 0 &&
          load.answeredAtOnce === 0 && {
            children: 'Nothing was asked in these weeks. Note the next question that reaches you.',
            action: (
              <Button look="primary" to="/questions?show=new">
                Note a question
              </Button>
            ),
          }
        }
      >
        {() => load && <Full load={load} />}
      </Page>
      {isAssuming && <AssumptionDialog onClose={() => setAssuming(false)} />}
    </>
  )
}

const Full = ({ load }: { load: Load }) => (
  <>
    <LoadFigures load={load} />
    <Chart
      title="Questions by week"
      hint="New ones, and those that were asked before by anybody"
      kind="stacked"
      unit="count"
      categories={load.weeks.map((one) => one.name)}
      categoryTitle="Week"
      series={[
        { name: 'For the first time', values: load.weeks.map((one) => one.asked - one.repeated) },
        { name: 'Asked before', values: load.weeks.map((one) => one.repeated) },
      ]}
    />
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-(--gap) max-[960px]:grid-cols-1">
      <Card title="What made people ask" hint="Say it better next time, or answer it in the message.">
        <Causes causes={load.causes} />
      </Card>
      <Card title="How they asked">
        <DataTable
          caption="How they asked"
          rowId={(one) => one.name}
          rows={load.channels}
          columns={[
            { id: 'name', title: 'Way', value: (one) => one.name },
            { id: 'count', title: 'Questions', value: (one) => one.count, align: 'end', width: 100 },
          ]}
        />
      </Card>
    </div>
  </>
)

type Cause = Load['causes'][number]
const columns: Column<Cause>[] = [
  {
    ...{ id: 'name', title: 'Message or record', value: (one: Cause) => one.name },
    cell: (one) =>
      one.path ? (
        <Link to={one.path} className="text-accent-ink underline">
          {one.name}
        </Link>
      ) : (
        one.name
      ),
  },
  { id: 'count', title: 'Questions', value: (one) => one.count, align: 'end', width: 100 },
  { id: 'repeated', title: 'Asked before', value: (one) => one.repeated, align: 'end', width: 120 },
]

function Causes({ causes }: { causes: Cause[] }) {
  const mayNote = useCan()('answers:read')
  if (causes.length > 0)
    return (
      <DataTable caption="What made people ask" rowId={(one) => one.name} rows={causes} columns={columns} />
    )
  return (
    <p className="text-ink-2">
      {mayNote && 'No question says what made people ask it. Say so when you note the next one.'}
    </p>
  )
}
