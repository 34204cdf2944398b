import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Badge, Notice, type Tone } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Campaign, type Change, campaigns } from '../contract.ts'
import { ImpactShown } from './ImpactShown.tsx'
import { VersionsShown } from './VersionsShown.tsx'

const states: Record<Change['state'], { words: string; tone: Tone }> = {
  open: { words: 'Waits to be decided', tone: 'warn' },
  accepted: { words: 'Accepted', tone: 'good' },
  refused: { words: 'Refused', tone: 'bad' },
  withdrawn: { words: 'Withdrawn', tone: 'neutral' },
}

/** What was asked to be another with what that moves, and every brief that was approved. */
export function Changes({ one }: { one: Campaign }) {
  if (one.versions.length === 0)
    return <Notice>Nothing is approved yet: until then the brief is edited directly.</Notice>
  return (
    <>
      {one.changes.map((change) => (
        <Card
          key={change.id}
          title={change.reason}
          hint={
            <>
              {`Asked for by ${change.askedBy}, `}
              <When at={change.askedAt} />
            </>
          }
          actions={<Badge tone={states[change.state].tone}>{states[change.state].words}</Badge>}
        >
          <div className="flex flex-col gap-3">
            <ImpactShown impact={change.impact} />
            {change.decidedBy && (
              <p className="text-ink-2">
                {`${change.decidedBy}, `}
                <When at={change.decidedAt} />
                {change.note && `: ${change.note}`}
              </p>
            )}
            {change.state === 'open' && <Deeds change={change} />}
          </div>
        </Card>
      ))}
      <VersionsShown one={one} />
    </>
  )
}

function Deeds({ change }: { change: Change }) {
  const [isRefusing, setRefusing] = useState(false)
  const decide = useCommand(campaigns.decideChange, { alsoRefresh: ['identity'] })
  const withdraw = useCommand(campaigns.withdrawChange, { alsoRefresh: ['identity'] })
  const { id, can } = change
  const refuse = async (note: string) => {
    if (await decide.run({ id, accepts: false, note })) setRefusing(false)
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.decide && (
        <>
          <Button
            small
            look="primary"
            isBusy={decide.isRunning}
            onClick={() => void decide.run({ id, accepts: true })}
          >
            Accept the change
          </Button>
          <Button small onClick={() => setRefusing(true)}>
            Refuse
          </Button>
        </>
      )}
      {can.withdraw && (
        <Button small look="quiet" onClick={() => void withdraw.run({ id })}>
          Withdraw
        </Button>
      )}
      {can.whyNotDecide && <span className="text-sm text-ink-2">{can.whyNotDecide}</span>}
      {isRefusing && (
        <ReasonDialog
          title="Refuse the change"
          description="The approved brief stays in force."
          label="Why"
          verb="Refuse"
          most={1000}
          isBusy={decide.isRunning}
          onSave={(note) => void refuse(note)}
          onClose={() => setRefusing(false)}
        />
      )}
    </div>
  )
}
