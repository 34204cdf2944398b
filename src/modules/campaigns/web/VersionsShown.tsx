import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Campaign } from '../contract.ts'
import { BriefShown } from './BriefShown.tsx'
import { useMoreOfBrief } from './useMoreOfBrief.tsx'

/** Every brief that was approved, the one in force first; none is ever taken out. */
export const VersionsShown = ({ one }: { one: Campaign }) => (
  <Card title="Approved briefs" hint="Each stays to be read as it was approved.">
    <ol className="flex flex-col divide-y divide-line">
      {one.versions.map((version, at) => (
        <Version
          key={version.version}
          version={version}
          isInForce={at === 0}
          hidesCost={one.hidesCost}
          level={one.level}
        />
      ))}
    </ol>
  </Card>
)

type VersionProps = {
  version: Campaign['versions'][number]
  isInForce: boolean
  hidesCost: boolean
  level: Campaign['level']
}

function Version({ version, isInForce, hidesCost, level }: VersionProps) {
  const [isOpen, setOpen] = useState(false)
  const more = useMoreOfBrief(version.brief, { planned: version.planned, hidesCost, level })
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{`Version ${version.version}`}</span>
        {isInForce && <Badge tone="good">In force</Badge>}
        <span className="text-ink-3">
          {`${version.approvedBy}, `}
          <When at={version.approvedAt} />
        </span>
        <span className="flex-1" />
        <Button
          small
          look="quiet"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : 'Read'} version ${version.version}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Read'}
        </Button>
      </div>
      <p className="text-ink-2">{version.reason}</p>
      {isOpen && <BriefShown brief={version.brief} more={more} />}
    </li>
  )
}
