import { z } from 'zod'
import type { FormField } from '../../../ui/form/fields.ts'
import type { Position } from '../contract.ts'

const words = (most = 200) => z.string().trim().max(most).optional()
const Department = z.string().trim().min(1, 'must not be empty').max(100)

export const PositionDraft = z.object({
  title: z.string().trim().min(1, 'must not be empty').max(200),
  team: words(),
  department: Department,
  fundedBy: Department,
  managerId: z.string().nullable().optional(),
  managerName: words(),
  startsOn: z.iso.date('is a day'),
  endsOn: z.iso.date('is a day').optional(),
  fte: z.number('is a number').min(0.01, 'is 0.01 or more').max(1, 'is 1 at most'),
  weekly: z.number('is a number').min(1, 'is 1 or more').max(80, 'is 80 at most'),
  purpose: words(1000),
})
export type PositionDraft = z.output<typeof PositionDraft>

type People = { id: string; name: string }[]

export const positionFields = (people: People): FormField<keyof PositionDraft & string>[] => [
  { name: 'title', label: 'Position', autoFocus: true, placeholder: 'Data engineer' },
  { name: 'department', label: 'Sits in', hint: 'The department it works in and reports in.' },
  {
    name: 'fundedBy',
    label: 'Funded by',
    hint: 'The department that pays; another than above where it is funded elsewhere.',
  },
  { name: 'team', label: 'Team', isOptional: true },
  {
    ...{ name: 'managerId', label: 'Reports to', kind: 'combobox', isOptional: true },
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    ...{ name: 'managerName', label: 'Or somebody who does not sign in here', isOptional: true },
  },
  { name: 'startsOn', label: 'From', kind: 'date' },
  { name: 'endsOn', label: 'Until', kind: 'date', isOptional: true },
  {
    name: 'fte',
    label: 'Share of full time',
    kind: 'number',
    hint: '1 is full time, 0.8 four days of five.',
  },
  { name: 'weekly', label: 'Hours of a full-time week', kind: 'number' },
  { name: 'purpose', label: 'What it is for', kind: 'textarea', isOptional: true },
]

/** A draft as the routes take it. */
export const saidOf = ({ fte, weekly, endsOn, managerId, ...rest }: PositionDraft) => ({
  ...rest,
  ...{ team: rest.team ?? '', managerName: rest.managerName ?? '', purpose: rest.purpose ?? '' },
  ...{ managerId: managerId ?? null, endsOn: endsOn ?? null },
  ...{ ftePercent: Math.round(fte * 100), weeklyMinutes: Math.round(weekly * 60) },
})

export const draftOf = (one: Position): Partial<z.input<typeof PositionDraft>> => ({
  ...{ title: one.title, team: one.team, department: one.department, fundedBy: one.fundedBy },
  ...{ managerId: one.manager.id, managerName: one.manager.id ? '' : one.manager.name },
  ...{ startsOn: one.startsOn, fte: one.ftePercent / 100, weekly: one.weeklyMinutes / 60 },
  ...(one.endsOn ? { endsOn: one.endsOn } : {}),
  purpose: one.purpose,
})
