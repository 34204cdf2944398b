import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { day } from '../../../ui/format/when.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Detail, type Sprint, sprints } from '../contract.ts'
import { BurnTab } from './BurnTab.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { PlanTab } from './PlanTab.tsx'
import { ReviewTab } from './ReviewTab.tsx'
import { ScopeTab } from './ScopeTab.tsx'
import { SprintForm } from './SprintForm.tsx'
import { amount, percent, stateNames } from './words.ts'

const tabs = { plan: 'Plan', burn: 'Burndown', scope: 'Scope', review: 'Review' }
type Tab = keyof typeof tabs

export default function SprintPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(sprints.show, { id })
  const [asking, ask] = useState<'edit' | 'close' | null>(null)
  const { data } = asked
  const sprint = data?.sprint
  const begin = useBegin()
  const mayPlan = sprint?.can.plan ?? false
  const next = () => (sprint?.state === 'planned' ? void begin(sprint) : ask('close'))
  useKeys({ s: next }, { isOn: mayPlan && sprint?.state !== 'closed' })
  const first: Tab[] = sprint?.state === 'planned' ? ['plan'] : ['burn', 'plan']
  const order = [...first, ...(['scope', 'review'] as const)]
  return (
    <DetailPage
      title={sprint?.name ?? 'Sprint'}
      crumbs={[{ title: 'Sprints', path: '/sprints' }]}
      {...(sprint?.goal ? { description: sprint.goal } : {})}
      tabs={order.map((value) => ({ value, label: tabs[value] }))}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      {...(mayPlan && sprint?.state !== 'closed' ? { onEdit: () => ask('edit') } : {})}
      {...(data ? { properties: propertiesOf(data) } : {})}
      actions={mayPlan && sprint && <Next sprint={sprint} onNext={next} />}
    >
      {(tab) =>
        data && (
          <>
            <Shown tab={tab as Tab} data={data} />
            {asking === 'edit' && <SprintForm teams={[]} of={data.sprint} onClose={() => ask(null)} />}
            {asking === 'close' && <CloseDialog data={data} onClose={() => ask(null)} />}
          </>
        )
      }
    </DetailPage>
  )
}

/** By how much its open items move the planned vision share, which shows them. */
const Price = ({ points }: { points: number }) => (
  <Link to="/vision-share" className="text-accent-ink hover:underline">
    {`${points < 0 ? '−' : points > 0 ? '+' : ''}${Math.abs(points).toFixed(1)} points`}
  </Link>
)

/** Begin, end, or take the end back. */
function Next({ sprint, onNext }: { sprint: Sprint; onNext: () => void }) {
  const reopen = useCommand(sprints.reopen, { alsoRefresh: ['work'] })
  const again = async () => {
    const opened = await reopen.run({ id: sprint.id, version: sprint.version })
    if (opened) toast(`${opened.name} runs again; what was carried over is back in it`)
  }
  return sprint.state === 'closed' ? (
    <Button isBusy={reopen.isRunning} onClick={() => void again()}>
      Take the end back
    </Button>
  ) : (
    <Button look="primary" onClick={onNext}>
      {sprint.state === 'planned' ? 'Begin' : 'End'}
    </Button>
  )
}

function Shown({ tab, data }: { tab: Tab; data: Detail }) {
  if (tab === 'burn') return <BurnTab data={data} />
  if (tab === 'scope') return <ScopeTab data={data} />
  return tab === 'review' ? <ReviewTab data={data} /> : <PlanTab data={data} />
}

function useBegin() {
  const start = useCommand(sprints.start)
  const back = useCommand(sprints.unstart)
  return async (sprint: Sprint) => {
    const begun = await start.run({ id: sprint.id, version: sprint.version })
    if (!begun) return
    toast(`${begun.name} has begun with ${amount(begun.committed, begun.measure)}`, {
      undo: () => void back.run({ id: begun.id, version: begun.version }),
    })
  }
}

function propertiesOf({ sprint, velocity, price, noEstimate, hidden }: Detail) {
  const { measure } = sprint
  const rows: [string, ReactNode | null][] = [
    ['Team', sprint.team.name],
    ['State', stateNames[sprint.state]],
    ['Days', `${day(sprint.startsOn)} – ${day(sprint.endsOn)}`],
    ['Leads up to', sprint.goalName],
    [
      'Capacity',
      sprint.capacity === null
        ? null
        : `${amount(sprint.capacity, measure)} at ${percent(sprint.focus)} focus`,
    ],
    ['Last sprints', velocity && `${amount(velocity.low, measure)} to ${amount(velocity.high, measure)}`],
    ['Committed', sprint.adherence === null ? null : amount(sprint.committed, measure)],
    ['In it now', `${amount(sprint.scope, measure)}, ${sprint.items} items`],
    ['Done', `${amount(sprint.done, measure)}, ${sprint.doneItems} items`],
    ['Kept', sprint.adherence === null ? null : percent(sprint.adherence)],
    ['Price in points', price === null ? null : <Price key="price" points={price} />],
    ['Without an estimate', noEstimate === 0 ? null : `${noEstimate} items count nothing`],
    ['Not shown to you', hidden === 0 ? null : `${hidden} items of closed boards`],
  ]
  return rows.flatMap(([label, value]) => (value ? { label, value } : []))
}
