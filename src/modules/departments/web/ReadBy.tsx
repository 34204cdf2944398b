import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { DepartmentPage } from '../contract.ts'

/** Who has read which version; of its people, who has not. */
export function ReadBy({ page }: { page: DepartmentPage }) {
  const current = page.readBy.filter((one) => one.version === page.version)
  const earlier = page.readBy.filter(
    (one) => one.version < page.version && !current.some((other) => other.id === one.id),
  )
  const latest = earlier.filter((one, at) => earlier.findIndex((other) => other.id === one.id) === at)
  const missing = page.people.filter((one) => !current.some((other) => other.id === one.id))
  return (
    <Card title="Who has read it" hint="A version counts as read once it was open for a few seconds.">
      <div className="flex flex-col gap-2">
        {current.length === 0 && (
          <p className="text-ink-2">{`Nobody has read version ${page.version} yet.`}</p>
        )}
        {[...current, ...latest].map((one) => (
          <span key={one.id} className="flex flex-wrap items-center gap-2">
            <span>{one.name}</span>
            <span className="text-sm text-ink-3">
              <When at={one.at} />
            </span>
            {one.version < page.version && <Badge tone="warn">{`Version ${one.version} only`}</Badge>}
          </span>
        ))}
        {missing.length > 0 && (
          <p className="text-sm text-ink-3">
            {`Of its people not yet: ${missing.map((one) => one.name).join(', ')}.`}
          </p>
        )}
      </div>
    </Card>
  )
}
