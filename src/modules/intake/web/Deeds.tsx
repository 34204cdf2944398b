import { useCallback, useRef, useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { intake, type Request } from '../contract.ts'
import { nameOf, quickerInWords } from '../rules.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { CompleteDialog } from './CompleteDialog.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { Meanwhile } from './DeedFrame.tsx'
import { AppealDialog, AskDialog, DeferDialog } from './deed-dialogs.tsx'
import { type Deed, useDecidesHere } from './here.ts'
import { MergeDialog } from './MergeDialog.tsx'

export type DeedProps = {
  one: Request
  onDone: (words: string, version: number) => void
  onClose: () => void
}

const dialogs = {
  ...{ accept: AcceptDialog, decline: DeclineDialog, defer: DeferDialog, merge: MergeDialog, ask: AskDialog },
} as const

type Written = Deed | 'appeal' | 'complete'

/** What can be decided, by button and by key; what was decided can be undone from the toast. */
export function Deeds({ one, onWriting }: { one: Request; onWriting?: (isWriting: boolean) => void }) {
  const [writing, setWriting] = useState<{ deed: Written; on: Request } | null>(null)
  const open = writing?.deed ?? null
  const setOpen = (deed: Written | null) => {
    setWriting(deed && { deed, on: one })
    onWriting?.(deed !== null)
  }
  const isOpen = one.whyNotTriage === null && !one.isAppealed
  const opened = useRef(setOpen)
  opened.current = setOpen
  useDecidesHere(
    useCallback((deed: Deed) => opened.current(deed), []),
    isOpen && open === null,
  )
  const onDone = useUndoing(one, () => setOpen(null))
  const shared = { one: writing?.on ?? one, onDone, onClose: () => setOpen(null) }
  const Dialog = open && open in dialogs ? dialogs[open as Deed] : null
  return (
    <>
      {isOpen && <Choices isComplete={one.isComplete} onOpen={setOpen} />}
      {one.isAppealed && one.can.triage && (
        <div>
          <Button look="primary" onClick={() => setOpen('appeal')}>
            Answer the appeal
          </Button>
        </div>
      )}
      {one.whyNotTriage && <Notice>{one.whyNotTriage}</Notice>}
      {one.can.undo && <UndoButton one={one} />}
      <Meanwhile value={meanwhileOf(writing?.on, one, () => setOpen(open))}>
        {Dialog && <Dialog {...shared} />}
        {open === 'appeal' && <AppealDialog {...shared} />}
        {open === 'complete' && <CompleteDialog {...shared} />}
      </Meanwhile>
    </>
  )
}

/** What was written stays; whether it still fits, whoever wrote it says. */
function meanwhileOf(on: Request | undefined, now: Request, goOn: () => void) {
  if (!on || on.version === now.version) return null
  const isOver = now.whyNotTriage !== null
  return (
    <Notice
      tone="warn"
      action={
        !isOver && (
          <Button small onClick={goOn}>
            Go on all the same
          </Button>
        )
      }
    >
      {`${quickerInWords(now.number, now.entries.at(-1))} ${isOver ? `${now.whyNotTriage} ` : ''}What you wrote is kept here.`}
    </Notice>
  )
}

type ChoicesProps = { isComplete: boolean; onOpen: (deed: Deed | 'complete') => void }

const Choices = ({ isComplete, onOpen }: ChoicesProps) => (
  <div className="flex flex-wrap gap-2">
    {!isComplete && (
      <Button look="primary" onClick={() => onOpen('complete')}>
        Complete
      </Button>
    )}
    <Button look={isComplete ? 'primary' : 'secondary'} onClick={() => onOpen('accept')}>
      Accept
    </Button>
    <Button onClick={() => onOpen('decline')}>Decline</Button>
    <Button onClick={() => onOpen('defer')}>Put off</Button>
    <Button onClick={() => onOpen('merge')}>Merge</Button>
    <Button onClick={() => onOpen('ask')}>Ask back</Button>
  </div>
)

function useUndoing(one: Request, close: () => void) {
  const undo = useCommand(intake.undo, { alsoRefresh: ['work', 'answers'] })
  return (words: string, version: number) => {
    close()
    toast(`${nameOf(one.number)} ${words}`, { undo: () => void undo.run({ id: one.id, version }) })
  }
}

function UndoButton({ one }: { one: Request }) {
  const undo = useCommand(intake.undo, { alsoRefresh: ['work', 'answers'] })
  return (
    <div>
      <Button
        small
        isBusy={undo.isRunning}
        onClick={() => void undo.run({ id: one.id, version: one.version })}
      >
        {`Undo ${one.can.undo}`}
      </Button>
    </div>
  )
}
