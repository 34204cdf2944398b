import { Link } from '@tanstack/react-router'
import { When } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'

/** What somebody who signed in asked for. */
export function Mine() {
  const asked = useQuery(intake.mine, {})
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title="What you asked for">
      <ul className="divide-y divide-line">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <Link to={one.path} className="font-medium text-accent-ink underline">
              {nameOf(one.number)} {one.title}
            </Link>
            <span className="text-ink-2">{one.words}</span>
            <span className="flex-1" />
            <span className="text-sm text-ink-3">
              <When at={one.receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
