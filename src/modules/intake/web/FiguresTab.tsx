import { useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { paged } from '../../../ui/figure/paged.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { sentence, useQuery, useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type FigureId, intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { figureWords, spanOf } from './figure-words.ts'

const spans = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
] as const

/** How we answer, without shame: each figure opens the requests behind it. */
export default function FiguresTab() {
  const [days, setDays] = useUrl('days', '90')
  const span = spanOf(days)
  const asked = useQuery(intake.figures, span)
  const [explained, explain] = useState<FigureId | null>(null)
  if (asked.error) return <p className="text-bad">{sentence(asked.error)}</p>
  if (!asked.data) return <Skeleton className="h-60" />
  const { figures, reasons, types, departments } = asked.data
  const chosen = figures.find((one) => one.id === explained)
  return (
    <>
      <Segmented label="How far back" value={days as '90'} options={spans} onChange={setDays} />
      <FigureRow>
        {figures.map((one) => (
          <Figure
            key={one.id}
            label={figureWords[one.id].label}
            value={one.value}
            unit={figureWords[one.id].unit}
            reason={figureWords[one.id].reason}
            onExplain={() => explain(one.id)}
            {...(one.part !== null && figureWords[one.id].unit === 'ratio'
              ? { outOf: { part: one.part, whole: one.whole, of: figureWords[one.id].of } }
              : {})}
          />
        ))}
      </FigureRow>
      <div className="grid grid-cols-2 gap-(--gap) narrow:grid-cols-1">
        <Counted title="Why we said no" rows={reasons} />
        <Counted title="What is asked for" rows={types} />
        <Counted title="Who asks" rows={departments} />
      </div>
      {chosen && <Explained id={chosen.id} value={chosen.value} span={span} onClose={() => explain(null)} />}
    </>
  )
}

type Group = { name: string; requests: number; declined?: number }

const Counted = ({ title, rows }: { title: string; rows: Group[] }) => (
  <Card title={title}>
    {rows.length === 0 ? (
      <p className="text-ink-2">Nothing in this time.</p>
    ) : (
      <DataTable<Group>
        caption={title}
        rows={rows}
        rowId={(one) => one.name}
        columns={[
          { id: 'name', title: 'Name', value: (one) => one.name },
          { id: 'requests', title: 'Requests', value: (one) => one.requests, align: 'end' },
          ...(rows[0]!.declined === undefined
            ? []
            : [
                {
                  id: 'no',
                  title: 'Declined',
                  value: (one: Group) => one.declined ?? 0,
                  align: 'end' as const,
                },
              ]),
        ]}
      />
    )}
  </Card>
)

type ExplainedProps = {
  id: FigureId
  value: number | null
  span: { from: string; to: string }
  onClose: () => void
}

function Explained({ id, value, span, onClose }: ExplainedProps) {
  const behind = useRows(intake.figureRows, { ...span, id })
  const { label, unit, definition, formula } = figureWords[id]
  return (
    <ExplainDrawer
      isOpen
      onClose={onClose}
      isLoading={behind.isPending}
      error={behind.error}
      onRetry={behind.refetch}
      figure={{ label, value, unit }}
      definition={definition}
      formula={formula}
      period={`Came in from ${span.from} to ${span.to}`}
      rows={{
        ...paged(behind),
        rowId: (one) => one.id,
        columns: [
          { id: 'number', title: 'Number', value: (one) => nameOf(one.number), width: 80 },
          { id: 'title', title: 'Request', value: (one) => one.title },
          { id: 'department', title: 'Department', value: (one) => one.department },
          { id: 'counts', title: 'Counts as', value: (one) => one.counts },
          {
            id: 'received',
            title: 'Came in',
            value: (one) => one.receivedAt,
            cell: (one) => <When at={one.receivedAt} />,
          },
        ],
      }}
    />
  )
}
