import { When } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Detail } from '../../work/contract.ts'
import { takeovers } from '../contract.ts'
import { sourceTitles } from './words.tsx'

/** Where an item came from, who was named there and is nobody here, and what happened to it there. */
export default function Origin({ detail }: { detail: Detail }) {
  const origin = useQuery(takeovers.origin, { id: detail.item.id }).data?.origin
  if (!origin) return null
  const { source, path, people, happened, at } = origin
  const name = sourceTitles[source as keyof typeof sourceTitles] ?? source
  return (
    <Card title={`From ${name}`} hint="Taken over with its past">
      <p className="text-ink-2">
        Here since <When at={at} />.
        {people.length > 0 && ` Named there and nobody here: ${people.join(', ')}.`}
      </p>
      {path && <p className="mt-1 break-all text-ink-2">{path}</p>}
      {happened.length > 0 && (
        <details className="mt-2">
          <summary>What else happened there</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {happened.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen at once
              <li key={place}>
                <span className="font-medium">{one.by}</span> {one.words} <When at={one.at} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
