import { Chart } from '../../../ui/chart/Chart.tsx'
import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { strategy } from '../../strategy/contract.ts'
import { type Forecast, flow } from '../contract.ts'
import type { TabProps } from './CycleTab.tsx'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

export function ForecastTab({ span: { from: _, to: __, ...which } }: TabProps) {
  const [goalId] = useUrl('goalId')
  const [count, setCount] = useUrl('items')
  const [by, setBy] = useUrl('by')
  const items = /^\d{1,4}$/.test(count) && Number(count) > 0 ? Number(count) : undefined
  const asked = useQuery(flow.forecast, {
    ...which,
    ...(goalId ? { goalId } : {}),
    ...(items ? { items } : {}),
    ...(isDay(by) ? { by } : {}),
  })
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Goals />
        <Field label="How many items" hint="Left empty: all that are open">
          <Input inputMode="numeric" value={count} onChange={setCount} />
        </Field>
        <Field label="How many by">
          <Input type="date" value={by} onChange={setBy} />
        </Field>
      </div>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
        {() => asked.data && <Dates data={asked.data} />}
      </FaceOf>
    </>
  )
}

function Goals() {
  const may = useCan()('strategy:read')
  const goals = useQuery(strategy.goals, {}, { isOn: may }).data?.items ?? []
  if (goals.length === 0) return null
  return (
    <UrlFilter
      name="goalId"
      label="Goal"
      options={goals.map((one) => ({ value: one.id, label: one.name }))}
    />
  )
}

type Row = Forecast['dates'][number] & { items: number | null }
const columns: Column<Row>[] = [
  {
    id: 'share',
    title: 'How sure',
    value: (one) => one.share,
    cell: (one) => `${one.share * 100} %`,
    width: 110,
  },
  {
    ...{ id: 'day', title: 'All are done by', value: (one) => one.day },
    cell: (one) => (one.day ? `${day(one.day)}, in ${one.days} days` : 'not within ten years'),
  },
  { id: 'items', title: 'Done by the day asked for', value: (one) => one.items, align: 'end', width: 190 },
]

function Dates({ data }: { data: Forecast }) {
  if (data.refused) return <Notice tone="neutral">{data.refused}</Notice>
  const { cases, held } = data.calibration
  const rows = data.dates.map((one) => ({
    ...one,
    items: data.by?.items.find((each) => each.share === one.share)?.items ?? null,
  }))
  return (
    <>
      <Card
        title={`${data.left} items are left`}
        hint={data.method === 'exact' ? 'Reckoned exactly' : '100,000 trials'}
      >
        <DataTable
          caption="When it is done"
          columns={columns}
          rows={rows}
          rowId={(one) => String(one.share)}
        />
      </Card>
      <Chart
        title="The chance that all are done"
        hint="Day by day from today"
        kind="line"
        unit="ratio"
        isFromZero
        categories={data.chances.map((one) => day(one.day))}
        series={[{ name: 'Chance', values: data.chances.map((one) => one.chance), isAccent: true }]}
        target={{ value: 0.85, label: 'Sure enough' }}
      />
      <Notes
        notes={[
          `Each day is taken to finish as many as one of the last ${data.history.length}, drawn at random; weekends are among them.`,
          cases === 0
            ? 'There is not enough past yet to see whether such promises held.'
            : `Had it been promised at 85 % every week, it would have held ${held} of ${cases} times.`,
        ]}
      />
    </>
  )
}
