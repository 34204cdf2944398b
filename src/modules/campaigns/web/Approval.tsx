import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { Badge, Notice, type Tone } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Campaign, campaigns, type Decision } from '../contract.ts'
import { Approve } from './Approve.tsx'

const states: Record<Decision['state'], { words: string; tone: Tone }> = {
  waiting: { words: 'Waits', tone: 'info' },
  approved: { words: 'Approved', tone: 'good' },
  'sent-back': { words: 'Sent back', tone: 'warn' },
  recalled: { words: 'Not decided', tone: 'neutral' },
}

/** Each stage in order, whose turn it is, and what was decided before. */
export function Approval({ one }: { one: Campaign }) {
  const last = one.decisions[0]?.round ?? 0
  const now = one.decisions.filter((decision) => decision.round === last)
  const before = one.decisions.filter((decision) => decision.round !== last)
  if (last === 0)
    return (
      <Notice tone={one.lacks ? 'warn' : 'info'}>
        {one.lacks ?? 'It was not submitted yet. Creative, legal and budget decide it one after the other.'}
      </Notice>
    )
  return (
    <>
      {one.next && (
        <Notice tone={one.next.isLate ? 'bad' : 'info'} action={one.can.decide && <Deeds one={one} />}>
          {`${one.next.says}. ${one.can.whyNotDecide ?? ''}`}
        </Notice>
      )}
      <Card title={before.length > 0 ? `Round ${last}` : 'Stages'}>
        <Stages decisions={now} />
      </Card>
      {before.length > 0 && (
        <Card title="Rounds before">
          <Stages decisions={before} />
        </Card>
      )}
    </>
  )
}

const Stages = ({ decisions }: { decisions: Decision[] }) => (
  <ol className="flex flex-col divide-y divide-line">
    {decisions.map((one) => (
      <li key={`${one.round} ${one.stage}`} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {one.title}
          <Badge tone={states[one.state].tone}>{states[one.state].words}</Badge>
          {one.isLate && <Badge tone="bad">Late</Badge>}
        </p>
        <p className="text-ink-2">
          {`${one.who}, until `}
          <Day date={one.dueOn} />
          {one.decidedBy && (
            <>
              {` · ${one.decidedBy}, `}
              <When at={one.decidedAt} />
            </>
          )}
        </p>
        {one.note && <p className="text-ink-2">{`“${one.note}”`}</p>}
        {one.ticked.length > 0 && (
          <p className="text-sm text-ink-3">{`Brand checklist ticked: ${one.ticked.join('; ')}`}</p>
        )}
      </li>
    ))}
  </ol>
)

function Deeds({ one }: { one: Campaign }) {
  const [open, setOpen] = useState<'approve' | 'back' | null>(null)
  const sendBack = useCommand(campaigns.sendBack, { alsoRefresh: ['identity'] })
  const back = async (reason: string) => {
    if (await sendBack.run({ id: one.id, reason })) setOpen(null)
  }
  return (
    <span className="flex flex-wrap gap-2">
      <Button small onClick={() => setOpen('back')}>
        Send back
      </Button>
      <Button small look="primary" onClick={() => setOpen('approve')}>
        Approve
      </Button>
      {open === 'approve' && <Approve one={one} onClose={() => setOpen(null)} />}
      {open === 'back' && (
        <ReasonDialog
          title={`Send ${one.name} back`}
          description="It becomes a draft again, and its owner is told why."
          label="What has to change"
          verb="Send back"
          most={1000}
          isBusy={sendBack.isRunning}
          onSave={(reason) => void back(reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </span>
  )
}
