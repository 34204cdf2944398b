import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Detail, sprints } from '../contract.ts'
import { percent } from './words.ts'

type To = 'next' | 'board'
const ways = [
  { value: 'next', label: 'Next sprint' },
  { value: 'board', label: 'Back to the board' },
] as const

/** Each item that is not done is decided on; nothing is carried over by itself. */
export function CloseDialog({ data, onClose }: { data: Detail; onClose: () => void }) {
  const open = data.items.filter((one) => one.outcome === null && one.doneOn === null)
  const [chosen, choose] = useState<ReadonlyMap<string, To>>(new Map())
  const close = useCommand(sprints.close, { alsoRefresh: ['work'] })
  const left = open.filter((one) => !chosen.has(one.item.id)).length
  const back = useCommand(sprints.reopen, { alsoRefresh: ['work'] })
  const decideRest = (to: To) =>
    choose(new Map(open.map((one) => [one.item.id, chosen.get(one.item.id) ?? to])))
  const end = async () => {
    const outcomes = [...chosen].map(([itemId, to]) => ({ itemId, to }))
    const done = await close.run({ id: data.sprint.id, version: data.sprint.version, outcomes })
    if (!done) return
    onClose()
    const { id, name, version, adherence } = done.sprint
    toast(`${name} has ended${adherence === null ? '' : `: ${percent(adherence)} kept`}`, {
      undo: () => void back.run({ id, version }),
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`End ${data.sprint.name}`}
      description="What was in it stays as it is now. Say of each item that is not done where it goes."
      actions={
        <Button look="primary" isBusy={close.isRunning} disabled={left > 0} onClick={() => void end()}>
          {left > 0 ? `${left} to decide` : 'End the sprint'}
        </Button>
      }
    >
      {open.length === 0 && <p className="text-ink-2">All that you see of it is done.</p>}
      {left > 1 && (
        <div className="flex flex-wrap gap-2 pb-2">
          <Button small onClick={() => decideRest('next')}>{`All ${left} to the next sprint`}</Button>
          <Button small onClick={() => decideRest('board')}>{`All ${left} back to the board`}</Button>
        </div>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {open.map(({ item }) => (
          <li key={item.id} className="flex flex-wrap items-center gap-2 py-2">
            <span className="min-w-40 flex-1">
              W-{item.number} {item.title}
            </span>
            <Segmented
              label={`Where W-${item.number} goes`}
              value={chosen.get(item.id) ?? ''}
              options={ways}
              onChange={(to) => choose(new Map([...chosen, [item.id, to as To]]))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
