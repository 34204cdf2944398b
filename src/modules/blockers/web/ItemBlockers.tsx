import { Link } from '@tanstack/react-router'
import { When } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Detail } from '../../work/contract.ts'
import { blockers } from '../contract.ts'

/** What blocks an item, on its page. */
export default function ItemBlockers({ detail }: { detail: Detail }) {
  const { id } = detail.item
  const { data } = useQuery(blockers.list, { itemId: id, state: 'open' })
  const open = data?.items ?? []
  if (!detail.can.edit && open.length === 0) return null
  return (
    <Card
      title="Blockers"
      hint={open.length === 0 ? 'Nothing blocks it' : undefined}
      actions={
        detail.can.edit && (
          <Button small to={`/blockers?show=new&item=${id}`}>
            Blocked
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-1">
        {open.map((one) => (
          <li key={one.id}>
            <Link to="/blockers" search={{ itemId: id, open: one.id }} className="text-accent-ink underline">
              {one.reason}
            </Link>{' '}
            <span className="text-ink-2">
              by {one.party} since <When at={one.sinceAt} />; {one.owner.name} sees to it
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
