import { useState } from 'react'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../../ui/parts/ReasonDialog.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useCommand, useQuery } from '../../../../ui/query.ts'
import { type Board, type Item, priorities, work } from '../../contract.ts'
import { nameOf } from '../../rules.ts'
import { priorityNames } from '../words.ts'
import type { BoardDeeds } from './useBoardDeeds.ts'

type DeedsProps = {
  item: Item
  board: Board
  deeds: BoardDeeds
  isTicked: boolean
  onTick: () => void
  onEdit: () => void
  onClose: () => void
}

/** All that can be done with a card, for fingers and for who does not know the keys. */
export function CardDeeds({ item, board, deeds, isTicked, onTick, onEdit, onClose }: DeedsProps) {
  const then = (run: () => unknown) => () => {
    onClose()
    void run()
  }
  return (
    <Dialog isOpen onClose={onClose} title={nameOf(item)} size="small">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          <Button look="primary" to={`/work/items/${item.id}`}>
            Open
          </Button>
          {board.can.write && (
            <>
              <Button onClick={then(() => deeds.assignMe([item]))}>Assign to me, or no more</Button>
              <Button onClick={then(onEdit)}>Change the title</Button>
              <Button onClick={then(onTick)}>{isTicked ? 'Select no more' : 'Select'}</Button>
              <Button look="danger" onClick={then(() => deeds.remove([item]))}>
                Take away
              </Button>
            </>
          )}
        </div>
        {board.can.write && (
          <>
            <MoveOn
              item={item}
              board={board}
              move={(stage, after) => then(() => deeds.moveTo([item], stage, after))()}
            />
            <Select
              label="Priority"
              value={item.priority}
              onChange={(priority) =>
                then(() => deeds.change([item], { priority }, priorityNames[priority].toLowerCase()))()
              }
              options={priorities.map((value) => ({
                value,
                label: `Priority: ${priorityNames[value].toLowerCase()}`,
              }))}
            />
          </>
        )}
        <Approval item={item} board={board} onDone={onClose} />
      </div>
    </Dialog>
  )
}

type MoveProps = {
  item: Item
  board: Board
  move: (stage: Board['stages'][number], afterId?: string | null) => void
}

function MoveOn({ item, board, move }: MoveProps) {
  const here = board.stages.find((one) => one.id === item.stageId)
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label="Move to"
        placeholder="Move to …"
        value={null}
        onChange={(id) => {
          const stage = board.stages.find((one) => one.id === id)
          if (stage) move(stage)
        }}
        options={board.stages
          .filter((one) => one.id !== item.stageId)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {here && here.kind !== 'done' && (
        <>
          <Button onClick={() => move(here, null)}>To the top</Button>
          <Button onClick={() => move(here)}>To the end</Button>
        </>
      )}
    </div>
  )
}

function Approval({ item, board, onDone }: { item: Item; board: Board; onDone: () => void }) {
  const stage = board.stages.find((one) => one.id === item.stageId)
  const asked = useQuery(work.item, { id: item.id }, { isOn: Boolean(stage?.approverRoleId) })
  const approve = useCommand(work.approve)
  const [isSendingBack, setSendingBack] = useState(false)
  if (!stage?.approverRoleId || !asked.data) return null
  if (item.isApproved) return <Badge tone="good">{`Approved in ${stage.name}`}</Badge>
  if (!asked.data.can.approve) return <p className="text-ink-2">{asked.data.whyNotApprove}</p>
  const say = async (verdict: 'approved' | 'sent-back', note = '') => {
    if (await approve.run({ id: item.id, verdict, note })) onDone()
  }
  return (
    <div className="flex gap-2">
      <Button look="primary" isBusy={approve.isRunning} onClick={() => void say('approved')}>
        Approve
      </Button>
      <Button onClick={() => setSendingBack(true)}>Send back</Button>
      {isSendingBack && (
        <ReasonDialog
          title={`Send ${nameOf(item)} back`}
          label="What has to be different"
          verb="Send back"
          most={500}
          isBusy={approve.isRunning}
          onClose={() => setSendingBack(false)}
          onSave={(note) => void say('sent-back', note)}
        />
      )}
    </div>
  )
}
