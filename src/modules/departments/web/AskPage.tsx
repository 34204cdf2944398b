import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, Money, When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { type Ask, departments } from '../contract.ts'
import { AskDeeds } from './AskDeeds.tsx'
import { AskForm } from './AskForm.tsx'
import { StateBadge, sinceWords, sizes } from './ask-words.tsx'

export default function AskPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(departments.oneAsk, { id })
  const [isChanging, setChanging] = useState(false)
  const ask = asked.data
  return (
    <>
      <DetailPage
        title={ask?.what ?? 'Ask'}
        crumbs={[{ title: 'Asks', path: '/asks' }]}
        description={
          ask && (
            <span className="flex flex-wrap items-center gap-2">
              <StateBadge state={ask.state} />
              {ask.isOverdue && <Badge tone="bad">Late</Badge>}
              {`Asked of ${ask.page.name} by ${ask.askedBy}, ${sinceWords(ask)}`}
            </span>
          )
        }
        actions={ask && <AskDeeds ask={ask} />}
        {...(ask?.can.change ? { onEdit: () => setChanging(true) } : {})}
        {...(ask ? { properties: propertiesOf(ask) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => ask && <Known key={ask.id} ask={ask} />}
      </DetailPage>
      {isChanging && ask && <AskForm ask={ask} onClose={() => setChanging(false)} />}
    </>
  )
}

const Known = ({ ask }: { ask: Ask }) => (
  <>
    {ask.reason && (
      <Notice tone={ask.state === 'declined' ? 'warn' : 'neutral'}>
        {`${ask.answered?.by}: ${ask.reason}`}
      </Notice>
    )}
    <p className="max-w-180 break-words whitespace-pre-line">{ask.why}</p>
    <Thread kind="ask" id={ask.id} />
    <Trace kind="ask" id={ask.id} />
  </>
)

function SizeChoice({ ask }: { ask: Ask }) {
  const size = useCommand(departments.size)
  if (!ask.can.rank) return ask.size ?? 'Not known'
  return (
    <Select
      small
      label="Size"
      value={ask.size}
      options={sizes}
      placeholder="Not known"
      onChange={(value) => void size.run({ id: ask.id, version: ask.version, size: value })}
    />
  )
}

const propertiesOf = (ask: Ask) => [
  {
    label: 'Department',
    value: (
      <Link to={`/departments/${ask.page.id}`} className="text-accent-ink hover:underline">
        {ask.page.name}
      </Link>
    ),
  },
  { label: 'Asked of', value: ask.of?.name ?? 'Whoever takes it up' },
  { label: 'By', value: <Day date={ask.dueOn} /> },
  {
    label: 'Worth',
    value: ask.impact ? <Money minor={ask.impact.minor} currency={ask.impact.currency} /> : 'Not said',
  },
  {
    label: 'Moves',
    value: ask.kpi ? (
      <Link to={`/kpis/${ask.kpi.id}`} className="text-accent-ink hover:underline">
        {ask.kpi.name}
      </Link>
    ) : (
      'Not said'
    ),
  },
  { label: 'Size', value: <SizeChoice ask={ask} /> },
  { label: 'Place', value: ask.rank === null ? 'Closed' : String(ask.rank) },
  ...(ask.answered ? [{ label: 'Answered', value: <When at={ask.answered.at} /> }] : []),
]
