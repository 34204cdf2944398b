import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { availability } from '../contract.ts'
import { levels } from '../rules.ts'

/** What somebody said they can do, with who confirmed it. */
export function OwnSkills({ personId }: { personId: string }) {
  const { data } = useQuery(availability.skills, {})
  const held = (data?.held ?? []).filter(
    (one) => one.personId === personId && (one.confirmed ?? one.stated) > 0,
  )
  const nameOf = (id: string) => data?.skills.find((one) => one.id === id)?.name ?? ''
  return (
    <Card
      title="Skills"
      actions={
        <Link to="/skills" className="text-sm text-accent-ink hover:underline">
          All skills
        </Link>
      }
    >
      {held.length === 0 ? (
        <EmptyState>None stated yet. Say on the page of all skills what you do, and how well.</EmptyState>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {held.map((one) => (
            <li key={one.skillId} className="rounded-md bg-press px-2 py-1">
              {nameOf(one.skillId)}
              <span className="text-ink-2">{` · ${levels[one.confirmed ?? one.stated]}`}</span>
              <span className="block text-sm text-ink-3">
                {one.confirmedBy ? `confirmed by ${one.confirmedBy}` : 'stated, not confirmed yet'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
