import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Money, When } from '../../../ui/format/Values.tsx'
import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Asking, positions } from '../contract.ts'
import { ByMonth } from './ByMonth.tsx'

const tones: Record<Asking['state'], Tone> = {
  ...{ waiting: 'warn', approved: 'good', refused: 'bad', withdrawn: 'neutral', released: 'neutral' },
}
const titles: Record<Asking['state'], string> = {
  ...{ waiting: 'Waiting', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' },
  released: 'Released',
}
const also = { alsoRefresh: ['budget', 'identity'] }

/** What was asked for in one fiscal year, and what may be done about it. */
export function AskingShown({ asking }: { asking: Asking }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section
      aria-label={`Budget in ${asking.year}`}
      className="flex flex-col gap-2 border-t border-line pt-3"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tones[asking.state]}>{titles[asking.state]}</Badge>
        <span>
          {`${asking.year}: `}
          <Money minor={asking.minor} currency={asking.currency} />
          {' on '}
          <Link to={`/budget/lines/${asking.line.id}`} className="text-accent-ink underline">
            {asking.line.name}
          </Link>
        </span>
        <span className="text-ink-3">
          {`asked for by ${asking.askedBy}, `}
          <When at={asking.askedAt} />
        </span>
      </p>
      {asking.reason && <p className="text-ink-2">{`“${asking.reason}”`}</p>}
      {asking.escalation && (
        <p className="text-sm text-ink-2">{`Passed up by ${asking.escalation.by}: ${asking.escalation.reason}`}</p>
      )}
      {asking.decision && (
        <p className="text-sm text-ink-2">
          {`${asking.decision.by}${asking.decision.reason ? `: ${asking.decision.reason}` : ''}`}
        </p>
      )}
      {asking.state === 'waiting' && <Decide asking={asking} />}
      <div>
        <Button small look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the months' : 'By month'}
        </Button>
      </div>
      {isOpen && <ByMonth minor={asking.months} monthsOn={asking.monthsOn} currency={asking.currency} />}
    </section>
  )
}

const verbs = {
  refuse: { route: positions.refuse, title: 'Refuse it', verb: 'Refuse' },
  escalate: { route: positions.escalate, title: 'Pass it up', verb: 'Pass up' },
  withdraw: { route: positions.withdraw, title: 'Withdraw it', verb: 'Withdraw' },
} as const

function Decide({ asking: { id, can } }: { asking: Asking }) {
  const [open, setOpen] = useState<keyof typeof verbs | null>(null)
  const approve = useCommand(positions.approve, also)
  return (
    <div className="flex flex-col gap-2">
      {can.whyNotApprove && <p className="text-sm text-ink-2">{can.whyNotApprove}</p>}
      <div className="flex flex-wrap gap-2">
        {can.approve && (
          <Button look="primary" isBusy={approve.isRunning} onClick={() => void approve.run({ id })}>
            Approve
          </Button>
        )}
        {can.refuse && <Button onClick={() => setOpen('refuse')}>Refuse</Button>}
        {can.escalate && <Button onClick={() => setOpen('escalate')}>Pass up</Button>}
        {can.withdraw && <Button onClick={() => setOpen('withdraw')}>Withdraw</Button>}
      </div>
      {open && <WithReason id={id} deed={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function WithReason({ id, deed, onClose }: { id: string; deed: keyof typeof verbs; onClose: () => void }) {
  const { route, title, verb } = verbs[deed]
  const run = useCommand(route, { isQuiet: true, ...also })
  return (
    <ReasonDialog
      title={title}
      label="Reason"
      verb={verb}
      most={500}
      problem={run.error ? sentence(run.error) : null}
      isBusy={run.isRunning}
      onSave={(reason) => void run.attempt({ id, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    />
  )
}
