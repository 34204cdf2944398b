import { Link } from '@tanstack/react-router'
import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { availability, type Leave } from '../contract.ts'
import { inDays, kindOf, StateMark, spanOf } from './leave-words.tsx'

type Waiting = Out<typeof availability.inbox>['waiting'][number]

/** Leave that waits for the reader, beside who is away already. */
export default function LeavePage() {
  const asked = useQuery(availability.inbox, {})
  const { data } = asked
  return (
    <Page
      isNarrow
      title="Leave to decide"
      description="Of the people you lead, of those whose manager you stand in for, or of everybody with the right to it."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <div className="flex flex-col gap-(--gap)">
            <Card title="Waits for you">
              {data.waiting.length === 0 ? (
                <EmptyState icon={<CalendarCheck size={20} />}>
                  Nothing waits. What your people ask for appears here and on Home.
                </EmptyState>
              ) : (
                <ul className="flex flex-col divide-y divide-line">
                  {data.waiting.map((one) => (
                    <Line key={one.id} leave={one} />
                  ))}
                </ul>
              )}
            </Card>
            {data.decided.length > 0 && (
              <Card title="Decided in the last 60 days">
                <ul className="flex flex-col divide-y divide-line">
                  {data.decided.map((one) => (
                    <Done key={one.id} leave={one} />
                  ))}
                </ul>
              </Card>
            )}
          </div>
        )
      }
    </Page>
  )
}

function Words({ leave }: { leave: Leave }) {
  return (
    <>
      <Link to={`/working-time/${leave.person.id}`} className="font-medium hover:underline">
        {leave.person.name}
      </Link>
      <span className="text-ink-2">{` · ${spanOf(leave)} · ${inDays(leave.days)} · ${kindOf(leave)}`}</span>
    </>
  )
}

function Line({ leave }: { leave: Waiting }) {
  const more = [leave.note ? `“${leave.note}”` : '', leave.standIn ? `${leave.standIn.name} stands in` : '']
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 narrow:basis-full">
        <Words leave={leave} />
        <span className="block text-sm text-ink-3">{more.filter(Boolean).join(' · ')}</span>
        {leave.alsoAway.length > 0 && (
          <span className="block text-sm text-warn">{`Away as well: ${leave.alsoAway.join('; ')}`}</span>
        )}
      </div>
      <Deeds leave={leave} />
    </li>
  )
}

const also = { alsoRefresh: ['identity'] }

function useReopen() {
  const reopen = useCommand(availability.reopenLeave, also)
  return { isRunning: reopen.isRunning, undo: ({ id, version }: Leave) => void reopen.run({ id, version }) }
}

function Deeds({ leave }: { leave: Leave }) {
  const [isDeclining, setDeclining] = useState(false)
  const approve = useCommand(availability.approveLeave, also)
  const decline = useCommand(availability.declineLeave, { ...also, isQuiet: true })
  const { undo } = useReopen()
  const which = { id: leave.id, version: leave.version }
  const agree = async () => {
    const done = await approve.run(which)
    if (done) toast(`Leave of ${leave.person.name} approved`, { undo: () => undo(done) })
  }
  const refuse = async (reason: string) => {
    const done = await decline.attempt({ ...which, reason }).catch(() => undefined)
    if (!done) return
    setDeclining(false)
    toast(`Leave of ${leave.person.name} declined`, { undo: () => undo(done) })
  }
  return (
    <>
      <Button onClick={() => setDeclining(true)}>Decline</Button>
      <Button look="primary" isBusy={approve.isRunning} onClick={() => void agree()}>
        Approve
      </Button>
      {isDeclining && (
        <ReasonDialog
          title={`Decline the leave of ${leave.person.name}`}
          label="Reason"
          hint="They read it."
          verb="Decline"
          most={500}
          problem={decline.error ? sentence(decline.error) : null}
          isBusy={decline.isRunning}
          onSave={(reason) => void refuse(reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}

function Done({ leave }: { leave: Leave }) {
  const { isRunning, undo } = useReopen()
  const by = leave.decision
    ? [`by ${leave.decision.by}`, leave.decision.reason].filter(Boolean).join(': ')
    : ''
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 narrow:basis-full">
        <Words leave={leave} />
        <span className="block text-sm text-ink-3">{by}</span>
      </div>
      <StateMark state={leave.state} />
      {leave.can.reopen && (
        <Button small look="quiet" isBusy={isRunning} onClick={() => undo(leave)}>
          Decide again
        </Button>
      )}
    </li>
  )
}
