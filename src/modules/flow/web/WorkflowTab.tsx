import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Adherence, flow } from '../contract.ts'
import type { TabProps } from './CycleTab.tsx'

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)

/** Whether the workflow that is drawn is the one that is worked by. */
export function WorkflowTab({ span }: TabProps) {
  const asked = useQuery(flow.adherence, span)
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={asked.data?.stages.length === 0 && { children: 'Nothing moved through a stage in this period.' }}
    >
      {() => asked.data && <Tables data={asked.data} />}
    </FaceOf>
  )
}

const Tables = ({ data }: { data: Adherence }) => (
  <>
    <Card
      title="Stage by stage"
      hint="What passed, what was jumped over, what stayed longer than the stage allows."
    >
      <DataTable
        caption="Stages"
        columns={stages}
        rows={data.stages}
        rowId={(one) => `${one.board} ${one.stage}`}
      />
    </Card>
    <Card title="Jumped over" hint="Required stages, with the reason that was given.">
      {data.skips.length === 0 ? (
        <p className="text-ink-2">No required stage was jumped over.</p>
      ) : (
        <DataTable
          caption="Jumped over"
          columns={skips}
          rows={data.skips}
          rowId={(one) => `${one.id} ${one.day}`}
        />
      )}
    </Card>
    <Card title="Stayed too long">
      {data.late.length === 0 ? (
        <p className="text-ink-2">Nothing stayed longer than its stage allows.</p>
      ) : (
        <DataTable
          caption="Late"
          columns={late}
          rows={data.late.slice(0, 50)}
          rowId={(one) => `${one.id} ${one.day} ${one.stage}`}
        />
      )}
    </Card>
    <Card
      title="Hand-offs between boards"
      hint="Items that went from one to another, and the days half of them waited there."
    >
      {data.handoffs.length === 0 ? (
        <p className="text-ink-2">No item went from one board to another.</p>
      ) : (
        <DataTable
          caption="Hand-offs"
          columns={handoffs}
          rows={data.handoffs}
          rowId={(one) => `${one.from} ${one.to}`}
        />
      )}
    </Card>
  </>
)

const stages: Column<Adherence['stages'][number]>[] = [
  { id: 'board', title: 'Board', value: (one) => one.board, width: 170 },
  { id: 'stage', title: 'Stage', value: (one) => one.stage },
  { id: 'passed', title: 'Passed', value: (one) => one.passed, align: 'end', width: 90 },
  { id: 'skipped', title: 'Jumped over', value: (one) => one.skipped, align: 'end', width: 110 },
  { id: 'late', title: 'Too long', value: (one) => one.late, align: 'end', width: 90 },
  {
    id: 'median',
    title: 'Half stay up to',
    value: (one) => rounded(one.medianDays),
    align: 'end',
    width: 130,
  },
]
const item = <Row extends { number: number; title: string }>(): Column<Row> => ({
  ...{ id: 'item', title: 'Item', value: (one) => `W-${one.number} ${one.title}` },
})
const skips: Column<Adherence['skips'][number]>[] = [
  item(),
  { id: 'stage', title: 'Jumped over', value: (one) => one.stage, width: 140 },
  { id: 'why', title: 'Why', value: (one) => one.note || '–' },
  { id: 'by', title: 'By', value: (one) => one.by, width: 140 },
  { id: 'day', title: 'Day', value: (one) => one.day, cell: (one) => day(one.day), width: 110 },
]
const late: Column<Adherence['late'][number]>[] = [
  item(),
  { id: 'stage', title: 'Stage', value: (one) => one.stage, width: 140 },
  { id: 'days', title: 'Days', value: (one) => rounded(one.days), align: 'end', width: 80 },
  { id: 'most', title: 'Allowed', value: (one) => one.most, align: 'end', width: 90 },
]
const handoffs: Column<Adherence['handoffs'][number]>[] = [
  { id: 'from', title: 'From', value: (one) => one.from },
  { id: 'to', title: 'To', value: (one) => one.to },
  { id: 'items', title: 'Items', value: (one) => one.items, align: 'end', width: 90 },
  { id: 'wait', title: 'Half wait up to', value: (one) => rounded(one.medianWait), align: 'end', width: 130 },
]
