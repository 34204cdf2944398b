import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Line, type Split } from '../contract.ts'
import { ShareOut } from './ShareOut.tsx'

const modeWords: Record<Split['mode'], string> = {
  amount: 'By amount',
  percent: 'By percent',
  equal: 'Equally',
  driver: 'By weights',
}

/** Which campaigns a line pays for, and how much of it each. */
export function SharedOut({ line }: { line: Line }) {
  const asked = useQuery(budget.split, { id: line.id })
  const [isOpen, open] = useState(false)
  const mayWrite = useCan()('budget:write') && !line.isRemoved
  const split = asked.data?.split ?? null
  const verb = mayWrite && asked.data && (
    <Button onClick={() => open(true)}>{split ? 'Change shares' : 'Share out'}</Button>
  )
  return (
    <Card
      title="Campaigns"
      hint="What this line pays for. Shares sum to the line to the last minor unit."
      actions={verb}
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          split ? (
            <Shares split={split} currency={line.currency} />
          ) : (
            <p className="text-ink-2">
              This line is not shared out: as a whole it counts for what it leads up to.
            </p>
          )
        }
      </FaceOf>
      {isOpen && asked.data && <ShareOut line={line} shown={asked.data} onClose={() => open(false)} />}
    </Card>
  )
}

type Row = Omit<Split['shares'][number], 'parts'>
type Measure = 'plan' | 'allocation' | 'committed' | 'actual'
const titles: Record<Measure, string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  committed: 'Committed',
  actual: 'Actual',
}

function Shares({ split, currency }: { split: Split; currency: string }) {
  const navigate = useNavigate()
  const { rest } = split
  const measures = Object.keys(titles) as Measure[]
  const hasRest = measures.some((one) => rest[one] !== 0)
  const rows: Row[] = [...split.shares, ...(hasRest ? [{ campaignId: '', campaign: 'Nobody', ...rest }] : [])]
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-2">{saidOf(split)}</p>
      <DataTable<Row>
        caption="Shares of campaigns"
        rows={rows}
        rowId={(one) => one.campaignId || 'nobody'}
        columns={[
          { id: 'campaign', title: 'Campaign', value: (one) => one.campaign },
          ...measures.map((id) => ({
            ...{ id, title: titles[id], align: 'end' as const },
            value: (one: Row) => one[id],
            cell: (one: Row) => <Money minor={one[id]} currency={currency} />,
          })),
        ]}
        onOpen={(one) => one.campaignId && void navigate({ to: `/campaigns/${one.campaignId}` })}
      />
      <Notes notes={split.notes} />
    </div>
  )
}

const saidOf = ({ mode, metric, setBy, setAt, note }: Split): string =>
  [
    `${metric ? `By the metric ${metric} as it stood on ${setAt.slice(0, 10)}` : modeWords[mode]}, said by ${setBy}.`,
    note,
  ]
    .filter(Boolean)
    .join(' ')

export type ShownSplit = Out<typeof budget.split>
