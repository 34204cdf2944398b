import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { templates } from '../contract.ts'

const Draft = z.object({ name: z.string('needs a name') })

type KeepTemplateProps = { campaign: { id: string; name: string }; onClose: () => void }

/** Makes a template of a campaign as it is now. */
export function KeepTemplate({ campaign, onClose }: KeepTemplateProps) {
  const navigate = useNavigate()
  const keep = useCommand(templates.keep, { isQuiet: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Keep as a template"
      description="Its brief, fields, tactics and steps, without days and costs."
    >
      <Form
        id={`template-of-${campaign.id}`}
        schema={Draft}
        initial={{ name: campaign.name }}
        fields={[{ name: 'name', label: 'Name of the template', autoFocus: true }]}
        onSave={({ name }) => keep.attempt({ id: campaign.id, name })}
        onSaved={({ id }) => void navigate({ to: `/templates/${id}` })}
        onCancel={onClose}
      />
    </Dialog>
  )
}
