import { When } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'

/** What it said before, and why it was changed. */
export function TypeVersions({ id }: { id: string }) {
  const items = useQuery(intake.typeVersions, { id }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title="Earlier versions">
      <ul className="flex flex-col gap-2">
        {items.map((one) => (
          <li key={one.version}>
            <span className="text-sm text-ink-3">
              {`Version ${one.version}, until ${one.by} changed it `}
              <When at={one.at} />
            </span>
            <br />
            {`${one.definition.name}: ${one.definition.questions.length} questions of its own, answer within ${one.definition.promiseDays} working days.`}
            {one.reason && <span className="text-ink-2">{` ${one.reason}`}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
