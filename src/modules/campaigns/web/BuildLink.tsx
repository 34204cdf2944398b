import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { campaigns } from '../contract.ts'
import { termKinds, termTitles } from '../rules.ts'

const Draft = z.object({
  page: z.string('needs an address'),
  source: z.string('choose one'),
  medium: z.string('choose one'),
  campaign: z.string('choose one'),
  content: z.string().optional(),
  term: z.string().optional(),
  campaignId: z.string().optional(),
})

/** A page and allowed values make a link. */
export function BuildLink({ onClose }: { onClose: () => void }) {
  const terms = useQuery(campaigns.terms, {})
  const all = useQuery(campaigns.list, {})
  const build = useCommand(campaigns.buildLink, { isQuiet: true })
  const items = terms.data?.items ?? []
  const ofKind = (kind: (typeof termKinds)[number]) =>
    items.filter((one) => one.kind === kind).map(({ value }) => ({ value, label: value }))
  const fields: FormField<keyof z.input<typeof Draft> & string>[] = [
    { name: 'page', label: 'Page it leads to', placeholder: 'https://', autoFocus: true },
    ...termKinds.map((kind) => ({
      name: kind,
      label: termTitles[kind],
      kind: 'combobox' as const,
      options: ofKind(kind),
      isOptional: kind === 'content' || kind === 'term',
    })),
    {
      name: 'campaignId',
      label: 'For the campaign',
      kind: 'combobox',
      isOptional: true,
      options: (all.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
    },
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Build a link"
      description="Only allowed values can be chosen; they are added on the tab of that name."
    >
      <FaceOf isLoading={terms.isPending} error={terms.error} onRetry={() => void terms.refetch()}>
        {() => (
          <Form
            id="campaign-link-new"
            schema={Draft}
            fields={fields}
            saveLabel="Build the link"
            onSave={(said) => build.attempt(said)}
            onSaved={() => {
              toast('Link built', { detail: 'It stands first in the list, with its QR code.' })
              onClose()
            }}
            onCancel={onClose}
          />
        )}
      </FaceOf>
    </Dialog>
  )
}
