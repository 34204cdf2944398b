import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import type { Detail } from '../../work/contract.ts'
import { type Sprint, sprints } from '../contract.ts'

/** The sprint that an item is in, on its page, or the way into one. */
export default function ItemSprint({ detail: { item, can } }: { detail: Detail }) {
  const badge = item.badges.find((one) => one.name === 'sprint')
  const isFree = can.edit && !badge && item.doneAt === null
  const { data } = useQuery(sprints.list, {}, { isOn: isFree })
  const entering = useEntering(item)
  const choices = isFree ? (data?.items ?? []).filter((one) => one.state !== 'closed' && one.can.plan) : []
  if (!badge && choices.length === 0) return null
  const items = choices.map((one) => ({
    label: `${one.name}, ${one.team.name}`,
    onSelect: () => entering.choose(one),
  }))
  return (
    <Card
      title="Sprint"
      hint={badge ? undefined : 'It is in none'}
      actions={
        !badge && (
          <Menu items={items}>
            <Button small>Take into a sprint</Button>
          </Menu>
        )
      }
    >
      {badge?.path && (
        <Link to={badge.path} className="text-accent-ink underline">
          {badge.words}
        </Link>
      )}
      {entering.dialog}
    </Card>
  )
}

/** What comes into a sprint that has begun needs a reason. */
function useEntering({ id, number }: Detail['item']) {
  const take = useCommand(sprints.take, { alsoRefresh: ['work'] })
  const leave = useCommand(sprints.leave, { alsoRefresh: ['work'] })
  const [asking, ask] = useState<Sprint | null>(null)
  const enter = async (sprint: Sprint, reason = '') => {
    if (!(await take.run({ id: sprint.id, ids: [id], reason }))) return
    ask(null)
    const undo = () => void leave.run({ id: sprint.id, ids: [id], reason: reason && 'Taken back' })
    toast(`W-${number} is in ${sprint.name}`, { undo })
  }
  const choose = (sprint: Sprint) => (sprint.state === 'open' ? ask(sprint) : void enter(sprint))
  const dialog = asking && (
    <ReasonDialog
      title="Why is it added now?"
      description={`${asking.name} has begun: the reason is kept with the change.`}
      label="Reason"
      verb="Take in"
      most={300}
      isBusy={take.isRunning}
      onSave={(reason) => void enter(asking, reason)}
      onClose={() => ask(null)}
    />
  )
  return { choose, dialog }
}
