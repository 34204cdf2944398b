import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { type Goal, strategy } from '../contract.ts'
import { GoalForm } from './GoalForm.tsx'
import { GoalParts } from './GoalParts.tsx'
import { Share } from './Share.tsx'
import { goalSlot } from './slots.ts'
import { TypeProgress } from './TypeProgress.tsx'

export default function GoalPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(strategy.goal, { id })
  const [isEditing, setEditing] = useState(false)
  const goal = asked.data
  return (
    <>
      <DetailPage
        title={goal?.name ?? 'Goal'}
        crumbs={[{ title: 'Goals', path: '/goals' }]}
        description={goal?.levelTitle}
        actions={goal?.can.manage && <State goal={goal} />}
        {...(goal?.can.manage ? { onEdit: () => setEditing(true) } : {})}
        {...(goal ? { properties: propertiesOf(goal) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => goal && <Known key={goal.id} goal={goal} />}
      </DetailPage>
      {isEditing && goal && <GoalForm goals={[]} goal={goal} onClose={() => setEditing(false)} />}
    </>
  )
}

const Known = ({ goal }: { goal: Goal }) => (
  <>
    {goal.description && <p className="max-w-180 whitespace-pre-line">{goal.description}</p>}
    <Card
      title="Progress"
      hint={goal.progress.says}
      actions={goal.can.manage && goal.can.whyNotType === null && <TypeProgress goal={goal} />}
    >
      <div className="flex flex-col gap-3">
        <Share progress={goal.progress} label={goal.name} />
        {goal.progress.by === 'typed' && goal.typed?.note && (
          <p className="text-ink-2">{`“${goal.typed.note}”`}</p>
        )}
        {goal.progress.parts.length > 0 && <GoalParts parts={goal.progress.parts} />}
      </div>
    </Card>
    <Suspense>
      {goalSlot.all.map((Part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
        <Part key={at} kind="goal" id={goal.id} />
      ))}
    </Suspense>
    <Trace kind="goal" id={goal.id} />
    <Thread kind="goal" id={goal.id} />
  </>
)

function State({ goal }: { goal: Goal }) {
  const change = useCommand(strategy.changeGoal)
  const become = (state: Goal['state']) => void change.run({ id: goal.id, version: goal.version, state })
  if (goal.state !== 'open')
    return (
      <Button isBusy={change.isRunning} onClick={() => become('open')}>
        Open it again
      </Button>
    )
  return (
    <>
      <Button look="quiet" isBusy={change.isRunning} onClick={() => become('dropped')}>
        Drop it
      </Button>
      <Button isBusy={change.isRunning} onClick={() => become('done')}>
        It is done
      </Button>
    </>
  )
}

const states = { open: 'Open', done: 'Done', dropped: 'Dropped' }

const propertiesOf = (goal: Goal) => [
  { label: 'Level', value: goal.levelTitle },
  { label: 'State', value: <Badge>{states[goal.state]}</Badge> },
  { label: 'Period', value: goal.period.label },
  { label: 'Owner', value: goal.owner?.name ?? <Badge tone="warn">No owner</Badge> },
  { label: 'Weight', value: String(goal.weight) },
  { label: 'Changed by', value: goal.changedBy },
]
