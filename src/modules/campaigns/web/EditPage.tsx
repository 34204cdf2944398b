import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { FormPage } from '../../../ui/form/FormPage.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Campaign, campaigns } from '../contract.ts'
import { BriefDraft, draftOf, saidOf } from './draft.ts'
import { useBriefFields } from './useBriefFields.tsx'

/** Edits a draft, what no approval holds, or asks for a change of what one does. */
export default function EditPage() {
  const { id = '' } = useParams({ strict: false })
  const [change] = useUrl('change')
  const asked = useQuery(campaigns.show, { id })
  const one = asked.data
  if (!one)
    return (
      <FormPage
        title="Edit"
        id="campaign-none"
        schema={z.object({})}
        fields={[]}
        onSave={async () => undefined}
        isLoading={asked.isPending}
        error={asked.error}
      />
    )
  return change ? <Ask one={one} /> : <Edit one={one} />
}

function usePlace(one: Campaign) {
  const navigate = useNavigate()
  const path = `/campaigns/${one.id}`
  return {
    crumbs: [
      { title: 'Campaigns', path: '/campaigns' },
      { title: one.name, path },
    ],
    cancelPath: path,
    leave: (tab = '') => void navigate({ to: tab ? `${path}?tab=${tab}` : path }),
  }
}

function Edit({ one }: { one: Campaign }) {
  const { leave, ...place } = usePlace(one)
  const { currency } = useOrganisation()
  const mayCost = useCan()('costs:read')
  const { named, held, approvals, known, faces } = useBriefFields(one.level)
  const change = useCommand(campaigns.change, { isQuiet: true, alsoRefresh: ['trace'] })
  const { opened } = useOpened(one)
  const isDraft = one.state === 'draft'
  return (
    <FormPage
      {...faces}
      {...place}
      title={isDraft ? `Brief of ${one.name}` : `Edit ${one.name}`}
      description={
        isDraft ? undefined : 'Its brief is approved: what that holds is another only by a change request.'
      }
      id={`campaign-${one.id}-${opened.version}`}
      schema={BriefDraft}
      initial={draftOf(opened, currency)}
      fields={isDraft ? [...named, ...held, ...approvals] : named}
      onSave={(draft) => {
        const { planned, ...said } = saidOf(draft, known)
        const brief = isDraft ? said.brief : { ...opened.brief, agency: said.brief.agency ?? '' }
        const cost = isDraft && mayCost ? { planned } : {}
        return change.attempt({ ...said, ...cost, brief, id: one.id, version: opened.version })
      }}
      onSaved={() => leave()}
    />
  )
}

const ChangeDraft = BriefDraft.extend({
  reason: z.string('needs a reason').trim().min(3, 'takes at least 3 letters'),
})

function Ask({ one }: { one: Campaign }) {
  const { leave, ...place } = usePlace(one)
  const { currency } = useOrganisation()
  const mayCost = useCan()('costs:read')
  const { held, known, faces } = useBriefFields(one.level)
  const { opened } = useOpened(one)
  const ask = useCommand(campaigns.askChange, { isQuiet: true, alsoRefresh: ['identity'] })
  return (
    <FormPage
      {...faces}
      {...place}
      title={`Ask for a change of ${one.name}`}
      description="The approved brief stays in force until the change is accepted; the request shows what moves and who waits."
      id={`campaign-change-${one.id}-${opened.version}`}
      schema={ChangeDraft}
      initial={draftOf(opened, currency)}
      fields={[{ name: 'reason', label: 'Why', kind: 'textarea', autoFocus: true }, ...held]}
      saveLabel="Ask for the change"
      onSave={({ reason, ...draft }) => {
        const { brief, planned } = saidOf(draft, known)
        return ask.attempt({
          ...{ id: one.id, reason, brief, baseVersion: opened.approvedVersion },
          ...(mayCost ? { planned } : {}),
        })
      }}
      onSaved={() => {
        toast('Asked for', { detail: 'Those who may decide it have it in their inbox.' })
        leave('changes')
      }}
    />
  )
}
