import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Day, Money, When } from '../../../ui/format/Values.tsx'
import { Badge, Notice, type Tone } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { budget, type Request } from '../contract.ts'

const tones: Record<Request['state'], Tone> = {
  waiting: 'info',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
}
const alsoRefresh = ['identity', 'activity']

/** A request with what its line has, and what the asker may do about it. */
export function RequestCard({ request }: { request: Request }) {
  const { line, standing, can } = request
  return (
    <Card
      title={`${request.what}, ${request.supplier}`}
      hint={
        <>
          {`${request.requestedBy.name}, `}
          <When at={request.requestedAt} />
        </>
      }
      actions={<Badge tone={tones[request.state]}>{request.state}</Badge>}
    >
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-3">
        <Said name={request.kind === 'blanket' ? 'Blanket order' : 'Order'}>
          <Money minor={request.minor} currency={request.currency} />
        </Said>
        <Said name="Line">
          <Link to={`/budget/lines/${line.id}`} className="text-accent-ink hover:underline">
            {line.name}
          </Link>
        </Said>
        <Said name={request.state === 'waiting' ? 'Available on the line' : 'Available now'}>
          <Money minor={standing.available} currency={line.currency} />
        </Said>
        <Said name="Due">
          <Day date={request.dueOn} />
        </Said>
        {request.rate && (
          <Said name="Agreed price">
            <Money minor={request.rate.minor} currency={request.currency} />
            {` / ${request.rate.unit}`}
          </Said>
        )}
        {request.orderId && (
          <Said name="Order">
            <Link to={`/budget/orders/${request.orderId}`} className="text-accent-ink hover:underline">
              Open the order
            </Link>
          </Said>
        )}
      </dl>
      {request.reason && <p className="mt-3">{request.reason}</p>}
      {request.escalation && (
        <p className="mt-3 text-ink-2">{`Passed up by ${request.escalation.by}: ${request.escalation.reason}`}</p>
      )}
      {request.decision && (
        <p className="mt-3 text-ink-2">
          {`${request.state} by ${request.decision.by}${request.decision.reason ? `: ${request.decision.reason}` : ''}`}
        </p>
      )}
      {request.warning && (
        <div className="mt-3">
          <Notice tone="warn">{request.warning}</Notice>
        </div>
      )}
      {request.state === 'waiting' && can.whyNotApprove && (
        <p className="mt-3 text-ink-2">{can.whyNotApprove}</p>
      )}
      {request.state === 'waiting' && <Deeds request={request} />}
    </Card>
  )
}

const Said = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-sm text-ink-3">{name}</dt>
    <dd className="truncate">{children}</dd>
  </div>
)

type Deed = 'refuse' | 'escalate' | 'withdraw'
const deeds = {
  refuse: { route: budget.refuse, verb: 'Refuse', says: 'Refused' },
  escalate: { route: budget.escalate, verb: 'Pass up', says: 'Passed up' },
  withdraw: { route: budget.withdraw, verb: 'Withdraw', says: 'Withdrawn' },
} as const

function Deeds({ request: { id, can, escalation } }: { request: Request }) {
  const approve = useCommand(budget.approve, { alsoRefresh })
  const [open, setOpen] = useState<Deed | null>(null)
  const approveIt = async () => {
    if (await approve.run({ id })) toast('Approved', { detail: 'The order is open.' })
  }
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {can.approve && (
        <Button look="primary" isBusy={approve.isRunning} onClick={() => void approveIt()}>
          Approve
        </Button>
      )}
      {can.escalate && !can.approve && !escalation && (
        <Button onClick={() => setOpen('escalate')}>Pass up</Button>
      )}
      {can.refuse && <Button onClick={() => setOpen('refuse')}>Refuse</Button>}
      {can.withdraw && (
        <Button look="quiet" onClick={() => setOpen('withdraw')}>
          Withdraw
        </Button>
      )}
      {open && <WithReason key={open} id={id} deed={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function WithReason({ id, deed, onClose }: { id: string; deed: Deed; onClose: () => void }) {
  const { route, verb, says } = deeds[deed]
  const command = useCommand(route, { isQuiet: true, alsoRefresh })
  const save = async (reason: string) => {
    const done = await command.attempt({ id, reason }).catch(() => undefined)
    if (!done) return
    toast(says)
    onClose()
  }
  return (
    <ReasonDialog
      title={`${verb} this request`}
      description={
        deed === 'escalate'
          ? 'It goes to whoever controls the budget; the decision log keeps the reason.'
          : undefined
      }
      label="Reason"
      verb={verb}
      most={500}
      problem={command.error ? sentence(command.error) : null}
      isBusy={command.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
