import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import {
  Campaign,
  count,
  Given,
  Level,
  Listed,
  line,
  Money,
  Name,
  Reason,
  SaidBrief,
  text,
} from '../things.ts'

const Person = z.object({ id: text, name: text })
const said = { name: Name, ownerId: text, brief: SaidBrief }

export const campaignRoutes = {
  list: route({
    method: 'GET',
    path: '/campaigns',
    access: 'campaigns:read',
    summary: 'List programmes, campaigns and tactics: owner, dates, where each stands, who is next',
    input: z.object({ search: text.max(200).default(''), level: Level.optional() }),
    output: z.object({ items: z.array(Listed) }),
  }),
  show: route({
    method: 'GET',
    path: '/campaigns/{id}',
    access: 'campaigns:read',
    summary: 'Show a campaign: brief, approvals, versions, changes, names in other systems',
    input: One,
    output: Campaign,
  }),
  choices: route({
    method: 'GET',
    path: '/campaign-choices',
    access: 'campaigns:read',
    summary: 'What a brief may choose of: channels of the vocabulary, roles that may approve, owners',
    input: z.object({}),
    output: z.object({ channels: z.array(text), roles: z.array(Person), people: z.array(Person) }),
  }),
  add: route({
    method: 'POST',
    path: '/campaigns',
    access: 'campaigns:manage',
    summary: 'Plan a programme, a campaign or a tactic',
    input: z.object({
      ...said,
      level: Level,
      parentId: text.nullable().default(null),
      planned: Money.nullable().default(null),
    }),
    output: Campaign,
  }),
  change: route({
    method: 'PUT',
    path: '/campaigns/{id}',
    access: 'campaigns:manage',
    summary:
      'Change a draft; of an approved campaign, what no approval holds. Refused when changed since `version`',
    input: One.extend({
      ...said,
      version: count,
      /** Left out, it stays as it is. */
      planned: Money.nullable().optional(),
    }),
    output: Campaign,
  }),
  stop: route({
    method: 'POST',
    path: '/campaigns/{id}/stop',
    access: 'campaigns:manage',
    summary: 'Stop a campaign for good; it stays to be read',
    input: One.extend({ reason: Reason }),
    output: Campaign,
  }),
  clone: route({
    method: 'POST',
    path: '/campaigns/{id}/clone',
    access: 'campaigns:manage',
    summary:
      'Plan the same again from another first day: brief, fields, steps, what belongs to it; no approvals, figures, links',
    input: One.extend({
      name: Name,
      ownerId: text,
      startsOn: z.iso.date(),
      withBelow: z.boolean().default(true),
    }),
    output: Campaign,
  }),
  sources: route({
    method: 'GET',
    path: '/campaign-sources',
    access: 'campaigns:read',
    summary:
      'Campaign names that were imported, with the campaign each belongs to, and names nobody imported',
    input: z.object({ search: text.max(200).default('') }),
    output: z.object({
      items: z.array(z.object({ name: text, rows: count, campaign: Person.nullable() })),
      unmatched: count,
      notImported: z.array(z.object({ name: text, campaign: Person })),
    }),
  }),
  setSources: route({
    method: 'PUT',
    path: '/campaigns/{id}/sources',
    access: 'campaigns:manage',
    summary: 'Say what a campaign is called in other systems; a name belongs to one campaign',
    input: One.extend({ names: z.array(line(300).min(1)).max(200) }),
    output: Campaign,
  }),
  guestChoices: route({
    method: 'GET',
    path: '/campaign-guests',
    access: 'campaigns:manage',
    summary: 'Guests a campaign can be given to',
    input: z.object({}),
    output: z.object({ people: z.array(Person) }),
  }),
  setGuests: route({
    method: 'PUT',
    path: '/campaigns/{id}/guests',
    access: 'campaigns:manage',
    summary: 'Give a campaign’s brief to guests, without its figures and costs',
    input: One.extend({ people: z.array(text).max(50) }),
    output: Campaign,
  }),
  given: route({
    method: 'GET',
    path: '/given-campaigns',
    access: 'campaigns:guest',
    summary: 'The campaigns that were given to the asker',
    input: z.object({}),
    output: z.object({ items: z.array(Given) }),
  }),
  givenBrief: route({
    method: 'GET',
    path: '/given-campaigns/{id}',
    access: 'campaigns:guest',
    summary: 'The brief of a campaign that was given to the asker',
    input: One,
    output: Given,
  }),
}
