import { money } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { optimiser, type Readiness, type Run } from '../contract.ts'
import { FitAgain } from './Fitting.tsx'

/** Before anything is fitted: what there is to fit, or why it is not enough. */
export function Unfitted({ metric, run }: { metric: string; run: Run | null }) {
  const asked = useQuery(optimiser.readiness, { metric })
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => asked.data && <Ready data={asked.data} isRunning={run?.state === 'running'} />}
    </FaceOf>
  )
}

function Ready({ data, isRunning }: { data: Readiness; isRunning: boolean }) {
  const { refused, metric } = data
  return (
    <>
      {!isRunning && (
        <Card>
          <EmptyState
            action={refused === null ? <FitAgain metric={metric.id} look="primary" /> : <MoreWeeks />}
          >
            {refused ??
              `${data.weeks.count} weeks of spend and ${metric.title.toLowerCase()} can be fitted: what each channel brings, and where the next ${data.channels[0]?.spend.currency ?? 'unit'} brings most.`}
          </EmptyState>
          <Notes notes={data.notices} />
        </Card>
      )}
      {data.channels.length > 0 && <Channels data={data} />}
    </>
  )
}

function MoreWeeks() {
  const can = useCan()
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {can('imports:write') && (
        <Button look="primary" to="/imports">
          Import weekly spend
        </Button>
      )}
      <Button to="/costs">See the costs there are</Button>
    </div>
  )
}

type Channel = Readiness['channels'][number]

function Channels({ data: { channels, weeks } }: { data: Readiness }) {
  const hint = weeks.from ? `${weeks.count} whole weeks, ${weeks.from} to ${weeks.to}` : 'No whole week yet'
  return (
    <Card title="Media spend by channel" hint={hint}>
      <DataTable<Channel>
        caption="Channels that can be fitted"
        rows={channels}
        rowId={(row) => row.name}
        columns={[
          { id: 'name', title: 'Channel', value: (row) => row.name },
          {
            id: 'spend',
            title: 'Spend',
            align: 'end',
            value: (row) => row.spend.amount,
            cell: (row) => <span className="tabular">{money(row.spend.amount, row.spend.currency)}</span>,
          },
          {
            id: 'told',
            title: 'Can its response be told?',
            value: (row) => row.leftAlone,
            cell: (row) => (row.leftAlone ? `No: ${row.leftAlone}.` : <Badge tone="good">Yes</Badge>),
          },
        ]}
      />
    </Card>
  )
}
