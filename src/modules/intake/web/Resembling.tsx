import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'

/** Requests and items like this one: it may have been asked twice. */
export function Resembling({ id }: { id: string }) {
  const asked = useQuery(intake.alike, { id })
  const { requests = [], items = [] } = asked.data ?? {}
  if (requests.length + items.length === 0) return null
  return (
    <Card title="Like this one">
      <ul className="flex flex-col gap-1.5">
        {requests.map((one) => (
          <li key={one.id}>
            <Link to={`/intake/${one.id}`} className="text-accent-ink underline">
              {nameOf(one.number)} {one.title}
            </Link>{' '}
            <span className="text-ink-3">{[one.state, ...one.reasons].join(' · ')}</span>
          </li>
        ))}
        {items.map((one) => (
          <li key={one.id}>
            <Link to={one.path ?? ''} className="text-accent-ink underline">
              W-{one.number} {one.title}
            </Link>{' '}
            <span className="text-ink-3">{one.reasons.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
