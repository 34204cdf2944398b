import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { FormPage } from '../../../ui/form/FormPage.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { campaigns, Level } from '../contract.ts'
import { levels, levelTitles, whyNotUnder } from '../rules.ts'
import { BriefDraft, draftOf, saidOf } from './draft.ts'
import { useBriefFields } from './useBriefFields.tsx'

const Draft = BriefDraft.extend({ level: Level.optional(), parentId: z.string().optional() })

export default function NewPage() {
  const navigate = useNavigate()
  const { currency } = useOrganisation()
  const [said, setLevel] = useUrl('level', 'campaign')
  const level = levels.find((one) => one === said) ?? 'campaign'
  const { named, held, approvals, known, faces } = useBriefFields(level)
  const all = useQuery(campaigns.list, {}).data?.items ?? []
  const add = useCommand(campaigns.add, { isQuiet: true, alsoRefresh: ['trace'] })
  const parents = all.filter((one) => whyNotUnder(level, one.level) === null)
  return (
    <FormPage
      {...faces}
      title="Plan a campaign"
      description="It is a draft until you submit it; what is not known yet can wait."
      crumbs={[{ title: 'Campaigns', path: '/campaigns' }]}
      id="campaign-new"
      schema={Draft}
      initial={draftOf(null, currency)}
      fields={[
        {
          name: 'level',
          label: 'Level',
          kind: 'custom',
          render: () => (
            <Select
              options={levels.map((value) => ({ value, label: levelTitles[value] }))}
              value={level}
              onChange={setLevel}
            />
          ),
        },
        {
          name: 'parentId',
          label: 'Belongs to',
          kind: 'combobox',
          isOptional: true,
          hint: 'A campaign belongs to a programme, a tactic to a campaign.',
          options: parents.map((one) => ({ value: one.id, label: one.name, hint: levelTitles[one.level] })),
        },
        ...named,
        ...held,
        ...approvals,
      ]}
      saveLabel="Keep the draft"
      onSave={({ level: _unused, parentId, ...draft }) => {
        const isParent = parents.some((one) => one.id === parentId)
        return add.attempt({ ...saidOf(draft, known), level, parentId: (isParent && parentId) || null })
      }}
      onSaved={({ id }) => void navigate({ to: `/campaigns/${id}` })}
      cancelPath="/campaigns"
    />
  )
}
