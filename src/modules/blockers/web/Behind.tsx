import { Link } from '@tanstack/react-router'
import { When } from '../../../ui/format/Values.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Blocker } from '../contract.ts'

/** Who waits: items behind it, people, and what they serve. */
export function Behind({ of }: { of: Blocker }) {
  const { items, people, serves } = of.waits
  return (
    <section className="flex flex-col gap-2" aria-label="Who waits">
      <h3 className="font-medium">Who waits</h3>
      {items.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {items.map((one) => (
            <li key={one.id}>
              W-{one.number} {one.title}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">No other item waits for this one.</p>
      )}
      {people.length > 0 && <p className="text-ink-2">People: {people.join(', ')}</p>}
      {serves.length > 0 && <p className="text-ink-2">For: {serves.join(', ')}</p>}
      <Link to={`/work/items/${of.item.id}`} className="text-accent-ink hover:underline">
        Open the item
      </Link>
    </section>
  )
}

export const Answers = ({ of }: { of: Pick<Blocker, 'answers'> }) =>
  of.answers.length === 0 ? null : (
    <section className="flex flex-col gap-2" aria-label="Answers">
      <h3 className="font-medium">Answers</h3>
      <ul className="flex flex-col gap-3">
        {of.answers.map((one) => (
          <li key={one.id} className="flex flex-col gap-1">
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
              {one.by} <When at={one.at} />
              {one.isGuest && <Badge tone="info">From outside</Badge>}
            </p>
            <p className="break-words whitespace-pre-line">{one.text}</p>
            {one.expectedOn && <p className="text-ink-2">Comes on {day(one.expectedOn)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
