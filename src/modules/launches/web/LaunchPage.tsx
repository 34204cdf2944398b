import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { type Launch, launches } from '../contract.ts'
import { LaunchDeeds } from './LaunchDeeds.tsx'
import { LaunchForm } from './LaunchForm.tsx'
import { ServingCard } from './ServingCard.tsx'
import { awayWords, isOpen, readyTone, StateBadge } from './words.tsx'

export default function LaunchPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(launches.show, { id })
  const [isChanging, setChanging] = useState(false)
  const one = asked.data
  return (
    <>
      <DetailPage
        title={one?.name ?? 'Launch'}
        crumbs={[{ title: 'Launches', path: '/launches' }]}
        description={
          one && (
            <span className="flex flex-wrap items-center gap-2">
              <StateBadge state={one.state} />
              {`Tier ${one.tier}: ${one.products.join(', ')}`}
            </span>
          )
        }
        actions={one && <LaunchDeeds key={one.id} launch={one} />}
        {...(one?.can.change ? { onEdit: () => setChanging(true) } : {})}
        {...(one ? { properties: propertiesOf(one) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
      >
        {() => one && <Known key={one.id} one={one} />}
      </DetailPage>
      {isChanging && one && <LaunchForm launch={one} onClose={() => setChanging(false)} />}
    </>
  )
}

const Known = ({ one }: { one: Launch }) => (
  <>
    {one.calledOff && <Notice tone="warn">{`Called off: ${one.calledOff}`}</Notice>}
    {isOpen(one) && <Notice tone={readyTone(one)}>{one.readiness.says}</Notice>}
    {one.overlaps.map((overlap) => (
      <Notice key={`${overlap.one.id} ${overlap.other.id}`} tone="warn">
        {overlap.says}
      </Notice>
    ))}
    {one.note && <p className="max-w-180 break-words whitespace-pre-line">{one.note}</p>}
    <ServingCard launch={one} />
    {one.moves.length > 0 && <Moves one={one} />}
    <Trace kind="launch" id={one.id} />
    <Thread kind="launch" id={one.id} />
  </>
)

const Moves = ({ one }: { one: Launch }) => (
  <Card title={movedWords(one)}>
    <ol className="flex flex-col gap-1">
      {one.moves.map((move) => (
        <li key={move.id} className={move.undoneBy ? 'text-ink-3' : ''}>
          <Day date={move.from} />
          {' → '}
          <Day date={move.to} />
          {`: ${move.reason}`}
          <span className="text-ink-3">
            {` (${move.by}, `}
            <When at={move.at} />
            {move.undoneBy ? `; taken back by ${move.undoneBy})` : ')'}
          </span>
        </li>
      ))}
    </ol>
  </Card>
)

function movedWords({ moves }: Launch): string {
  const stayed = moves.filter((move) => move.undoneBy === null).length
  if (stayed === 0) return 'Moved, and taken back'
  return stayed === 1 ? 'Moved once' : `Moved ${stayed} times`
}

const propertiesOf = (one: Launch) => [
  {
    label: 'Launches',
    value: (
      <span>
        <Day date={one.launchOn} />
        {isOpen(one) && <span className="text-ink-3">{` ${awayWords(one.inDays)}`}</span>}
      </span>
    ),
  },
  { label: 'Announced', value: one.announceOn ? <Day date={one.announceOn} /> : 'Not said' },
  { label: 'Owner', value: one.owner.name },
  {
    label: 'Serves',
    value: one.goal ? (
      <Link to={`/goals/${one.goal.id}`} className="text-accent-ink hover:underline">
        {one.goal.name}
      </Link>
    ) : (
      'No goal yet'
    ),
  },
]
