import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Position, positions } from '../contract.ts'
import { whyNotChange } from '../rules.ts'
import { Deliverables } from './Deliverables.tsx'
import { Funding } from './Funding.tsx'
import { PositionForm } from './PositionForm.tsx'
import { PositionSteps } from './PositionSteps.tsx'
import { inFte, inHours, StateBadge } from './words.tsx'

export default function PositionPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(positions.show, { id })
  const [isEditing, setEditing] = useState(false)
  const { data } = asked
  const one = data?.position
  const mayChange = data?.can.manage && one && whyNotChange(one) === null
  return (
    <>
      <DetailPage
        title={one?.title ?? 'Position'}
        description={
          one && (one.isElsewhere ? `Sits in ${one.department}, funded by ${one.fundedBy}.` : one.department)
        }
        crumbs={[{ title: 'Positions', path: '/positions' }]}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        {...(mayChange ? { onEdit: () => setEditing(true) } : {})}
        actions={one && data.can.manage && <PositionSteps position={one} />}
        properties={one && propertiesOf(one)}
      >
        {() =>
          data &&
          one && (
            <>
              {data.remark && <Notice tone="warn">{data.remark}</Notice>}
              {one.purpose && <p className="max-w-180 whitespace-pre-line">{one.purpose}</p>}
              {one.ended && <Notice tone="neutral">{`Ended on ${one.ended.on}: ${one.ended.reason}`}</Notice>}
              {data.askings && <Funding position={one} askings={data.askings} can={data.can} />}
              <Deliverables position={one} items={data.deliverables} mayManage={data.can.manage} />
            </>
          )
        }
      </DetailPage>
      {isEditing && one && <PositionForm position={one} onClose={() => setEditing(false)} />}
    </>
  )
}

const propertiesOf = (one: Position) => [
  { label: 'State', value: <StateBadge state={one.state} /> },
  { label: 'Sits in', value: one.department },
  { label: 'Funded by', value: one.isElsewhere ? <Badge tone="accent">{one.fundedBy}</Badge> : one.fundedBy },
  { label: 'Reports to', value: one.manager.name || <Badge tone="warn">Nobody</Badge> },
  ...(one.team ? [{ label: 'Team', value: one.team }] : []),
  { label: 'Filled by', value: one.person.name || 'Nobody yet' },
  ...(one.filledOn ? [{ label: 'Since', value: <Day date={one.filledOn} /> }] : []),
  { label: 'From', value: <Day date={one.startsOn} /> },
  { label: 'Until', value: one.endsOn ? <Day date={one.endsOn} /> : 'Open end' },
  {
    label: 'Full-time equivalent',
    value: `${inFte(one.ftePercent)} of ${inHours(one.weeklyMinutes)} h a week`,
  },
]
