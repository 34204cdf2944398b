import { Goal as GoalIcon, Plus } from 'lucide-react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Goal, strategy } from '../contract.ts'
import { GoalForm } from './GoalForm.tsx'
import { GoalTree } from './GoalTree.tsx'

export default function GoalsPage() {
  const mayManage = useCan()('strategy:manage')
  const [shown, show] = useUrl('show')
  const asked = useQuery(strategy.goals, {})
  const items = asked.data?.items ?? []
  const open = () => show('new')
  useKeys({ c: open }, { isOn: mayManage })
  const add = (
    <Button look="primary" icon={<Plus size={14} />} onClick={open}>
      Set a goal
    </Button>
  )
  return (
    <>
      <Page
        title="Goals"
        description="From what the business wants to what is done for it. Progress moves with the figures and the work, by stated weights."
        actions={mayManage && items.length > 0 && add}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          items.length === 0 && {
            icon: <GoalIcon size={24} />,
            children: mayManage
              ? 'No goal is set yet. Begin with what the business wants, and put under it what marketing contributes.'
              : 'No goal is set yet.',
            action: mayManage && add,
          }
        }
      >
        {() => <GoalTree goals={items} roots={rootsOf(items)} />}
      </Page>
      {mayManage && shown === 'new' && <GoalForm goals={items} goal={null} onClose={() => show('')} />}
    </>
  )
}

/** Goals under no other goal that is listed. */
const rootsOf = (items: Goal[]): Goal[] =>
  items.filter((one) => !items.some((other) => other.id === one.parent?.id))
