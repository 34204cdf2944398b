import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { Email, identity, Line, Name, type Person } from '../contract.ts'
import { PersonPicker } from './pickers.tsx'

const Change = z.object({
  name: Name,
  email: Email,
  title: Line(120).default(''),
  company: Line(120).optional(),
  managerId: z.string().nullable().default(null),
})

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const change = useCommand(identity.changePerson, { isQuiet: true })
  const managerId = person.manager?.id ?? null
  return (
    <Dialog isOpen onClose={onClose} title={`Edit ${person.name}`}>
      <Form
        id={`person-${person.id}`}
        schema={Change}
        initial={{
          name: person.name,
          email: person.email,
          title: person.title,
          company: person.company ?? '',
          managerId,
        }}
        onSave={({ email, company, ...value }) =>
          change.attempt({
            id: person.id,
            ...value,
            company: company || null,
            ...(email === person.email ? {} : { email }),
          })
        }
        onSaved={onClose}
        onCancel={onClose}
        fields={[
          { name: 'name', label: 'Name' },
          { name: 'email', label: 'E-mail', kind: 'email' },
          { name: 'title', label: 'Title', isOptional: true },
          {
            name: 'managerId',
            label: 'Reports to',
            kind: 'custom',
            render: ({ value, onChange }) => (
              <PersonPicker
                label="Reports to"
                except={person.id}
                value={(value as string | null) ?? null}
                onChange={onChange}
              />
            ),
          },
          { name: 'company', label: 'Company', isOptional: true, hint: 'For guests: an agency, a client.' },
        ]}
      />
    </Dialog>
  )
}
