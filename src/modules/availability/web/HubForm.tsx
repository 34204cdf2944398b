import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Named, scales } from '../contract.ts'
import type { ShownHub } from './HubsPage.tsx'
import { SeveralField } from './SeveralField.tsx'

const Draft = z.object({
  name: z.string().trim().min(1, 'needs a name').max(120),
  purpose: z.string().trim().max(500).optional(),
  region: z.string().trim().max(80).optional(),
  scale: z.enum(scales),
  leadId: z.string().nullable().optional(),
  peopleIds: z.array(z.string()).default([]),
  teamIds: z.array(z.string()).default([]),
})
type HubFormProps = { hub: ShownHub | null; people: Named[]; teams: Named[]; onClose: () => void }
const ids = (all: Named[]): string[] => all.map((one) => one.id)

export function HubForm({ hub, people, teams, onClose }: HubFormProps) {
  const add = useCommand(availability.addHub, { isQuiet: true })
  const change = useCommand(availability.changeHub, { isQuiet: true })
  const several = (options: Named[], label: string) => (control: CustomControl) => (
    <SeveralField
      {...{ options, label }}
      value={(control.value as string[] | undefined) ?? []}
      onChange={control.onChange}
    />
  )
  const initial = hub
    ? {
        ...{ name: hub.name, purpose: hub.purpose, region: hub.region, scale: hub.scale },
        ...{ leadId: hub.lead?.id ?? null, peopleIds: ids(hub.people), teamIds: ids(hub.teams) },
      }
    : { scale: 'department' as const, peopleIds: [], teamIds: [] }
  return (
    <Dialog isOpen onClose={onClose} title={hub ? `Change ${hub.name}` : 'Make a hub'}>
      <Form
        id={`hub-${hub?.id ?? 'new'}`}
        schema={Draft}
        initial={initial}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'purpose', label: 'What it does for its teams', kind: 'textarea', isOptional: true },
          { name: 'region', label: 'Region', isOptional: true, placeholder: 'Europe' },
          { name: 'scale', label: 'Works', kind: 'select', options: scaleOptions },
          {
            ...{ name: 'leadId', label: 'Led by', kind: 'combobox', isOptional: true },
            options: people.map((one) => ({ value: one.id, label: one.name })),
          },
          { name: 'peopleIds', label: 'People', kind: 'custom', render: several(people, 'Add somebody') },
          { name: 'teamIds', label: 'Teams it serves', kind: 'custom', render: several(teams, 'Add a team') },
        ]}
        onSave={({ leadId, ...said }) => {
          const all = { ...said, leadId: leadId ?? null }
          return hub ? change.attempt({ id: hub.id, version: hub.version, ...all }) : add.attempt(all)
        }}
        onSaved={() => {
          toast(hub ? 'Hub changed' : 'Hub made')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const scaleOptions = [
  { value: 'department', label: 'Within the department' },
  { value: 'enterprise', label: 'For the enterprise' },
]
