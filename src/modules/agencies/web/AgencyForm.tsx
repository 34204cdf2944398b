import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Agency, agencies } from '../contract.ts'

const Draft = z.object({
  name: z.string('needs a name'),
  fromOn: z.iso.date('is a day'),
  untilOn: z.iso.date('is a day').optional(),
  people: z.array(z.string()).default([]),
  note: z.string().default(''),
})
type Choice = { id: string; name: string }
type AgencyFormProps = { agency: Agency | null; onClose: () => void }

/** Takes up an agency, or changes what one is and who belongs to it. */
export function AgencyForm({ agency, onClose }: AgencyFormProps) {
  const navigate = useNavigate()
  const { opened, open, newer } = useOpened(agency)
  const free = useQuery(agencies.choices, {}).data?.people ?? []
  const people = [...(opened?.people ?? []), ...free]
  const add = useCommand(agencies.add, { isQuiet: true, alsoRefresh: ['campaigns', 'activity'] })
  const change = useCommand(agencies.change, { isQuiet: true, alsoRefresh: ['campaigns', 'activity'] })
  const save = ({ untilOn, ...said }: z.output<typeof Draft>) => {
    const all = { ...said, untilOn: untilOn ?? null }
    return opened ? change.attempt({ ...all, id: opened.id, version: opened.version }) : add.attempt(all)
  }
  return (
    <Dialog isOpen onClose={onClose} title={opened ? `Change ${opened.name}` : 'Take up an agency'}>
      {newer && <Meanwhile by={null} what="this agency" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version}
        id={opened ? `agency-${opened.id}-${opened.version}` : 'agency-new'}
        schema={Draft}
        initial={initialOf(opened)}
        fields={[
          { name: 'name', label: 'Agency', autoFocus: true },
          { name: 'fromOn', label: 'Agreement from', kind: 'date' },
          { name: 'untilOn', label: 'Until', kind: 'date', isOptional: true },
          {
            name: 'people',
            label: 'Its people',
            kind: 'custom',
            isOptional: true,
            hint: 'Guests; they see the briefs of the campaigns it is given, and deliver.',
            render: ({ value, onChange }) => (
              <People people={people} value={(value as string[] | undefined) ?? []} onChange={onChange} />
            ),
          },
          { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
        ]}
        saveLabel={opened ? 'Save' : 'Take it up'}
        onSave={save}
        onSaved={(saved) => {
          onClose()
          if (!opened) void navigate({ to: `/agencies/${saved.id}` })
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

function initialOf(one: Agency | null): Partial<z.input<typeof Draft>> {
  if (!one) return { people: [] }
  return {
    ...{ name: one.name, fromOn: one.fromOn, note: one.note, people: one.people.map(({ id }) => id) },
    ...(one.untilOn ? { untilOn: one.untilOn } : {}),
  }
}

type PeopleProps = { people: Choice[]; value: string[]; onChange: (ids: string[]) => void }

const People = ({ people, value, onChange }: PeopleProps) => (
  <div className="flex flex-col gap-2">
    {value.map((id) => {
      const name = people.find((one) => one.id === id)?.name ?? id
      return (
        <span key={id} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <IconButton
            small
            label={`Take ${name} out`}
            onClick={() => onChange(value.filter((other) => other !== id))}
          >
            <X size={14} />
          </IconButton>
        </span>
      )
    })}
    <Combobox
      key={value.length}
      label="Add a guest"
      placeholder="Add a guest"
      value={null}
      options={people
        .filter((one) => !value.includes(one.id))
        .map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id && onChange([...value, id])}
    />
  </div>
)
