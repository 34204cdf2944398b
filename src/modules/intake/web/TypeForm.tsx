import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { CustomControl, FormField } from '../../../ui/form/fields.ts'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { work } from '../../work/contract.ts'
import { intake, type Question, type RequestType, TypeSaid } from '../contract.ts'
import { QuestionsField } from './QuestionsField.tsx'

const Draft = TypeSaid.omit({ usualMinutes: true }).extend({
  purpose: TypeSaid.shape.purpose.optional(),
  teamId: z.string().nullable().optional(),
  boardId: z.string().nullable().optional(),
  itemTypeId: z.string().nullable().optional(),
  triageTeamId: z.string().nullable().optional(),
  usualHours: z
    .number()
    .min(0.1, 'must be 0.1 hours at least')
    .max(10_000, 'must be 10,000 hours at most')
    .optional(),
  reason: z.string().max(300, 'holds 300 letters at most').optional(),
})

const audiences = [
  { value: 'everybody', label: 'Everybody, without an account' },
  { value: 'members', label: 'Everybody who signs in' },
  { value: 'team', label: 'One team' },
]

type TypeFormProps = { one: RequestType | undefined; isLocked: boolean; onSaved: (type: RequestType) => void }

export function TypeForm({ one, isLocked, onSaved }: TypeFormProps) {
  const add = useCommand(intake.addType, { isQuiet: true })
  const change = useCommand(intake.changeType, { isQuiet: true })
  const fields = useTypeFields(one !== undefined)
  const save = ({ usualHours, reason, ...said }: z.output<typeof Draft>) => {
    const type = {
      ...{ ...said, purpose: said.purpose ?? '', teamId: said.teamId ?? null, boardId: said.boardId ?? null },
      ...{ itemTypeId: said.itemTypeId ?? null, triageTeamId: said.triageTeamId ?? null },
      usualMinutes: usualHours ? Math.round(usualHours * 60) : null,
    }
    return one
      ? change.attempt({ ...type, id: one.id, version: one.version, reason: reason ?? '' })
      : add.attempt(type)
  }
  return (
    <fieldset disabled={isLocked} className="contents">
      <Form
        id={`request-type-${one?.id ?? 'new'}-${one?.version ?? 0}`}
        schema={Draft}
        initial={initialOf(one)}
        fields={fields}
        onSave={save}
        onSaved={onSaved}
      />
    </fieldset>
  )
}

const initialOf = (one: RequestType | undefined): Partial<z.input<typeof Draft>> =>
  one
    ? {
        ...{ name: one.name, purpose: one.purpose, audience: one.audience, teamId: one.teamId },
        ...{ questions: one.questions, boardId: one.boardId, itemTypeId: one.itemTypeId },
        ...{ triageTeamId: one.triageTeamId, promiseDays: one.promiseDays },
        ...(one.usualMinutes ? { usualHours: one.usualMinutes / 60 } : {}),
      }
    : { audience: 'members', promiseDays: 3, questions: [] }

const named = (all: readonly { id: string; name: string }[] | undefined) =>
  (all ?? []).map(({ id, name }) => ({ value: id, label: name }))

function useTypeFields(isChange: boolean): FormField<keyof z.input<typeof Draft> & string>[] {
  const teams = named(useQuery(identity.teams, {}).data?.teams)
  const boards = named(useQuery(work.boards, {}).data?.items)
  const types = named(useQuery(work.types, {}).data?.items)
  return [
    { name: 'name', label: 'Name', autoFocus: !isChange },
    { name: 'purpose', label: 'What it is for', isOptional: true },
    { name: 'audience', label: 'Who may ask', kind: 'select', options: audiences },
    {
      name: 'teamId',
      label: 'Which team, where it is for one',
      kind: 'combobox',
      options: teams,
      isOptional: true,
    },
    {
      ...{ name: 'questions', label: 'Questions of its own', kind: 'custom', isOptional: true },
      hint: 'What is it for, why so quickly, and what is the impact are always asked.',
      render: ({ value, onChange }: CustomControl) => (
        <QuestionsField value={(value ?? []) as Question[]} onChange={onChange} />
      ),
    },
    { name: 'usualHours', label: 'Usual effort in hours', kind: 'number', isOptional: true },
    { name: 'boardId', label: 'Board', kind: 'combobox', options: boards, isOptional: true },
    { name: 'itemTypeId', label: 'Item type', kind: 'combobox', options: types, isOptional: true },
    {
      ...{ name: 'triageTeamId', label: 'Who answers', kind: 'combobox', options: teams, isOptional: true },
      hint: 'Everybody who triages, where no team is named.',
    },
    { name: 'promiseDays', label: 'First answer within working days', kind: 'number' },
    ...(isChange ? [{ name: 'reason' as const, label: 'Why it changes', isOptional: true }] : []),
  ]
}
