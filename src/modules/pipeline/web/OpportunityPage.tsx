import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import { From } from './From.tsx'
import { OutcomeBadge } from './opportunity-columns.tsx'
import { opportunitySlot } from './slots.ts'
import { Timeline } from './Timeline.tsx'

type Shown = Out<typeof pipeline.opportunity>

export default function OpportunityPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(pipeline.opportunity, { id }, { keepsOld: false })
  const { data } = asked
  return (
    <DetailPage
      title={data?.name ?? data?.key ?? 'Opportunity'}
      description={data?.account}
      crumbs={[{ title: 'Opportunities', path: '/opportunities' }]}
      properties={data && properties(data)}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <>
            <Card title="Stages">
              <Timeline entries={data.stages} empty="The source keeps no history of its stages." />
            </Card>
            <Card title="People">
              <People contacts={data.contacts} />
            </Card>
            <Suspense>
              {opportunitySlot.all.map((Part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
                <Part key={index} id={id} outcome={data.outcome} />
              ))}
            </Suspense>
            <Card title="Where it came from">
              <From origins={data.from ? [data.from] : []} />
            </Card>
          </>
        )
      }
    </DetailPage>
  )
}

function People({ contacts }: Pick<Shown, 'contacts'>) {
  if (contacts.length === 0) return <p className="text-ink-3">No person is named on it.</p>
  return (
    <ul className="flex flex-col gap-1">
      {contacts.map((one) => (
        <li key={one.id} className="flex gap-2">
          <Link to={`/leads/${encodeURIComponent(one.id)}`} className="font-medium hover:underline">
            {one.name ?? one.id}
          </Link>
          {one.role && <span className="text-ink-3">{one.role}</span>}
        </li>
      ))}
    </ul>
  )
}

const properties = (one: Shown) =>
  [
    { label: 'Outcome', value: <OutcomeBadge outcome={one.outcome} /> },
    {
      label: 'Amount',
      value: one.amount && <Money amount={one.amount.amount} currency={one.amount.currency} />,
    },
    {
      label: 'Sold for',
      value: one.soldFor && <Money amount={one.soldFor.amount} currency={one.soldFor.currency} />,
    },
    { label: 'Stage', value: one.stage },
    { label: 'Owner', value: one.owner },
    { label: 'Manager', value: one.manager },
    { label: 'Product', value: one.product },
    { label: 'Segment', value: one.segment },
    { label: 'Came from', value: one.origin },
    { label: 'Opened', value: one.openedOn && <Day date={one.openedOn} /> },
    { label: 'Closed', value: one.closedOn && <Day date={one.closedOn} /> },
    { label: 'Lost because', value: one.lossReason },
    { label: 'Key', value: one.key },
    { label: 'System', value: one.system },
  ].filter((one) => one.value)
