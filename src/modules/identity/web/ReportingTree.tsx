import { Link } from '@tanstack/react-router'
import { Avatar } from '../../../ui/parts/Avatar.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Person } from '../contract.ts'

/** Who reports to whom, from the top. */
export function ReportingTree({ people }: { people: Person[] }) {
  const present = people.filter((person) => person.state !== 'disabled')
  const known = new Set(present.map((person) => person.id))
  const tops = present.filter((person) => !person.manager || !known.has(person.manager.id))
  const leading = tops.filter((top) => present.some((person) => person.manager?.id === top.id))
  const single = tops.filter((top) => !leading.includes(top))
  return (
    <div className="grid items-start gap-(--gap) min-[1000px]:grid-cols-[1.6fr_1fr]">
      <Card title="Reporting line">
        {leading.length === 0 && (
          <p className="text-ink-3">Nobody reports to anybody yet. Choose managers on the people’s pages.</p>
        )}
        <Branch people={leading} all={present} />
      </Card>
      {single.length > 0 && (
        <Card title="Outside the line" hint="Nobody above, nobody below">
          <Branch people={single} all={present} />
        </Card>
      )}
    </div>
  )
}

function Branch({ people, all }: { people: Person[]; all: Person[] }) {
  if (people.length === 0) return null
  return (
    <ul className="flex flex-col">
      {people.map((person) => (
        <li key={person.id}>
          <Link
            to={`/people/${person.id}`}
            className="flex items-center gap-2 rounded-md px-2 py-1.5 hover:bg-hover"
          >
            <Avatar name={person.name} />
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{person.name}</span>{' '}
              <span className="text-ink-3">{person.title}</span>
            </span>
            {person.company && <Badge>{person.company}</Badge>}
          </Link>
          <div className="ml-5 border-l border-line pl-3 empty:hidden">
            <Branch people={all.filter((one) => one.manager?.id === person.id)} all={all} />
          </div>
        </li>
      ))}
    </ul>
  )
}
