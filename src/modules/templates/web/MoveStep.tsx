import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Move, type Plan, type PlannedStep, templates } from '../contract.ts'

type MoveStepProps = { plan: Plan; step: PlannedStep; onClose: () => void }

/** Another day for a step, with everything that moves behind it before it is done. */
export function MoveStep({ plan, step, onClose }: MoveStepProps) {
  const [due, setDue] = useState(step.due)
  const isOther = due !== '' && due !== step.due
  const tried = useQuery(templates.tryMove, { id: step.id, due }, { isOn: isOther, keepsOld: false })
  const move = useCommand(templates.move, { isQuiet: true, alsoRefresh: ['identity'] })
  const save = async () => {
    if (await move.attempt({ id: step.id, due, version: step.version }).catch(() => undefined)) onClose()
  }
  const shown = isOther ? tried.data : undefined
  const needsChange = plan.campaign.state === 'approved' && (shown?.lateBy ?? 0) > 0
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Move “${step.name}”`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {needsChange && (
            <Button to={`/campaigns/${plan.campaign.id}/edit?change=1`}>
              Ask for a change of the first day
            </Button>
          )}
          <Button
            look="primary"
            disabled={!shown || shown.whyNot !== null}
            isBusy={move.isRunning}
            onClick={() => void save()}
          >
            Move
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <DateInput label="Due on" value={due} onChange={setDue} />
        {tried.error && isOther && <Notice tone="bad">{sentence(tried.error)}</Notice>}
        {shown && <Moves shown={shown} own={step.id} />}
        {move.error && <Notice tone="bad">{sentence(move.error)}</Notice>}
      </div>
    </Dialog>
  )
}

function Moves({ shown, own }: { shown: Move; own: string }) {
  const others = shown.moved.filter((one) => one.id !== own)
  return (
    <>
      {shown.whyNot && <Notice tone="bad">{shown.whyNot}</Notice>}
      {others.length === 0 ? (
        <p className="text-ink-2">Nothing else moves.</p>
      ) : (
        <div>
          <p className="font-medium">What moves with it</p>
          <ul className="text-ink-2">
            {others.map(({ id, name, from, to }) => (
              <li key={id}>{`${name}: ${from} → ${to}`}</li>
            ))}
          </ul>
        </div>
      )}
      {shown.lateBy > 0 && !shown.whyNot && (
        <Notice tone="warn">{`The first day would have to be ${shown.launchNeeded} instead of ${shown.launchOn}.`}</Notice>
      )}
    </>
  )
}
