import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../../ui/parts/ReasonDialog.tsx'
import { nameOf, toldOf } from '../../rules.ts'
import { Lines } from './ColumnHead.tsx'
import type { BoardDeeds } from './useBoardDeeds.ts'

/** What has to hold before a card is moved on, or why a rule is passed over. */
export function AskBeforeMove({ deeds: { asking, setAsking, send } }: { deeds: BoardDeeds }) {
  if (!asking) return null
  const close = () => setAsking(null)
  const { moving, stage, criteria, refusal } = asking
  const what = moving.length === 1 ? nameOf(moving[0]!) : toldOf(moving.map((one) => one.number))
  if (refusal !== null)
    return (
      <ReasonDialog
        title={`Move to ${stage.name} all the same?`}
        description={refusal}
        label="Reason"
        hint="It is kept with the item’s past, under your name."
        verb="Move with this reason"
        most={500}
        onClose={close}
        onSave={(reason) => {
          close()
          void send(asking, reason)
        }}
      />
    )
  const move = (
    <>
      <Button onClick={close}>Leave it</Button>
      <Button
        look="primary"
        autoFocus
        onClick={() => {
          close()
          void send(asking)
        }}
      >
        So it is: move
      </Button>
    </>
  )
  return (
    <Dialog isOpen onClose={close} size="small" title={`To ${stage.name}`} description={what} actions={move}>
      <Lines title="By moving it you say that:" lines={criteria} />
    </Dialog>
  )
}
