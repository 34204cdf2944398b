import { ArrowRightLeft, Check, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { Badge, Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Menu } from '../../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Detail, work } from '../../contract.ts'
import { codeOf, VisionBadge } from '../item-words.tsx'
import { useMove } from '../useMove.tsx'

/** Where an item stands, where it may go, and who approves it. */
export function Standing({ detail }: { detail: Detail }) {
  const { item, board } = detail
  const stage = board.stages.find((one) => one.id === item.stageId)
  const { moveTo, dialog } = useMove()
  const next = board.stages.find((one) => stage && one.place > stage.place)
  const canMove = detail.can.edit && board.can.write
  useKeys(
    { '>': () => next && moveTo([item], next, board.stages) },
    { isOn: canMove && next !== undefined, inDialogs: true },
  )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="tabular text-ink-3">{codeOf(item)}</span>
      {canMove ? (
        <Menu
          items={board.stages.map((one) => ({
            label: one.id === item.stageId ? `${one.name} (here)` : one.name,
            isDisabled: one.id === item.stageId,
            ...(one.id === next?.id ? { keys: '>' } : {}),
            onSelect: () => moveTo([item], one, board.stages),
          }))}
        >
          <Button small icon={<ArrowRightLeft size={14} />}>
            {stage?.name ?? 'A stage that is gone'}
          </Button>
        </Menu>
      ) : (
        <Badge>{stage?.name ?? 'A stage that is gone'}</Badge>
      )}
      <VisionBadge item={item} />
      {item.isApproved && <Badge tone="good">Approved</Badge>}
      {item.waitsFor > 0 && <Badge tone="warn">{`Waits for ${item.waitsFor}`}</Badge>}
      {item.badges.map((badge) => (
        <Badge key={badge.name} tone={badge.tone}>
          {badge.words}
        </Badge>
      ))}
      <Approval detail={detail} />
      {dialog}
    </div>
  )
}

/** Approve or send back; whoever may not is told why where it is asked for. */
function Approval({ detail }: { detail: Detail }) {
  const [isSending, setSending] = useState(false)
  const approve = useCommand(work.approve, { alsoRefresh: ['activity'] })
  const { id } = detail.item
  const isAsked = detail.board.stages.some((one) => one.id === detail.item.stageId && one.approverRoleId)
  if (!isAsked || detail.item.isApproved) return null
  if (!detail.can.approve) return <span className="text-sm text-ink-3">{detail.whyNotApprove}</span>
  const send = async (note: string) => {
    if (!(await approve.run({ id, verdict: 'sent-back', note }))) return
    setSending(false)
    toast('Sent back; who works on it is told')
  }
  return (
    <>
      <Button
        small
        look="primary"
        icon={<Check size={14} />}
        isBusy={approve.isRunning}
        onClick={() =>
          void approve.run({ id, verdict: 'approved' }).then((done) => done && toast('Approved'))
        }
      >
        Approve
      </Button>
      <Button small icon={<Undo2 size={14} />} onClick={() => setSending(true)}>
        Send back
      </Button>
      {isSending && (
        <ReasonDialog
          title="Send it back?"
          label="What has to be different"
          verb="Send back"
          most={500}
          isBusy={approve.isRunning}
          onClose={() => setSending(false)}
          onSave={(note) => void send(note)}
        />
      )}
    </>
  )
}

/** What has to hold in the stage an item stands in, and before it goes on. */
export function Criteria({ detail }: { detail: Detail }) {
  const stage = detail.board.stages.find((one) => one.id === detail.item.stageId)
  if (!stage || stage.exit.length === 0) return null
  return <Notice>{`Before it leaves ${stage.name}: ${stage.exit.join('; ')}.`}</Notice>
}
