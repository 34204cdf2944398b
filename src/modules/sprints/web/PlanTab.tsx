import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import { type Detail, sprints } from '../contract.ts'
import { amountOf } from '../rules.ts'
import { ItemLines } from './ItemLines.tsx'
import { PeopleHours } from './PeopleHours.tsx'
import { amount } from './words.ts'

type Item = Out<typeof work.items>['items'][number]
type Move = { item: Item; isIn: boolean }

/** What could be taken in on one side, what is in the sprint on the other; space takes across. */
export function PlanTab({ data }: { data: Detail }) {
  const { sprint } = data
  const [q, setQ] = useState('')
  const open = useQuery(work.items, {
    ...{ stageKinds: ['waiting', 'active'], limit: 300, more: { noSprint: 'yes' } },
    ...(q.trim() ? { q: q.trim() } : {}),
  })
  const { move, asking, ask, isBusy } = useMoves(data)
  const here = data.items.filter((one) => one.outcome !== 'left')
  const canMove = sprint.can.plan && sprint.state !== 'closed'
  return (
    <>
      <Filling data={data} />
      <div className="grid grid-cols-2 gap-(--gap) max-[760px]:grid-cols-1">
        <Card title="In the sprint" hint={here.length === 1 ? '1 item' : `${here.length} items`}>
          <ItemLines
            label="In the sprint"
            empty="Nothing yet. Choose an item beside this and press space."
            lines={here.map((one) => ({
              item: one.item,
              note: [amount(one.amount, sprint.measure), one.doneOn ? 'done' : '', one.committedTo]
                .filter(Boolean)
                .join(' · '),
              isFixed: one.doneOn !== null,
            }))}
            {...(canMove
              ? { verb: 'Take out', onMove: (item: Item) => void move({ item, isIn: false }) }
              : {})}
          />
        </Card>
        {sprint.state !== 'closed' && (
          <Card title="To choose from" hint="Open items in no sprint">
            <div className="pb-2">
              <Input aria-label="Filter items" value={q} onChange={setQ} placeholder="Filter" />
            </div>
            <ItemLines
              label="To choose from"
              empty={
                q ? 'No open item has these words.' : 'Every open item is in a sprint. Add one on a board.'
              }
              lines={(open.data?.items ?? []).map((item) => ({
                item,
                note: amount(amountOf(item, sprint.measure), sprint.measure),
              }))}
              {...(canMove
                ? { verb: 'Take in', onMove: (item: Item) => void move({ item, isIn: true }) }
                : {})}
            />
          </Card>
        )}
      </div>
      <PeopleHours data={data} />
      {asking && (
        <ReasonDialog
          title={asking.isIn ? 'Why is it added now?' : 'Why is it taken out?'}
          description="The sprint has begun: the reason is kept with the change."
          label="Reason"
          verb={asking.isIn ? 'Take in' : 'Take out'}
          most={300}
          isBusy={isBusy}
          onSave={(reason) => void move(asking, reason)}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}

function useMoves({ sprint }: Detail) {
  const take = useCommand(sprints.take, { alsoRefresh: ['work'] })
  const leave = useCommand(sprints.leave, { alsoRefresh: ['work'] })
  const [asking, ask] = useState<Move | null>(null)
  const run = ({ item, isIn }: Move, reason: string) =>
    (isIn ? take : leave).run({ id: sprint.id, ids: [item.id], reason })
  const move = async (one: Move, reason = '') => {
    if (sprint.state === 'open' && !reason) return ask(one)
    if (!(await run(one, reason))) return
    ask(null)
    const undo = () => void run({ ...one, isIn: !one.isIn }, reason && 'Taken back')
    toast(`W-${one.item.number} is ${one.isIn ? 'in' : 'out'}`, { undo })
  }
  return { move, asking, ask, isBusy: take.isRunning || leave.isRunning }
}

/** How full it is, in words too. */
function Filling({ data: { sprint, velocity } }: { data: Detail }) {
  const most = sprint.capacity ?? velocity?.high ?? null
  if (most === null)
    return (
      <p className="text-ink-2">
        Nothing to hold it against yet: after two sprints in {sprint.measure} you see here what the team gets
        done.
      </p>
    )
  const over = sprint.scope - most
  return (
    <div className="flex flex-col gap-1">
      <Progress
        label="How full it is"
        done={sprint.scope}
        total={most}
        says={`${amount(sprint.scope, sprint.measure)} of ${amount(most, sprint.measure)}`}
      />
      <p className={over > 0 ? 'text-bad' : 'text-ink-2'}>
        {over > 0
          ? `${amount(over, sprint.measure)} more than there is: ${amount(sprint.scope, sprint.measure)} of ${amount(most, sprint.measure)}.`
          : `${amount(sprint.scope, sprint.measure)} of ${amount(most, sprint.measure)}; ${amount(-over, sprint.measure)} are free.`}
      </p>
    </div>
  )
}
