import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { Files } from '../../files/web/index.ts'
import type { Detail } from '../../work/contract.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'

/** The requests that an item came of, with the files that came with them, for whoever reads requests. */
export default function ItemRequests({ detail }: { detail: Detail }) {
  const isOn = useCan()('intake:read')
  const { data } = useQuery(intake.list, { itemId: detail.item.id, limit: 20 }, { isOn, keepsOld: false })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={data.items.length === 1 ? 'Its request' : 'Its requests'}>
      <ul className="flex flex-col gap-3">
        {data.items.map((one) => (
          <li key={one.id} className="flex flex-col gap-1">
            <span>
              <Link to={`/intake/${one.id}`} className="text-accent-ink underline">
                {`${nameOf(one.number)} ${one.title}`}
              </Link>{' '}
              <span className="text-ink-3">{[one.asker, one.department].filter(Boolean).join(', ')}</span>
            </span>
            <Files kind="request" id={one.id} isInLine />
          </li>
        ))}
      </ul>
    </Card>
  )
}
