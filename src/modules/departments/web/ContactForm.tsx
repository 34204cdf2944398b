import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type Contact, ContactTerms, departments } from '../contract.ts'

const Draft = ContactTerms.omit({ personId: true, person: true, deputyId: true }).extend({
  pageId: z.string(),
  personId: z.string().optional(),
  person: z.string().max(120).optional(),
  deputyId: z.string().optional(),
})
type Named = { id: string; name: string }
type ContactFormProps = { of: Contact | 'new'; mine: Named[]; onClose: () => void }
const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))

/** Whom to ask, kept to the version it was opened with. */
export function ContactForm({ of, mine, onClose }: ContactFormProps) {
  const [opened] = useState(of)
  const isNew = opened === 'new'
  const { timeZone } = useOrganisation()
  const add = useCommand(departments.addContact, { isQuiet: true })
  const change = useCommand(departments.changeContact, { isQuiet: true })
  const people = (useQuery(identity.people, {}).data?.people ?? [])
    .filter((one) => one.state !== 'disabled')
    .map((one) => ({ value: one.id, label: one.name, hint: one.title }))
  const save = ({ pageId, personId, person, deputyId, ...said }: z.output<typeof Draft>) => {
    const given = { ...said, personId: personId ?? null, person: person ?? '', deputyId: deputyId ?? null }
    return isNew
      ? add.attempt({ id: pageId, ...given })
      : change.attempt({ id: opened.id, version: opened.version, ...given })
  }
  const page = {
    ...{ name: 'pageId' as const, label: 'Department', kind: 'combobox' as const },
    options: mine.map((one) => ({ value: one.id, label: one.name })),
  }
  return (
    <Dialog isOpen onClose={onClose} title={isNew ? 'Say whom to ask' : 'Change whom to ask'}>
      <Form
        id={isNew ? 'contact-new' : `contact-${opened.id}-${opened.version}`}
        schema={Draft}
        initial={
          isNew
            ? { timeZone, responseHours: 24, ...(mine[0] ? { pageId: mine[0].id } : {}) }
            : initialOf(opened)
        }
        fields={[
          ...(isNew ? [page] : []),
          { name: 'what', label: 'For what', autoFocus: true, placeholder: 'Contracts with agencies' },
          { name: 'personId', label: 'Whom', kind: 'combobox', isOptional: true, options: people },
          { name: 'person', label: 'Or somebody without an account', isOptional: true },
          { name: 'deputyId', label: 'Deputy', kind: 'combobox', isOptional: true, options: people },
          { name: 'channel', label: 'How', placeholder: 'legal@… or the third floor' },
          { name: 'responseHours', label: 'Answers within, in hours', kind: 'number' },
          { name: 'timeZone', label: 'Time zone', kind: 'combobox', options: zones },
        ]}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const initialOf = (one: Contact) => ({
  ...{ pageId: one.page.id, what: one.what, channel: one.channel, responseHours: one.responseHours },
  ...{ timeZone: one.timeZone, personId: one.person.id ?? undefined, deputyId: one.deputy?.id },
  ...(one.person.id ? {} : { person: one.person.name }),
})
