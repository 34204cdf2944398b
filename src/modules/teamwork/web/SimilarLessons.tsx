import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { teamwork } from '../contract.ts'

/** The lessons that a text brings to mind; nothing where there are none. */
export function SimilarLessons({ to }: { to: string }) {
  const isOn = useCan()('teamwork:read') && to.length > 2
  const { data } = useQuery(teamwork.lessons, { like: to.slice(0, 4000) }, { isOn })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title="We learnt this before">
      <ul className="flex flex-col gap-3">
        {items.map((one) => (
          <li key={one.id} className="flex flex-col gap-0.5">
            <span className="break-words">{one.what}</span>
            <span className="text-sm text-ink-3">
              {`Remember when: ${one.recall} · ${one.team?.name ?? 'only you'}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
