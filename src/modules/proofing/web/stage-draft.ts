import { z } from 'zod'
import { StageInput } from '../contract.ts'

/** A proof of one or two stages; more are made through the API. */
export const Draft = z.object({
  first: z.string(),
  firstDueOn: StageInput.shape.dueOn,
  reviewerIds: z.array(z.string()).min(1, 'needs somebody who decides'),
  rule: z.enum(['all', 'one']),
  second: z.string().optional(),
  secondDueOn: StageInput.shape.dueOn.optional(),
  releaserIds: z.array(z.string()).default([]),
})
type Draft = z.infer<typeof Draft>

/** The stages of a draft; the second where anybody is named in it. */
export function stagesOf(draft: Draft): z.input<typeof StageInput>[] {
  const first = {
    name: draft.first,
    dueOn: draft.firstDueOn,
    rule: draft.rule,
    reviewerIds: draft.reviewerIds,
  }
  if (draft.releaserIds.length === 0) return [first]
  const dueOn = draft.secondDueOn ?? draft.firstDueOn
  return [first, { name: draft.second ?? 'Release', dueOn, rule: 'one', reviewerIds: draft.releaserIds }]
}

type People = readonly { id: string; name: string }[]
type Picker = (
  label: string,
  people: People,
) => (control: { value: unknown; onChange: (value: unknown) => void }) => React.ReactNode

export const fieldsOf = (people: People, picker: Picker) => [
  { name: 'first' as const, label: 'First stage' },
  { name: 'firstDueOn' as const, label: 'Due', kind: 'date' as const },
  {
    ...{ name: 'reviewerIds' as const, label: 'Who decides', kind: 'custom' as const },
    render: picker('Who decides', people),
  },
  {
    ...{ name: 'rule' as const, label: 'It is decided when', kind: 'select' as const },
    options: [
      { value: 'all', label: 'everybody has decided' },
      { value: 'one', label: 'the first of them has decided' },
    ],
  },
  { name: 'second' as const, label: 'Second stage', isOptional: true },
  { name: 'secondDueOn' as const, label: 'Due, second stage', kind: 'date' as const, isOptional: true },
  {
    ...{ name: 'releaserIds' as const, label: 'Who releases', kind: 'custom' as const, isOptional: true },
    hint: 'Blank for one stage.',
    render: picker('Who releases', people),
  },
]
