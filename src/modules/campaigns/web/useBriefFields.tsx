import type { FormField } from '../../../ui/form/fields.ts'
import { useCan, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type FieldDraft, FieldInputs, useFields } from '../../fields/web/index.ts'
import { metrics } from '../../metrics/contract.ts'
import { campaigns, type Level } from '../contract.ts'
import { ChannelChoices, Stages, Targets } from './controls.tsx'
import type { BriefDraft, StageLine, TargetLine } from './draft.ts'

export type Fields = FormField<keyof BriefDraft & string>[]

/** The fields of a brief, once what they choose of is known. */
export function useBriefFields(level: Level) {
  const { currency } = useOrganisation()
  const own = useFields(level)
  const mayCost = useCan()('costs:read')
  const choices = useQuery(campaigns.choices, {})
  const catalogue = useQuery(metrics.catalogue, {})
  const known = { metrics: catalogue.data?.items ?? [], fields: own.items, currency }
  const { channels = [], roles = [], people = [] } = choices.data ?? {}
  const who = [
    ...roles.map(({ id, name }) => ({ value: `role:${id}`, label: `Role: ${name}` })),
    ...people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
  ]
  const named: Fields = [
    { name: 'name', label: 'Name', autoFocus: true },
    {
      name: 'ownerId',
      label: 'Owner',
      kind: 'combobox',
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'agency', label: 'Agency', isOptional: true },
  ]
  const options = known.metrics.map(({ id, title }) => ({ value: id, label: title }))
  const held = [
    ...textFields,
    ...choiceFields(channels, options),
    ...(mayCost ? costFields : []),
    ...ownFields(own),
  ] satisfies Fields
  const asked = choices.isPending || catalogue.isPending || own.asked.isPending
  return {
    ...{ named, held, approvals: approvalFields(who), known },
    faces: { isLoading: asked, error: choices.error ?? catalogue.error ?? own.asked.error },
  }
}

const textFields: Fields = [
  { name: 'startsOn', label: 'First day', kind: 'date' },
  { name: 'endsOn', label: 'Last day', kind: 'date' },
  {
    name: 'audience',
    label: 'Audience',
    kind: 'textarea',
    isOptional: true,
    hint: 'Whom it is for: segment, role, region.',
  },
  {
    name: 'exclusions',
    label: 'Not for',
    kind: 'textarea',
    isOptional: true,
    hint: 'Whom it must not reach: customers, competitors, people without consent.',
  },
  { name: 'message', label: 'Message', kind: 'textarea', isOptional: true },
  { name: 'offer', label: 'Offer', kind: 'textarea', isOptional: true },
]

const costFields: Fields = [
  { name: 'planned', label: 'Planned cost', kind: 'number', isOptional: true },
  { name: 'currency', label: 'Currency', hint: 'Three letters, such as EUR.' },
]

const ownFields = ({ items, people }: Pick<ReturnType<typeof useFields>, 'items' | 'people'>): Fields =>
  items.every((one) => one.isRetired)
    ? []
    : [
        {
          name: 'fields',
          label: 'Fields of this organisation',
          kind: 'custom',
          isOptional: true,
          render: ({ value, onChange }) => (
            <FieldInputs
              fields={items}
              people={people}
              value={(value ?? {}) as FieldDraft}
              onChange={onChange}
            />
          ),
        },
      ]

type Options = { value: string; label: string }[]

const choiceFields = (channels: string[], options: Options): Fields => [
  {
    name: 'channels',
    label: 'Channels',
    kind: 'custom',
    render: ({ value, onChange }) => (
      <ChannelChoices channels={channels} value={(value ?? []) as string[]} onChange={onChange} />
    ),
  },
  {
    name: 'demand',
    label: 'Demand target',
    kind: 'custom',
    hint: 'What demand it shall bring. Without it nobody can approve the campaign.',
    render: ({ value, onChange }) => (
      <Targets
        most={1}
        verb="Demand target"
        metrics={options}
        value={(value ?? []) as TargetLine[]}
        onChange={onChange}
      />
    ),
  },
  {
    name: 'kpis',
    label: 'KPIs',
    kind: 'custom',
    isOptional: true,
    render: ({ value, onChange }) => (
      <Targets
        most={12}
        verb="KPI"
        metrics={options}
        value={(value ?? []) as TargetLine[]}
        onChange={onChange}
      />
    ),
  },
]

const approvalFields = (who: Options): Fields => [
  {
    name: 'approvals',
    label: 'Who approves, and by when',
    kind: 'custom',
    render: ({ value, onChange }) => (
      <Stages who={who} value={(value ?? []) as StageLine[]} onChange={onChange} />
    ),
  },
]
