import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Plan, type PlannedStep, templates } from '../contract.ts'
import type { Deed } from './StepsTab.tsx'

type StepLineProps = { plan: Plan; step: PlannedStep; onDeed: (deed: Deed) => void }

const refresh = { alsoRefresh: ['identity', 'activity'] }

/** A step: ticked when it is done, with who and when, or when it is due and whether that can be. */
export function StepLine({ plan, step, onDeed }: StepLineProps) {
  const finish = useCommand(templates.finish, refresh)
  const reopen = useCommand(templates.reopen, refresh)
  const { id } = step
  const tick = async (isOn: boolean) => {
    if (!isOn) return void reopen.run({ id })
    if (await finish.run({ id })) toast(`“${step.name}” is done`, { undo: () => void reopen.run({ id }) })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 narrow:min-w-full">
        {step.canFinish && plan.campaign.state !== 'stopped' ? (
          <Field isInline label={step.name}>
            <Checkbox isOn={step.doneAt !== null} onChange={(isOn) => void tick(isOn)} />
          </Field>
        ) : (
          <p className="font-medium">{step.name}</p>
        )}
        <p className="text-sm text-ink-3">{afterWords(plan, step)}</p>
      </div>
      <Stand step={step} />
      {plan.can.change && <Deeds plan={plan} step={step} onDeed={onDeed} />}
    </li>
  )
}

const afterWords = (plan: Plan, { days, after, owner }: PlannedStep): string =>
  [
    owner?.name,
    days === 0 ? 'Milestone' : `${days} working ${days === 1 ? 'day' : 'days'}`,
    after.length > 0 &&
      `after ${after.map((id) => plan.steps.find((one) => one.id === id)?.name ?? 'a step taken out').join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')

function Stand({ step }: { step: PlannedStep }) {
  if (step.doneAt)
    return (
      <span className="text-sm text-ink-2">
        {`${step.doneBy}, `}
        <When at={step.doneAt} />
      </span>
    )
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm">
      {step.isCritical && <Badge tone="accent">Critical path</Badge>}
      {step.late > 0 && <Badge tone="bad">{`Too late by ${step.late}`}</Badge>}
      <span className="text-ink-2" title={step.says}>
        {'due '}
        <Day date={step.due} />
      </span>
    </span>
  )
}

function Deeds({ step, onDeed }: StepLineProps) {
  const [isRemoving, setRemoving] = useState(false)
  const remove = useCommand(templates.removeStep)
  const gone = async () => {
    if (await remove.run({ id: step.id })) setRemoving(false)
  }
  return (
    <>
      {!step.doneAt && (
        <Button small onClick={() => onDeed({ step, verb: 'move' })} aria-label={`Move ${step.name}`}>
          Move
        </Button>
      )}
      <Menu
        align="end"
        items={[
          { label: 'Change', onSelect: () => onDeed({ step, verb: 'edit' }) },
          { label: 'Take it out', onSelect: () => setRemoving(true) },
        ]}
      >
        <Button small look="quiet" aria-label={`More about ${step.name}`}>
          More
        </Button>
      </Menu>
      <Confirm
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={`Take “${step.name}” out`}
        description="What comes after it comes after what it comes after."
        verb="Take it out"
        isDangerous
        isBusy={remove.isRunning}
        onConfirm={() => void gone()}
      />
    </>
  )
}
