import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability } from '../contract.ts'
import { levels } from '../rules.ts'
import type { Chosen } from './SkillMatrix.tsx'

/** One level of one person: stated by themselves, confirmed or said otherwise by their manager. */
export function LevelDialog({ person, skill, held, onClose }: Chosen & { onClose: () => void }) {
  const state = useCommand(availability.stateSkill)
  const confirm = useCommand(availability.confirmSkill)
  const say = async (level: number) => {
    const said = { id: person.id, skillId: skill.id, level, version: held?.version ?? 0 }
    const done = await (person.can.state ? state : confirm).run(said)
    if (!done) return
    toast(person.can.state ? 'Level stated' : 'Level confirmed')
    onClose()
  }
  const now = person.can.state ? held?.stated : (held?.confirmed ?? held?.stated)
  const may = person.can.state || person.can.confirm
  const action = person.can.state
    ? 'Your level; your manager confirms it.'
    : person.can.confirm
      ? 'Confirm what was stated, or say another level.'
      : 'Only the person states this, and their manager confirms it.'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={`${person.name}: ${skill.name}`}
      description={action}
    >
      <p className="mb-3 text-ink-2">
        {`Stated: ${levels[held?.stated ?? 0]}. `}
        {held?.confirmed === null || held === null
          ? 'Not confirmed.'
          : `Confirmed by ${held.confirmedBy}: ${levels[held.confirmed]}.`}
      </p>
      {may && (
        <div className="flex flex-col gap-1.5">
          {levels.map((name, level) => (
            <Button
              key={name}
              look={level === now ? 'primary' : 'secondary'}
              isBusy={state.isRunning || confirm.isRunning}
              onClick={() => void say(level)}
            >
              {`${level} · ${name}`}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  )
}
