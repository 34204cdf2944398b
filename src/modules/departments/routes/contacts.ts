import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Contact, ContactTerms } from '../things/contact.ts'

const text = z.string()

export const contactRoutes = {
  directory: route({
    method: 'GET',
    path: '/directory',
    access: 'departments:read',
    summary:
      'List whom to ask for what in each department, with deputy, channel, response time and time zone',
    input: z.object({ pageId: text.max(80).optional() }),
    output: z.object({
      items: z.array(Contact),
      /** The departments to which whoever asks may add somebody. */
      mine: z.array(z.object({ id: text, name: text })),
    }),
  }),
  addContact: route({
    method: 'POST',
    path: '/departments/{id}/contacts',
    access: 'departments:read',
    summary: 'Add whom to ask for what, as somebody of the department or with departments:manage',
    input: One.extend({
      ...ContactTerms.shape,
      personId: ContactTerms.shape.personId.default(null),
      person: ContactTerms.shape.person.default(''),
      deputyId: ContactTerms.shape.deputyId.default(null),
    }),
    output: Contact,
  }),
  changeContact: route({
    method: 'PATCH',
    path: '/directory/{id}',
    access: 'departments:read',
    summary: 'Change whom to ask; what is left out stays. Refused when somebody changed it since `version`',
    input: One.extend({ version: z.number().int().min(1), ...changesOf(ContactTerms).shape }),
    output: Contact,
  }),
  removeContact: route({
    method: 'PUT',
    path: '/directory/{id}/removal',
    access: 'departments:read',
    summary: 'Take somebody out of the directory, or put them back',
    input: One.extend({ isRemoved: z.boolean() }),
    output: z.object({}),
  }),
}
