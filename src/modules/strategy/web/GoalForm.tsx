import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { readPeriod } from '../../../ui/period/period.ts'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type Goal, GoalInput, Level, strategy } from '../contract.ts'
import { levels } from '../rules.ts'
import { Months } from './Months.tsx'

const Draft = z.object({
  name: GoalInput.shape.name,
  level: Level,
  description: z.string().trim().max(2000).optional(),
  days: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/, 'needs a first and a last day'),
  ownerId: z.string().optional(),
  weight: z.number().gt(0, 'is more than 0').max(1000),
  under: z.string().optional(),
})

type GoalFormProps = { goals: Goal[]; goal: Goal | null; onClose: () => void }

/** Set a goal, or change one; where it stands is changed on its page, by its link up. */
export function GoalForm({ goals, goal: current, onClose }: GoalFormProps) {
  const { opened: goal, open, newer } = useOpened(current)
  const people = useQuery(identity.people, {})
  const vision = useQuery(strategy.vision, {})
  const add = useCommand(strategy.addGoal, { isQuiet: true, alsoRefresh: ['trace'] })
  const change = useCommand(strategy.changeGoal, { isQuiet: true, alsoRefresh: ['trace'] })
  const { fiscal, timeZone } = useOrganisation()
  const year = readPeriod('this-year', todayIn(timeZone), fiscal)
  const top = vision.data?.vision ?? null
  const under = [
    ...(top ? [{ value: `vision ${top.id}`, label: top.title, hint: 'Vision' }] : []),
    ...goals
      .filter((one) => one.state === 'open' && one.level !== 'initiative')
      .map((one) => ({ value: `goal ${one.id}`, label: one.name, hint: one.levelTitle })),
  ]
  const save = ({ days, description = '', ownerId, under: above, ...said }: z.output<typeof Draft>) => {
    const [from = '', to = ''] = days.split('..')
    const [kind, id] = above?.split(' ') ?? []
    const given = { ...said, description, from, to, ownerId: ownerId ?? null }
    if (goal) return change.attempt({ id: goal.id, version: goal.version, ...given })
    return add.attempt({ ...given, under: kind && id ? { kind, id } : null })
  }
  return (
    <Dialog isOpen onClose={onClose} title={goal ? `Change “${goal.name}”` : 'Set a goal'}>
      {newer && <Meanwhile by={null} what="this goal" onLoad={() => open(newer)} />}
      <Form
        key={goal?.version}
        id={`goal-${goal ? `${goal.id}-${goal.version}` : 'new'}`}
        schema={Draft}
        initial={
          goal
            ? { ...goal, days: `${goal.period.from}..${goal.period.to}`, ownerId: goal.owner?.id }
            : { days: `${year.startsOn}..${year.endsOn}`, weight: 1 }
        }
        fields={[
          { name: 'name', label: 'Name', autoFocus: true, hint: 'What will be different, in a line.' },
          {
            name: 'level',
            label: 'Level',
            kind: 'select',
            options: levels.map(({ level, title, says }) => ({ value: level, label: title, hint: says })),
          },
          ...(goal
            ? []
            : [
                {
                  name: 'under' as const,
                  label: 'Serves',
                  kind: 'combobox' as const,
                  options: under,
                  isOptional: true,
                },
              ]),
          { name: 'days', label: 'Period', kind: 'custom', render: (control) => <Months {...control} /> },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            isOptional: true,
            options: (people.data?.people ?? [])
              .filter((one) => one.state !== 'disabled')
              .map((one) => ({ value: one.id, label: one.name, hint: one.title })),
          },
          {
            name: 'weight',
            label: 'Weight',
            kind: 'number',
            hint: 'What it counts for beside others under the same goal.',
          },
          { name: 'description', label: 'Description', kind: 'textarea', isOptional: true },
        ]}
        saveLabel={goal ? 'Save' : 'Set the goal'}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
