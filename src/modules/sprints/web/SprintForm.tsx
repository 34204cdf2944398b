import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { addDays, daysBetween } from '../../../methods/days.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { strategy } from '../../strategy/contract.ts'
import { measures, type Sprint, SprintTerms, sprints } from '../contract.ts'
import { measureNames } from './words.ts'

const Draft = SprintTerms.omit({ focus: true, goalId: true }).extend({
  goalId: z.string().optional(),
  focus: z.number().min(5, 'is 5 at least').max(100, 'is 100 at most'),
})

type Named = { id: string; name: string }
type SprintFormProps = {
  teams: { id: string; name: string; isOwn?: boolean }[]
  of?: Sprint
  /** The one before: its length and measure are taken over. */
  last?: Sprint | undefined
  onClose: () => void
}

export function SprintForm({ teams, of, last, onClose }: SprintFormProps) {
  const navigate = useNavigate()
  const add = useCommand(sprints.add, { isQuiet: true })
  const change = useCommand(sprints.change, { isQuiet: true })
  const goals = useQuery(strategy.goals, {}).data?.items ?? []
  const save = ({ focus, goalId, teamId, ...said }: z.output<typeof Draft>) => {
    const terms = { ...said, focus: focus / 100, goalId: goalId || null }
    return of
      ? change.attempt({ id: of.id, version: of.version, ...terms })
      : add.attempt({ teamId, ...terms })
  }
  return (
    <FormDialog
      title={of ? `Change ${of.name}` : 'Plan a sprint'}
      onClose={onClose}
      id={of ? `sprint-${of.id}-${of.version}` : 'sprint-new'}
      schema={Draft}
      initial={of ? initialOf(of) : newOf(teams, last)}
      fields={fieldsOf(of ? [] : teams, goals)}
      saveLabel={of ? 'Save' : 'Plan it'}
      onSave={save}
      onSaved={(saved) => {
        if (!of) void navigate({ to: `/sprints/${saved.id}` })
      }}
    />
  )
}

type Fields = FormField<keyof z.output<typeof Draft>>[]

const fieldsOf = (teams: Named[], goals: Named[]): Fields => [
  ...teamField(teams),
  { name: 'name', label: 'Name', autoFocus: true, placeholder: 'Weeks 23 and 24' },
  {
    ...{ name: 'goal', label: 'Goal', kind: 'textarea', isOptional: true },
    hint: 'What is different when it is over. It is needed to begin.',
  },
  {
    ...{ name: 'goalId', label: 'Leads up to', kind: 'combobox', isOptional: true },
    options: goals.map((one) => ({ value: one.id, label: one.name })),
  },
  { name: 'startsOn', label: 'First day', kind: 'date' },
  { name: 'endsOn', label: 'Last day', kind: 'date' },
  {
    ...{ name: 'measure', label: 'Measured in', kind: 'select' },
    options: measures.map((value) => ({ value, label: measureNames[value] })),
  },
  {
    ...{ name: 'focus', label: 'Focus, in percent', kind: 'number' },
    hint: 'The share of available hours that goes into what is planned.',
  },
]

const teamField = (teams: Named[]): Fields =>
  teams.length === 0
    ? []
    : [
        {
          ...{ name: 'teamId', label: 'Team', kind: 'select' },
          options: teams.map((one) => ({ value: one.id, label: one.name })),
        },
      ]

const initialOf = (of: Sprint) => ({
  ...{ teamId: of.teamId, name: of.name, goal: of.goal, goalId: of.goalId ?? '', startsOn: of.startsOn },
  ...{ endsOn: of.endsOn, measure: of.measure, focus: Math.round(of.focus * 100) },
})

const newOf = (teams: SprintFormProps['teams'], last: Sprint | undefined) => ({
  teamId: (teams.find((one) => one.id === last?.teamId) ?? teams.find((one) => one.isOwn) ?? teams[0])?.id,
  ...(last
    ? {
        startsOn: addDays(last.endsOn, 1),
        endsOn: addDays(last.endsOn, 1 + daysBetween(last.startsOn, last.endsOn)),
      }
    : {}),
  ...{ measure: last?.measure ?? 'hours', focus: Math.round((last?.focus ?? 0.7) * 100) },
})
