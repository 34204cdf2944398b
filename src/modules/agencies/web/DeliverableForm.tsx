import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { agencies, type Deliverable } from '../contract.ts'

const Draft = z.object({
  campaignId: z.string('is one of those it was given'),
  what: z.string('needs a name'),
  dueOn: z.iso.date('is a day'),
  note: z.string().default(''),
})

type DeliverableFormProps = {
  one: Deliverable | null
  agencyId: string
  campaigns: { id: string; name: string }[]
  onClose: () => void
}

/** Agrees on a deliverable, or changes one. */
export function DeliverableForm({ one, agencyId, campaigns, onClose }: DeliverableFormProps) {
  const { opened, open, newer } = useOpened(one)
  const refresh = { isQuiet: true, alsoRefresh: ['identity', 'activity'] }
  const add = useCommand(agencies.addDeliverable, refresh)
  const change = useCommand(agencies.changeDeliverable, refresh)
  const save = ({ campaignId, ...said }: z.output<typeof Draft>) =>
    opened
      ? change.attempt({ ...said, id: opened.id, version: opened.version })
      : add.attempt({ ...said, id: agencyId, campaignId })
  const [only] = campaigns.length === 1 ? campaigns : []
  return (
    <Dialog isOpen onClose={onClose} title={opened ? `Change ${opened.what}` : 'Agree on a deliverable'}>
      {newer && <Meanwhile by={null} what="this deliverable" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version}
        id={opened ? `deliverable-${opened.id}-${opened.version}` : `deliverable-${agencyId}`}
        schema={Draft}
        initial={
          opened
            ? { campaignId: opened.campaign.id, what: opened.what, dueOn: opened.dueOn, note: opened.note }
            : only
              ? { campaignId: only.id }
              : {}
        }
        fields={[
          ...(opened
            ? []
            : [
                {
                  ...{ name: 'campaignId' as const, label: 'For the campaign', kind: 'combobox' as const },
                  options: campaigns.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]),
          { name: 'what', label: 'What', autoFocus: true, placeholder: 'Customer film, 90 seconds' },
          { name: 'dueOn', label: 'Due on', kind: 'date' },
          { name: 'note', label: 'What has to be in it', kind: 'textarea', isOptional: true },
        ]}
        saveLabel={opened ? 'Save' : 'Agree on it'}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
