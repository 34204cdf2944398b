import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { GoalInput, Level, strategy } from '../../strategy/contract.ts'
import { levels } from '../../strategy/rules.ts'
import { type Answered, questionnaire } from '../contract.ts'
import { nameFrom } from '../rules.ts'

const Draft = z.object({
  name: GoalInput.shape.name,
  level: Level,
  under: z.string().optional(),
  ownerId: z.string().optional(),
})

type MakeGoalProps = { round: Out<typeof questionnaire.show>; item: Answered; onClose: () => void }

/** The draft of a goal as the answer gives it; saved as it is, or put in better words first. */
export function MakeGoal({ round, item, onClose }: MakeGoalProps) {
  const make = useCommand(questionnaire.makeGoal, { isQuiet: true, alsoRefresh: ['strategy', 'trace'] })
  const people = useQuery(identity.people, {}).data?.people ?? []
  const goals = useQuery(strategy.goals, { state: 'open' }).data?.items ?? []
  const save = ({ name, level, under, ownerId }: z.output<typeof Draft>) =>
    make.attempt({
      ...{ id: round.id, question: item.id, name, level, ownerId: ownerId ?? null },
      under: under ? { kind: 'goal', id: under } : null,
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Make a goal of the answer"
      description={`For ${round.quarter.label}, with the answer as its reason.`}
    >
      <Form
        id={`answer-goal-${round.id}-${item.id}`}
        schema={Draft}
        initial={{ name: nameFrom(item.answer?.text ?? ''), level: 'goal' }}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          {
            name: 'level',
            label: 'Level',
            kind: 'select',
            options: levels.map(({ level, title, says }) => ({ value: level, label: title, hint: says })),
          },
          {
            name: 'under',
            label: 'Serves',
            kind: 'combobox',
            isOptional: true,
            options: goals
              .filter((one) => one.level !== 'initiative')
              .map((one) => ({ value: one.id, label: one.name, hint: one.levelTitle })),
          },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            isOptional: true,
            options: people
              .filter((one) => one.state !== 'disabled')
              .map((one) => ({ value: one.id, label: one.name, hint: one.title })),
          },
        ]}
        saveLabel="Make the goal"
        onSave={save}
        onSaved={({ name }) => {
          toast(`The goal is set: ${name}`)
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
