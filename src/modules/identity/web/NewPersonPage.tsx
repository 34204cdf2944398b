import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { FormPage } from '../../../ui/form/FormPage.tsx'
import { useCommand } from '../../../ui/query.ts'
import { Email, identity, Line, Name } from '../contract.ts'
import { PersonPicker, RoleChoices } from './pickers.tsx'
import { type MadeLink, ShowLink } from './ShowLink.tsx'

const NewPerson = z.object({
  name: Name,
  email: Email,
  title: Line(120).default(''),
  roles: z.array(z.string()).default([]),
  managerId: z.string().nullable().default(null),
  company: Line(120).optional(),
})

export default function NewPersonPage() {
  const navigate = useNavigate()
  const invite = useCommand(identity.invite, { isQuiet: true })
  const [made, setMade] = useState<{ id: string; name: string; link: MadeLink }>()
  return (
    <>
      <FormPage
        title="Invite a person"
        crumbs={[{ title: 'People', path: '/people' }]}
        id="person-new"
        schema={NewPerson}
        initial={{ roles: [], managerId: null }}
        cancelPath="/people"
        saveLabel="Invite"
        onSave={(value) => invite.attempt(value)}
        onSaved={({ person, link }) => setMade({ id: person.id, name: person.name, link })}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'email', label: 'E-mail', kind: 'email' },
          { name: 'title', label: 'Title', isOptional: true },
          {
            name: 'roles',
            label: 'Roles',
            kind: 'custom',
            hint: 'Together they say what the person may do.',
            render: ({ value, onChange }) => (
              <RoleChoices value={(value as string[]) ?? []} onChange={onChange} />
            ),
          },
          {
            name: 'managerId',
            label: 'Reports to',
            kind: 'custom',
            isOptional: true,
            render: ({ value, onChange }) => (
              <PersonPicker label="Reports to" value={(value as string | null) ?? null} onChange={onChange} />
            ),
          },
          { name: 'company', label: 'Company', isOptional: true, hint: 'For guests: an agency, a client.' },
        ]}
      />
      {made && (
        <ShowLink
          link={made.link}
          name={made.name}
          onClose={() => void navigate({ to: `/people/${made.id}` })}
        />
      )}
    </>
  )
}
