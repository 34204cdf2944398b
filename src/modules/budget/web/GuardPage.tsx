import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Money, When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget } from '../contract.ts'
import { guarded, inPercent, purposeTitles } from '../rules.ts'
import { SetGuard } from './SetGuard.tsx'

type Shown = Out<typeof budget.guard>
type Row = Shown['shares'][number]

/** How much of the budget builds the brand and how much asks for demand, and what it is held to. */
export default function GuardPage() {
  const asked = useQuery(budget.guard, {})
  const [isOpen, open] = useState(false)
  const mayControl = useCan()('budget:control')
  const { data } = asked
  return (
    <Page
      title="Brand and demand"
      description="What each part of the budget is for, and the least shares that the organisation holds itself to."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={mayControl && data && <Button onClick={() => open(true)}>Set the guard-rail</Button>}
    >
      {() =>
        data && (
          <>
            <Card
              title={data.year ? `Shares of ${data.year.label}` : 'Shares'}
              hint="Of lines that are for brand, advocacy, social or demand. A line says what it is for, or inherits it from its area."
            >
              {data.year ? <Shares data={data} /> : <p className="text-ink-2">There is no budget yet.</p>}
            </Card>
            <Notes notes={[heldWords(data), 'Headcount is not part of these shares.', ...data.notes]} />
            <Crossings data={data} />
            {isOpen && <SetGuard shown={data} onClose={() => open(false)} />}
          </>
        )
      }
    </Page>
  )
}

const heldWords = ({ guard, changedBy }: Shown): string => {
  const held = guarded.filter((one) => guard.least[one] > 0)
  if (held.length === 0) return 'No least share is set yet: nothing is held to anything.'
  const words = held.map((one) => `${purposeTitles[one].toLowerCase()} ${inPercent(guard.least[one])}`)
  return `Least shares of the allocation: ${words.join(', ')}, set by ${changedBy}. A change that goes under them ${guard.refuses ? 'is refused' : 'takes a reason, which is kept'}.`
}

const measures = ['plan', 'allocation', 'committed', 'actual'] as const
const titles = { plan: 'Plan', allocation: 'Allocation', committed: 'Committed', actual: 'Actual' }

function Shares({ data: { shares, guard, year } }: { data: Shown }) {
  const least = (row: Row) => guarded.find((one) => one === row.purpose)
  const isUnder = (row: Row) => {
    const one = least(row)
    return one !== undefined && row.share.allocation !== null && row.share.allocation < guard.least[one]
  }
  return (
    <DataTable<Row>
      caption="Shares by purpose"
      rows={shares}
      rowId={(row) => row.purpose}
      columns={[
        { id: 'purpose', title: 'For', value: (row) => purposeTitles[row.purpose] },
        ...measures.map((id) => ({
          ...{ id, title: titles[id], align: 'end' as const },
          value: (row: Row) => row[id],
          cell: (row: Row) => (
            <span className="inline-flex items-baseline gap-2">
              <Money minor={row[id]} currency={year?.currency ?? ''} />
              <span className="tabular w-16 text-right text-ink-3">
                {row.share[id] === null ? '' : inPercent(row.share[id])}
              </span>
            </span>
          ),
        })),
        {
          ...{ id: 'least', title: 'At least', align: 'end' },
          value: (row) => (least(row) ? guard.least[least(row)!] : ''),
          cell: (row) =>
            least(row) && (
              <Badge tone={isUnder(row) ? 'warn' : 'neutral'} hasMark={isUnder(row)}>
                {inPercent(guard.least[least(row)!])}
              </Badge>
            ),
        },
      ]}
    />
  )
}

type Crossing = Shown['crossings'][number]

function Crossings({ data: { crossings } }: { data: Shown }) {
  return (
    <Card title="Under the guard-rail" hint="Changes that went under it, with the reason they were made for.">
      {crossings.length === 0 ? (
        <p className="text-ink-2">No change went under it.</p>
      ) : (
        <DataTable<Crossing>
          caption="Changes that went under the guard-rail"
          rows={crossings}
          rowId={(one) => one.id}
          columns={[
            { id: 'what', title: 'What', value: (one) => one.what },
            { id: 'said', title: 'What it did', value: (one) => one.said },
            { id: 'reason', title: 'Reason', value: (one) => one.reason },
            { id: 'by', title: 'By', value: (one) => one.by },
            { id: 'at', title: 'When', value: (one) => one.at, cell: (one) => <When at={one.at} /> },
          ]}
        />
      )}
    </Card>
  )
}
