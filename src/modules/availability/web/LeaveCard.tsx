import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Leave } from '../contract.ts'
import { inDays, kindOf, StateMark, spanOf } from './leave-words.tsx'
import type { CardProps } from './TimePage.tsx'

export function LeaveCard({ time, isOwn }: CardProps & { isOwn: boolean }) {
  const { leave } = time
  const taken = leave.filter((one) => one.kind === 'holiday' && one.state === 'approved')
  const year = new Date().getFullYear().toString()
  const days = taken.filter((one) => one.fromOn.startsWith(year)).reduce((sum, one) => sum + one.days, 0)
  return (
    <Card title="Leave" hint={days > 0 ? `${inDays(days)} of holiday in ${year}` : undefined}>
      {leave.length === 0 ? (
        <EmptyState>
          {isOwn
            ? 'No leave yet. Ask for it with the button above, or press a, then l.'
            : 'Nothing is planned that you may see.'}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {leave.map((one) => (
            <Line key={one.id} leave={one} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Line({ leave }: { leave: Leave }) {
  const { decision, note, standIn } = leave
  const more = [
    standIn ? `${standIn.name} stands in` : '',
    note ? `“${note}”` : '',
    decision?.reason ? `${decision.by}: ${decision.reason}` : '',
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 flex-1 narrow:basis-full">
        <span className="font-medium">{spanOf(leave)}</span>{' '}
        <span className="text-ink-2">{`· ${kindOf(leave)} · ${inDays(leave.days)}`}</span>
        {more.length > 0 && <span className="block text-sm text-ink-3">{more.join(' · ')}</span>}
      </span>
      <StateMark state={leave.state} />
      <Withdraw leave={leave} />
    </li>
  )
}

const also = { alsoRefresh: ['identity'] }

function Withdraw({ leave: { id, version, can, state } }: { leave: Leave }) {
  const withdraw = useCommand(availability.withdrawLeave, also)
  const reopen = useCommand(availability.reopenLeave, also)
  const undo = (version: number) => void reopen.run({ id, version })
  if (state === 'withdrawn' && can.reopen)
    return (
      <Button small look="quiet" isBusy={reopen.isRunning} onClick={() => undo(version)}>
        Ask again
      </Button>
    )
  if (!can.withdraw) return null
  const drop = async () => {
    const done = await withdraw.run({ id, version })
    if (done) toast('Leave withdrawn', { undo: () => undo(done.version) })
  }
  return (
    <Button small look="quiet" isBusy={withdraw.isRunning} onClick={() => void drop()}>
      Withdraw
    </Button>
  )
}
