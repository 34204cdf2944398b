import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Item, type Stage, work } from '../contract.ts'
import { toldOf } from '../rules.ts'
import { useUndo } from './undo.ts'

type Asked = { ids: string[]; told: string; stage: Stage }
type Open = { asked: Asked; criteria: string[]; refusal: string | null }

/** What a reason can lift, as the server says it. */
const isLiftable = (words: string) => words.includes('would jump over') || words.includes('items at once')

/** Moves items to a stage; asks for what has to be said first. `dialog` belongs on the page. */
export function useMove() {
  const move = useCommand(work.move, { isQuiet: true })
  const undo = useUndo()
  const [open, setOpen] = useState<Open | null>(null)

  const send = async (asked: Asked, reason = '') => {
    setOpen(null)
    try {
      const { ids, stage, told } = asked
      const { changeId, skipped } = await move.attempt({ ids, stageId: stage.id, reason })
      const past = skipped.length > 0 ? `Past ${skipped.join(' and ')}, with your reason.` : undefined
      undo.keep(changeId, `${told} moved to ${stage.name}`, past)
    } catch (error) {
      const refusal = sentence(error)
      if (!reason && isLiftable(refusal)) setOpen({ asked, criteria: [], refusal })
      else toast(refusal, { tone: 'bad' })
    }
  }
  const moveTo = (
    items: readonly Pick<Item, 'id' | 'number' | 'stageId'>[],
    stage: Stage,
    stages: readonly Stage[],
  ) => {
    const arriving = items.filter((one) => one.stageId !== stage.id)
    if (arriving.length === 0) return
    const asked = {
      ids: arriving.map((one) => one.id),
      told: toldOf(arriving.map((one) => one.number)),
      stage,
    }
    const left = stages.filter(
      (one) => one.place < stage.place && arriving.some((item) => item.stageId === one.id),
    )
    const criteria = [...new Set([...left.flatMap((one) => one.exit), ...stage.entry])]
    if (criteria.length > 0) setOpen({ asked, criteria, refusal: null })
    else void send(asked)
  }
  const dialog = open && <Before open={open} onSend={send} onClose={() => setOpen(null)} />
  return { moveTo, sendAll: send, dialog }
}

type BeforeProps = {
  open: Open
  onSend: (asked: Asked, reason?: string) => Promise<void>
  onClose: () => void
}

function Before({ open: { asked, criteria, refusal }, onSend, onClose }: BeforeProps) {
  if (refusal !== null)
    return (
      <ReasonDialog
        title={`Move to ${asked.stage.name} all the same?`}
        description={refusal}
        label="Reason"
        hint="It is kept with the item’s past, under your name."
        verb="Move with this reason"
        most={500}
        onClose={onClose}
        onSave={(reason) => void onSend(asked, reason)}
      />
    )
  return (
    <Dialog
      isOpen
      size="small"
      title={`${asked.told} to ${asked.stage.name}`}
      description="By moving it you say that:"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button look="primary" autoFocus onClick={() => void onSend(asked)}>
            So it is: move
          </Button>
        </>
      }
    >
      <ul className="list-disc pl-5">
        {criteria.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Dialog>
  )
}
